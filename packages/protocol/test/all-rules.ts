// Every rule of every operation, for the tests that leave none out.
import { converseRules } from '../src/rules/converse-rules.ts';
import { availabilityRules, modelRules } from '../src/rules/model-rules.ts';
import { guardrailCheckRules, guardrailRules } from '../src/validate-guardrail.ts';
import { invokeRules } from '../src/validate-invoke.ts';
import { rerankRules } from '../src/validate-rerank.ts';

export const allRules = [
  ...converseRules,
  ...modelRules,
  ...availabilityRules,
  ...invokeRules,
  ...rerankRules,
  ...guardrailRules,
  ...guardrailCheckRules,
];
