// Bedrock itself looks into the root of a tool's schema: its properties are an object and what it requires is a list.
// https://github.com/danny-avila/LibreChat/pull/14869, https://github.com/maximhq/bifrost/issues/1720
import type { Json } from '../../values.ts';
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';

function typeOf(value: Json): string {
  if (Array.isArray(value)) return 'array';
  if (Number.isInteger(value)) return 'integer';
  return value === null ? 'null' : typeof value;
}

export const toolSchemaKeywords: Rule<Conversation> = {
  id: 'tool-schema-keywords',
  evidence: 'https://github.com/danny-avila/LibreChat/pull/14869',
  check(conversation, refuse) {
    for (const { block: tool, path, index } of conversation.tools) {
      for (const [keyword, expected] of Object.entries({ properties: 'object', required: 'array' })) {
        const value = memberAt(tool.inputSchema.json, [keyword]);
        if (value === undefined || typeOf(value) === expected) continue;
        refuse(
          `${path}.inputSchema.json.${keyword}`,
          `The json schema definition at toolConfig.tools.${index}.toolSpec.inputSchema is invalid. Fix the following errors and try again: $.${keyword}: ${typeOf(value)} found, ${expected} expected`,
        );
      }
    }
  },
};
