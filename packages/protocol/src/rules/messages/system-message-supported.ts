// Some models take no messages with the role system.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const systemMessageSupported: Rule<Conversation> = {
  id: 'system-message-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check(conversation, refuse) {
    if (conversation.capabilities.systemMessages !== false) return;
    conversation.messages.forEach(({ role }, index) => {
      if (role !== 'system') return;
      refuse(
        `messages[${index}].role`,
        "This model doesn't support system messages. Try again without a system message or use a model that supports system messages.",
      );
    });
  },
};
