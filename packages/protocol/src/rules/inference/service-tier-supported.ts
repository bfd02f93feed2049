// Which service tiers a model is served in.
// https://docs.aws.amazon.com/bedrock/latest/userguide/service-tiers-inference.html
import { ServiceTierType as ServiceTierShape } from '../../shapes/converse.ts';
import type { ServiceTierType } from '../../types/converse.ts';
import type { Call } from '../call.ts';
import type { Conversation } from '../conversation.ts';
import type { Refuse, Rule } from '../rule.ts';

export const serviceTierSupported: Rule<Conversation> = {
  id: 'service-tier-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/service-tiers-inference.html',
  check(conversation, refuse) {
    checkServiceTier(conversation, conversation.request.serviceTier?.type, 'serviceTier.type', refuse);
  },
};

/** Refuses a tier that there is not, and one in which the model is not served. */
export function checkServiceTier(
  { capabilities: { serviceTiers } }: Call,
  tier: ServiceTierType | undefined,
  path: string,
  refuse: Refuse,
): void {
  if (!tier) return;
  // https://github.com/NousResearch/hermes-agent/pull/34476
  if (!ServiceTierShape.values.includes(tier)) refuse(path, 'service tier provided is invalid');
  else if (serviceTiers !== 'unknown' && !serviceTiers.includes(tier))
    refuse(path, 'The provided service tier is not supported for this model.');
}
