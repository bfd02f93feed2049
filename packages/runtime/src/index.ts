// The public names of @bedrock-kit/runtime.

// What the operations take and answer, down to each block: so that an app can name it, whatever its package manager lets it import.
export type { ErrorCode } from '@bedrock-kit/protocol/client';
export type * from '@bedrock-kit/protocol/types';
// What the settings take for credentials, and an authorization of one's own for a stream.
export type {
  AwsCredentials,
  CredentialProvider,
  CredentialRequest,
  EventSigner,
  SignedEvent,
} from '@bedrock-kit/sigv4';
export { type ApiKeyOptions, createBedrockApiKey } from './api-key.ts';
export type { Authorization, Authorize, UnauthorizedRequest } from './authorization/authorize.ts';
export { type ApiKey, bearerAuth } from './authorization/bearer.ts';
export { noAuth } from './authorization/none.ts';
export { type AuthSettings, resolveAuth } from './authorization/resolve.ts';
export { sigv4Auth, type SigV4Settings } from './authorization/sigv4.ts';
export { type BedrockRuntime, createBedrockRuntime } from './bedrock-runtime.ts';
export {
  type CallOptions,
  type Client,
  type ClientSettings,
  type ConnectionSettings,
  createClient,
  type Fetch,
  type HeaderValues,
  type RetryPolicy,
  type TimeoutSettings,
} from './client.ts';
export { type BedrockRuntimeSettings, createRuntimeClient } from './client-from-settings.ts';
export type { EndpointSettings } from './endpoint.ts';
export type { Environment } from './environment.ts';
export {
  BedrockError,
  type BedrockErrorCode,
  type BedrockErrorFields,
  type ClientErrorCode,
} from './errors.ts';
export { applyGuardrail } from './operations/apply-guardrail.ts';
export {
  asyncInvokePages,
  getAsyncInvoke,
  listAsyncInvokes,
  startAsyncInvoke,
} from './operations/async-invoke.ts';
export { converse } from './operations/converse.ts';
export { converseStream } from './operations/converse-stream.ts';
export { countTokens } from './operations/count-tokens.ts';
export { invokeGuardrailChecks } from './operations/invoke-guardrail-checks.ts';
export { invokeModel } from './operations/invoke-model.ts';
export {
  invokeModelBytes,
  type InvokeModelOutput,
  type ModelBytes,
} from './operations/invoke-model-bytes.ts';
export { type InvokeModelStream, invokeModelWithResponseStream } from './operations/invoke-model-stream.ts';
export type { InvokeModelInput } from './operations/model-body.ts';
export { rerank } from './operations/rerank.ts';
export { waitForAsyncInvoke, type WaitOptions } from './operations/wait-for-async-invoke.ts';
export type { RegionSettings } from './region.ts';
export type { Result } from './response.ts';
export { fullJitter, type JitterOptions } from './retry.ts';
export { serialize } from './serialize.ts';
export type { StreamResult } from './stream-result.ts';
