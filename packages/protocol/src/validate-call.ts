// What every call on a model is asked: the constraints of its shape, then whether this model may be called so.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { type ModelCapabilities, parseModelId } from '@bedrock-kit/models';
import { checkLimits, isWellFormed } from './limits.ts';
import type { OperationName } from './operation.ts';
import { modelRules } from './rules/model-rules.ts';
import { checkRules } from './rules/rule.ts';
import type { Structure } from './shape.ts';
import type { Violation } from './violation.ts';

export function validateCall(
  operation: OperationName,
  shape: Structure,
  request: { readonly modelId: string },
  capabilities: ModelCapabilities,
): Violation[] {
  const violations = checkLimits(shape, request);
  if (isWellFormed(violations)) {
    checkRules(modelRules, { operation, model: parseModelId(request.modelId), capabilities }, violations);
  }
  return violations;
}
