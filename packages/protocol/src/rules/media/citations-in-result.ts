// A document inside of the result of a tool is not cited.
// https://github.com/boto/boto3/issues/4648
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const citationsInResult: Rule<Conversation> = {
  id: 'citations-in-result',
  evidence: 'https://github.com/boto/boto3/issues/4648',
  check(conversation, refuse) {
    for (const { block, path, inToolResult } of conversation.documents) {
      if (inToolResult && block.citations?.enabled) {
        refuse(`${path}.citations`, 'Citations are not supported in tool result documents.');
      }
    }
  },
};
