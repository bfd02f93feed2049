// The root of a tool's schema is an object.
// https://github.com/vercel/ai/issues/2166
import type { Conversation } from '../conversation.ts';
import { isJsonObject } from '../json.ts';
import type { Rule } from '../rule.ts';

export const toolSchemaRoot: Rule<Conversation> = {
  id: 'tool-schema-root',
  evidence: 'https://github.com/vercel/ai/issues/2166',
  check(conversation, refuse) {
    for (const { block: tool, path, index } of conversation.tools) {
      const { json } = tool.inputSchema;
      if (isJsonObject(json) && json['type'] === 'object') continue;
      refuse(
        `${path}.inputSchema.json${isJsonObject(json) ? '.type' : ''}`,
        isJsonObject(json)
          ? `The value at toolConfig.tools.${index}.toolSpec.inputSchema.json.type must be one of the following: object.`
          : `The format of the value at toolConfig.tools.${index}.toolSpec.inputSchema.json is invalid. Provide a json object for the field and try again.`,
      );
    }
  },
};
