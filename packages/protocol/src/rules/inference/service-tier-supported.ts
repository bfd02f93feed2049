// Which service tiers a model is served in.
// https://docs.aws.amazon.com/bedrock/latest/userguide/service-tiers-inference.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const serviceTierSupported: Rule<Conversation> = {
  id: 'service-tier-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/service-tiers-inference.html',
  check(conversation, refuse) {
    const tiers = conversation.capabilities.serviceTiers;
    const tier = conversation.request.serviceTier?.type;
    if (tiers === 'unknown' || !tier || tiers.includes(tier)) return;
    refuse('serviceTier.type', 'The provided service tier is not supported for this model.');
  },
};
