// The header of InvokeModel that names a service tier holds to the model as the member of Converse does.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import { checkServiceTier } from '../inference/service-tier-supported.ts';
import type { Invocation } from '../invocation.ts';
import type { Rule } from '../rule.ts';

export const invokeServiceTierSupported: Rule<Invocation> = {
  id: 'service-tier-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/service-tiers-inference.html',
  check(invocation, refuse) {
    checkServiceTier(invocation, invocation.request.serviceTier, 'serviceTier', refuse);
  },
};
