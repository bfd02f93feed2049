// The input of a tool use is a JSON object.
// https://github.com/vercel/ai/pull/16561
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import { isJsonObject } from '../json.ts';
import type { Rule } from '../rule.ts';

export const toolInputObject: Rule<Conversation> = {
  id: 'tool-input-object',
  evidence: 'https://github.com/vercel/ai/pull/16561',
  check(conversation, refuse) {
    for (const { block, path } of conversation.toolUses) {
      if (isJsonObject(block.input)) continue;
      refuse(
        `${path}.input`,
        `The format of the value at ${dotted(path)}.input is invalid. Provide a json object for the field and try again.`,
      );
    }
  },
};
