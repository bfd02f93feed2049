// Tokens are counted by a model, not by an inference profile.
// https://docs.aws.amazon.com/bedrock/latest/userguide/count-tokens.html
import type { Call } from '../call.ts';
import type { Rule } from '../rule.ts';

export const countTokensProfile: Rule<Call> = {
  id: 'count-tokens-profile',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/count-tokens.html',
  check({ operation, model }, refuse) {
    if (operation !== 'CountTokens' || model?.kind !== 'inference-profile') return;
    refuse('modelId', "The provided model doesn't support counting tokens.");
  },
};
