// Some models are not served with guardrails.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const guardrailsSupported: Rule<Conversation> = {
  id: 'guardrails-supported',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html',
  check(conversation, refuse) {
    const { capabilities, request } = conversation;
    if (capabilities.guardrails !== false || !request.guardrailConfig?.guardrailIdentifier) return;
    refuse('guardrailConfig', "This model doesn't support guardrails.");
  },
};
