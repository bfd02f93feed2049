// What a client of the wire needs, without the shape table and the rules: where bytes stand in JSON, endpoints, errors, types.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html

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
export type { OperationName, ServiceName } from './operation.ts';
export { ProtocolError, type ProtocolErrorCode } from './protocol-error.ts';
// Spelled out there, once for every entry of the package.
export type * from './types/index.ts';
export { type BlobValue, type DeepReadonly, isBytes, type Json, type JsonObject } from './values.ts';
