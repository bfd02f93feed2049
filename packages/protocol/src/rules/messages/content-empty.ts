// A message has at least one block.
// https://github.com/archestra-ai/archestra/pull/4220
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const contentEmpty: Rule<Conversation> = {
  id: 'content-empty',
  evidence: 'https://github.com/archestra-ai/archestra/pull/4220',
  check(conversation, refuse) {
    conversation.messages.forEach(({ content }, index) => {
      if (content.length > 0) return;
      refuse(
        `messages[${index}].content`,
        `The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to the content field and try again.`,
      );
    });
  },
};
