// The public names of @bedrock-kit/protocol.

export {
  applyGuardrailRequestBlobs,
  type BlobTree,
  converseRequestBlobs,
  converseResponseBlobs,
  converseStreamBlobs,
  countTokensRequestBlobs,
  invokeStreamBlobs,
} from './blobs.ts';
export {
  type EndpointOptions,
  endpointFor,
  endpointOf,
  environmentVariables,
  isRegion,
  type Partition,
  partitionOf,
} from './endpoints.ts';
export {
  type ErrorCode,
  type ErrorEntry,
  errorEntry,
  errorNamed,
  errors,
  type FrontEndErrorCode,
  isRetryable,
  type ModelledErrorCode,
} from './errors.ts';
export { hintFor } from './hints.ts';
export { checkLimits } from './limits.ts';
export type { Operation, OperationName, ServiceName } from './operation.ts';
export {
  ApplyGuardrail,
  Converse,
  ConverseStream,
  CountTokens,
  GetAsyncInvoke,
  InvokeGuardrailChecks,
  InvokeModel,
  InvokeModelWithBidirectionalStream,
  InvokeModelWithResponseStream,
  ListAsyncInvokes,
  operations,
  StartAsyncInvoke,
} from './operations.ts';
export { ProtocolError, type ProtocolErrorCode } from './protocol-error.ts';
export { Rerank } from './rerank.ts';
export { reasoningStateOf, type ReasoningState } from './rules/reasoning-state.ts';
export type { RuleId } from './rules/rule.ts';
export type {
  BlobShape,
  BooleanShape,
  DocumentShape,
  Enumeration,
  List,
  MapShape,
  Members,
  NumberShape,
  Shape,
  StringShape,
  Structure,
  TimestampShape,
  Union,
} from './shape.ts';
export { shapes } from './shapes.ts';
// Spelled out there, once for every entry of the package.
export type * from './types/index.ts';
export { type BlobValue, type DeepReadonly, isBytes, type Json, type JsonObject } from './values.ts';
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
