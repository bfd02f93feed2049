// Whether AWS would take a request: the constraints of the service model and the rules, for every operation.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference.html

export type { ErrorCode } from './errors.ts';
export { checkLimits } from './limits.ts';
export { reasoningStateOf, type ReasoningState } from './rules/reasoning-state.ts';
export type { RuleId } from './rules/rule.ts';
export {
  validateGetAsyncInvoke,
  validateListAsyncInvokes,
  validateStartAsyncInvoke,
} from './validate-async-invoke.ts';
export type { ValidationOptions } from './validate-call.ts';
export { validateConverse, validateConverseStream, validateCountTokens } from './validate-converse.ts';
export { validateApplyGuardrail, validateInvokeGuardrailChecks } from './validate-guardrail.ts';
export {
  validateInvokeModel,
  validateInvokeModelWithBidirectionalStream,
  validateInvokeModelWithResponseStream,
} from './validate-invoke.ts';
export { type OperationRequests, validateRequest } from './validate-request.ts';
export { validateRerank } from './validate-rerank.ts';
export { isLimit, type LimitId, refusalOf, type Violation } from './violation.ts';
