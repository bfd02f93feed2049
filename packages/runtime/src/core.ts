// The core and the operations that call a model, as an entry of its own, for whoever loads all else on demand: a bundler that splits an app into
// chunks puts all that one entry leads to into one of them, and in Node an entry is a file.

export { type ApiKey, bearerAuth } from './authorization/bearer.ts';
export { noAuth } from './authorization/none.ts';
export { type AuthSettings, resolveAuth } from './authorization/resolve.ts';
export { sigv4Auth, type SigV4Settings } from './authorization/sigv4.ts';
export { type CallOptions, type Client, type ClientSettings, createClient } from './client.ts';
export { type BedrockRuntimeSettings, createRuntimeClient } from './client-from-settings.ts';
export { BedrockError, type BedrockErrorCode } from './errors.ts';
export { converse } from './operations/converse.ts';
export { converseStream } from './operations/converse-stream.ts';
export { countTokens } from './operations/count-tokens.ts';
export {
  invokeModelBytes,
  type InvokeModelOutput,
  type ModelBytes,
} from './operations/invoke-model-bytes.ts';
export { rerank } from './operations/rerank.ts';
export type { Result } from './response.ts';
export { fullJitter, type JitterOptions } from './retry.ts';
export type { StreamResult } from './stream-result.ts';
