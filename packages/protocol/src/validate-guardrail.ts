// Whether AWS would take a request about guardrails.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html
import { checkLimits, isWellFormed } from './limits.ts';
import { guardrailCheckBlockCount } from './rules/guardrails/guardrail-check-block-count.ts';
import { guardrailCheckMissing } from './rules/guardrails/guardrail-check-missing.ts';
import { guardrailImageCount } from './rules/guardrails/guardrail-image-count.ts';
import { guardrailImageSize } from './rules/guardrails/guardrail-image-size.ts';
import { checkRules, type Rule } from './rules/rule.ts';
import { ApplyGuardrailRequest as ApplyGuardrailShape } from './shapes/apply-guardrail.ts';
import { InvokeGuardrailChecksRequest as InvokeGuardrailChecksShape } from './shapes/guardrail-checks.ts';
import type { ApplyGuardrailRequest } from './types/apply-guardrail.ts';
import type { InvokeGuardrailChecksRequest } from './types/guardrail-checks.ts';
import type { DeepReadonly } from './values.ts';
import type { Violation } from './violation.ts';

/** The rules of ApplyGuardrail. */
export const guardrailRules: readonly Rule<ApplyGuardrailRequest>[] = [
  guardrailImageCount,
  guardrailImageSize,
];

/** Everything for which AWS would refuse an ApplyGuardrail request. */
export function validateApplyGuardrail(request: DeepReadonly<ApplyGuardrailRequest>): Violation[] {
  const violations = checkLimits(ApplyGuardrailShape, request);
  // No rule changes it.
  if (isWellFormed(violations)) checkRules(guardrailRules, request as ApplyGuardrailRequest, violations);
  return violations;
}

/** The rules of InvokeGuardrailChecks. */
export const guardrailCheckRules: readonly Rule<InvokeGuardrailChecksRequest>[] = [
  guardrailCheckMissing,
  guardrailCheckBlockCount,
];

/** Everything for which AWS would refuse an InvokeGuardrailChecks request. */
export function validateInvokeGuardrailChecks(
  request: DeepReadonly<InvokeGuardrailChecksRequest>,
): Violation[] {
  const violations = checkLimits(InvokeGuardrailChecksShape, request);
  if (isWellFormed(violations))
    checkRules(guardrailCheckRules, request as InvokeGuardrailChecksRequest, violations);
  return violations;
}
