// Whether AWS would take a request about guardrails, as far as its service model tells.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html
import { checkLimits } from './limits.ts';
import { ApplyGuardrailRequest as ApplyGuardrailShape } from './shapes/apply-guardrail.ts';
import { InvokeGuardrailChecksRequest as InvokeGuardrailChecksShape } from './shapes/guardrail-checks.ts';
import type { ApplyGuardrailRequest } from './types/apply-guardrail.ts';
import type { InvokeGuardrailChecksRequest } from './types/guardrail-checks.ts';
import type { Violation } from './violation.ts';

/** Everything for which AWS would refuse an ApplyGuardrail request, as far as its service model tells. */
export function validateApplyGuardrail(request: ApplyGuardrailRequest): Violation[] {
  return checkLimits(ApplyGuardrailShape, request);
}

/** Everything for which AWS would refuse an InvokeGuardrailChecks request, as far as its service model tells. */
export function validateInvokeGuardrailChecks(request: InvokeGuardrailChecksRequest): Violation[] {
  return checkLimits(InvokeGuardrailChecksShape, request);
}
