// Nova takes no definitions at the root of a tool's schema. It only ignores other members there.
// https://github.com/zed-industries/zed/issues/31815
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { extraneousKey } from '../wording.ts';

export const toolSchemaDefinitions: Rule<Conversation> = {
  id: 'tool-schema-definitions',
  evidence: 'https://github.com/zed-industries/zed/issues/31815',
  check(conversation, refuse) {
    if (conversation.toolUse?.schema.otherRootMembers !== false) return;
    for (const { block: tool, path, index } of conversation.tools) {
      const { json } = tool.inputSchema;
      const key = ['definitions', '$defs'].find((name) => memberAt(json, [name]) !== undefined);
      if (key === undefined) continue;
      refuse(
        `${path}.inputSchema.json.${key}`,
        extraneousKey(`#/toolConfig/tools/${index}/toolSpec/inputSchema/json`, key),
      );
    }
  },
};
