// How many documents one message holds.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const documentCount: Rule<Conversation> = {
  id: 'document-count',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check(conversation, refuse) {
    const input = conversation.capabilities.inputs.document;
    if (typeof input !== 'object' || input.maxCount === 'unknown') return;
    const counts = new Map<number, number>();
    for (const { message, inToolResult } of conversation.documents) {
      if (!inToolResult) counts.set(message, (counts.get(message) ?? 0) + 1);
    }
    for (const [message, count] of counts) {
      if (count <= input.maxCount) continue;
      refuse(
        `messages[${message}].content`,
        `The message at messages.${message} contains ${count} documents. The maximum number of documents per message is ${input.maxCount}.`,
      );
    }
  },
};
