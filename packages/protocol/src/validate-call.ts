// What is checked for every call on a model: the constraints of its shape, then whether this model may be called so.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import type { ModelCapabilities } from '@bedrock-kit/models';
import { checkLimits, isWellFormed } from './limits.ts';
import type { OperationName } from './operation.ts';
import { type Call, readModelId } from './rules/call.ts';
import { availabilityRules, modelRules } from './rules/model-rules.ts';
import { checkRules } from './rules/rule.ts';
import type { Structure } from './shape.ts';
import type { Violation } from './violation.ts';

/** What to check beyond the request itself. */
export interface ValidationOptions {
  /**
   * Whether to check as well that AWS serves the model in this way today: that it has not reached its end of life, that
   * it is called through an inference profile if it needs one, and that CountTokens is called without one. Default `false`,
   * because accounts with provisioned throughput or extended access are served anyway.
   */
  availability?: boolean | undefined;
  /** The Region of the endpoint, for messages that name it. */
  region?: string | undefined;
}

/** The constraints of a shape, then the rules about the model. */
export function validateCall(
  operation: OperationName,
  shape: Structure,
  request: { readonly modelId: string },
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  const violations = checkLimits(shape, request);
  if (!isWellFormed(violations)) return violations;
  checkModel({ operation, model: readModelId(request.modelId), capabilities }, violations, options);
  return violations;
}

/** Asks the rules about the model. */
export function checkModel(call: Call, violations: Violation[], options?: ValidationOptions): void {
  checkRules(modelRules, call, violations);
  if (options?.availability) checkRules(availabilityRules, call, violations);
}
