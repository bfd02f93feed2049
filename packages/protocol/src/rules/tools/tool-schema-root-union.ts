// Claude takes no union at the root of a tool's schema.
// https://docs.anthropic.com/en/docs/build-with-claude/tool-use
import type { Conversation } from '../conversation.ts';
import { isJsonObject } from '../json.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const toolSchemaRootUnion: Rule<Conversation> = {
  id: 'tool-schema-root-union',
  evidence: 'https://docs.anthropic.com/en/docs/build-with-claude/tool-use',
  check(conversation, refuse) {
    if (conversation.toolUse?.schema.rootUnions !== false) return;
    for (const { block: tool, path, index } of conversation.tools) {
      const { json } = tool.inputSchema;
      const keyword = ['oneOf', 'allOf', 'anyOf'].find(
        (name) => isJsonObject(json) && json[name] !== undefined,
      );
      if (keyword === undefined) continue;
      refuse(
        `${path}.inputSchema.json.${keyword}`,
        fromModel(
          `tools.${index}.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level`,
        ),
      );
    }
  },
};
