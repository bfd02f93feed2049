// What Claude is to continue does not end in white space.
// https://docs.anthropic.com/en/api/errors
import type { Conversation } from '../conversation.ts';
import { textOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const prefillWhitespace: Rule<Conversation> = {
  id: 'prefill-whitespace',
  evidence: 'https://docs.anthropic.com/en/api/errors',
  check(conversation, refuse) {
    const { isClaude, messages } = conversation;
    const last = messages.length - 1;
    const message = messages[last];
    if (!isClaude || message?.role !== 'assistant') return;
    const end = message.content.length - 1;
    const text = textOf(message.content[end] ?? {});
    if (text === undefined || text.trim() === '' || text === text.trimEnd()) return;
    refuse(
      `messages[${last}].content[${end}].text`,
      fromModel('messages: final assistant content cannot end with trailing whitespace'),
    );
  },
};
