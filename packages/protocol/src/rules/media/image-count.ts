// How many images one message holds.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const imageCount: Rule<Conversation> = {
  id: 'image-count',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check(conversation, refuse) {
    const input = conversation.capabilities.inputs.image;
    if (typeof input !== 'object' || input.maxCount === 'unknown') return;
    const counts = new Map<number, number>();
    for (const { message, inToolResult } of conversation.images) {
      if (!inToolResult) counts.set(message, (counts.get(message) ?? 0) + 1);
    }
    for (const [message, count] of counts) {
      if (count <= input.maxCount) continue;
      refuse(
        `messages[${message}].content`,
        `The message at messages.${message} contains ${count} images. The maximum number of images per message is ${input.maxCount}.`,
      );
    }
  },
};
