// Turns the client's error into the AI SDK's, so that `maxRetries` and error handlers work without a provider. A client
// with a `wrapError` of its own has turned it already.
// https://ai-sdk.dev/docs/reference/ai-sdk-errors/ai-api-call-error
import { APICallError, LoadSettingError } from '@ai-sdk/provider';
import { BedrockError } from '@bedrock-kit/runtime';

/** The error to throw. An abort stays as it is: it is told by its name. */
export function apiCallError(error: unknown, requestBodyValues: unknown): unknown {
  if (!BedrockError.isInstance(error) || error.code === 'Aborted') return error;
  const message = error.hint === undefined ? error.message : `${error.message} ${error.hint}`;
  if (error.code === 'MissingRegion' || error.code === 'MissingCredentials')
    return new LoadSettingError({ message });
  const { url, statusCode, requestId, isRetryable, responseHeaders, responseBody, code, details } = error;
  return new APICallError({
    message,
    url: url ?? '',
    requestBodyValues,
    isRetryable,
    cause: error,
    data: { code, requestId, details },
    ...(statusCode !== undefined && { statusCode }),
    ...(responseHeaders && { responseHeaders: { ...responseHeaders } }),
    ...(responseBody !== undefined && { responseBody }),
  });
}
