// Some models take no integer beyond 64 bits in a tool's schema, such as the largest of 64 bits, which a number of JavaScript makes 2 ** 63.
// https://github.com/RevenueCat/ai-toolkit/issues/26; the words of Bedrock: https://github.com/tailcallhq/forgecode/issues/3307
import type { Json } from '../../values.ts';
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

const beyond = 2 ** 63;

/**
 * The path of the first integer that 64 bits do not hold. What schema libraries write for a safe integer is taken: Claude Code has it in
 * the schema of a tool of every request (of version 2.1.112, `Read`), and servers that were refused lower their bounds to it
 * (https://github.com/ansible/aap-mcp-server/pull/170).
 */
function largeInteger(value: Json | undefined, path: string): string | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && (value >= beyond || value < -beyond) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = largeInteger(member, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

export const toolSchemaIntegers: Rule<Conversation> = {
  id: 'tool-schema-integers',
  evidence: 'https://github.com/RevenueCat/ai-toolkit/issues/26',
  check(conversation, refuse) {
    if (conversation.toolUse?.schema.largeIntegers !== false) return;
    for (const { block: tool, path, index } of conversation.tools) {
      const place = largeInteger(tool.inputSchema.json, `${path}.inputSchema.json`);
      if (place === undefined) continue;
      refuse(place, fromModel(`tools.${index}.custom.input_schema: int too big to convert`));
    }
  },
};
