// Some models take no system prompt.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const systemSupported: Rule<Conversation> = {
  id: 'system-supported',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html',
  check(conversation, refuse) {
    if (conversation.capabilities.system !== false || !conversation.request.system?.length) return;
    refuse(
      'system',
      "This model doesn't support system messages. Try again without a system message or use a model that supports system messages.",
    );
  },
};
