// The public names of @bedrock-kit/converse-mapping.

// What the functions here give that other packages define: so that an app can export it, whatever its package manager lets it import.
export type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
export type * from '@bedrock-kit/protocol/types';
export type { CitedDocument, MappingContext, RequestedJson } from './context.ts';
export type {
  BedrockLanguageModelOptions,
  BedrockPartOptions,
  CachePointOption,
  ModelFamily,
  ReasoningConfig,
} from './options.ts';
export { type CheckedRequest, checkConverseRequest, explainRefusal } from './preflight.ts';
export { toConverseRequest } from './request/checked-request.ts';
export {
  type MappedModel,
  type MappedRequest,
  type RequestOptions,
  toUncheckedConverseRequest,
} from './request/converse-request.ts';
export { toCountTokensRequest } from './request/count-tokens-request.ts';
export { resolveBaseModelId } from './request/model-family.ts';
export type { RequestOrigin } from './request/request-origin.ts';
export { refusesPriorReasoning } from './request/prior-reasoning.ts';
export {
  fromConverseResponse,
  type MappedResponse,
  type ResponseInfo,
  streamPartsOfResponse,
} from './response/converse-response.ts';
export { createStreamMapper, type StreamMapper, type StreamStart } from './response/stream.ts';
export type { StreamError } from './response/stream-error.ts';
