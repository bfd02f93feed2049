// Some models take no integer beyond 32 bits in a tool's schema.
// https://github.com/tailcallhq/forgecode/issues/3307
import type { Json } from '../../values.ts';
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

/** The path of the first integer that 32 bits do not hold. */
function largeInteger(value: Json | undefined, path: string): string | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value !== (value | 0) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = largeInteger(member, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

export const toolSchemaIntegers: Rule<Conversation> = {
  id: 'tool-schema-integers',
  evidence: 'https://github.com/tailcallhq/forgecode/issues/3307',
  check(conversation, refuse) {
    if (conversation.toolUse?.schema.largeIntegers !== false) return;
    for (const { block: tool, path } of conversation.tools) {
      const place = largeInteger(tool.inputSchema.json, `${path}.inputSchema.json`);
      if (place !== undefined) refuse(place, fromModel('input_schema: int too big to convert'));
    }
  },
};
