// User and assistant take turns.
// https://github.com/langchain-ai/langchain-aws/issues/130
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const rolesAlternate: Rule<Conversation> = {
  id: 'roles-alternate',
  evidence: 'https://github.com/langchain-ai/langchain-aws/issues/130',
  check(conversation, refuse) {
    let previous: string | undefined;
    conversation.messages.forEach(({ role }, index) => {
      if (role === 'system') return;
      if (role === previous) {
        refuse(
          `messages[${index}].role`,
          'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
        );
      }
      previous = role;
    });
  },
};
