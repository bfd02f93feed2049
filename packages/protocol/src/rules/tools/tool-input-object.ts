// The input of a tool use is a JSON object, and has no key without a name, also further in.
// https://github.com/vercel/ai/pull/16561
// https://github.com/earendil-works/pi/issues/7782
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import { isJsonObject } from '../json.ts';
import type { Rule } from '../rule.ts';

export const toolInputObject: Rule<Conversation> = {
  id: 'tool-input-object',
  evidence: 'https://github.com/vercel/ai/pull/16561',
  check(conversation, refuse) {
    for (const { block, path } of conversation.toolUses) {
      // Within a string the quotes would be escaped.
      if (isJsonObject(block.input) && !/[{,]"":/.test(JSON.stringify(block.input))) continue;
      refuse(
        `${path}.input`,
        `The format of the value at ${dotted(path)}.input is invalid. Provide a json object for the field and try again.`,
      );
    }
  },
};
