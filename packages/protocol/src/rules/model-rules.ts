// Every rule that asks only which model is called by which operation.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import type { Call } from './call.ts';
import { countTokensProfile } from './model/count-tokens-profile.ts';
import { modelEndOfLife } from './model/model-end-of-life.ts';
import { onDemandThroughput } from './model/on-demand-throughput.ts';
import { operationSupported } from './model/operation-supported.ts';
import type { Rule } from './rule.ts';

export const modelRules: readonly Rule<Call>[] = [operationSupported];

/** Rules about whether AWS serves the model in this way today: they depend on the day and on what the account has bought. */
export const availabilityRules: readonly Rule<Call>[] = [
  onDemandThroughput,
  countTokensProfile,
  modelEndOfLife,
];
