// Turns the client's error into the AI SDK's, so that `maxRetries` and error handlers work without a provider. A client
// with a `wrapError` of its own has turned it already.
// https://ai-sdk.dev/docs/reference/ai-sdk-errors/ai-api-call-error
import { APICallError, LoadAPIKeyError, LoadSettingError } from '@ai-sdk/provider';
import { BedrockError } from '@bedrock-kit/runtime';

/** The error to throw. An abort stays as it is, told by its name; a setting that is missing becomes a load error. */
export function apiCallError(error: unknown, requestBodyValues: unknown): unknown {
  if (!BedrockError.isInstance(error) || error.code === 'Aborted') return error;
  const { code, statusCode, requestId, hint, retryAfterMs, details, responseHeaders, responseBody } = error;
  const message = hint === undefined ? error.message : `${error.message} (${hint})`;
  if (/^(Missing|Invalid)(Region|Endpoint)$/.test(code)) return new LoadSettingError({ message });
  if (/^(Missing|Invalid)Credentials$/.test(code)) return new LoadAPIKeyError({ message });
  return new APICallError({
    message,
    url: error.url ?? '',
    requestBodyValues,
    isRetryable: error.isRetryable,
    cause: error,
    data: { code, requestId, hint, retryAfterMs, details },
    ...(statusCode !== undefined && { statusCode }),
    ...(responseHeaders && { responseHeaders: { ...responseHeaders } }),
    ...(responseBody !== undefined && { responseBody }),
  });
}
