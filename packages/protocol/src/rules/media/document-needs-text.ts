// A message with a document has a text as well.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import { textOf } from '../member.ts';
import type { Rule } from '../rule.ts';

export const documentNeedsText: Rule<Conversation> = {
  id: 'document-needs-text',
  evidence: 'https://github.com/archestra-ai/archestra/pull/4220',
  check(conversation, refuse) {
    const messages = new Set(
      conversation.documents.filter(({ inToolResult }) => !inToolResult).map((at) => at.message),
    );
    for (const message of messages) {
      if (conversation.messages[message]?.content.some((block) => textOf(block) !== undefined)) continue;
      refuse(
        `messages[${message}].content`,
        'A text block must be included when using documents. Add a text block and retry your request.',
      );
    }
  },
};
