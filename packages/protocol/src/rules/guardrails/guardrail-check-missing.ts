// InvokeGuardrailChecks is asked for one check at least.
// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-invoke-guardrail-checks-concepts.html
import type { InvokeGuardrailChecksRequest } from '../../types/guardrail-checks.ts';
import type { Rule } from '../rule.ts';

export const guardrailCheckMissing: Rule<InvokeGuardrailChecksRequest> = {
  id: 'guardrail-check-missing',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-invoke-guardrail-checks-concepts.html',
  check({ checks }, refuse) {
    if (checks.contentFilter ?? checks.promptAttack ?? checks.sensitiveInformation) return;
    refuse(
      'checks',
      'At least one check is required. Add contentFilter, promptAttack or sensitiveInformation and try again.',
    );
  },
};
