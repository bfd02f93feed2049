// Turns the client's error into the AI SDK's, so that `maxRetries` and error handlers work. A client with a `wrapError`
// of its own has done so already.
// https://ai-sdk.dev/docs/reference/ai-sdk-errors/ai-api-call-error
import { APICallError, LoadAPIKeyError, LoadSettingError } from '@ai-sdk/provider';
import { BedrockError, type BedrockErrorCode } from '@bedrock-kit/runtime/core';

/** What an `APICallError` has in `data`, in addition to the AI SDK's own fields. */
export interface BedrockErrorData {
  /** AWS's name of the error, such as `ThrottlingException`, or a code of the runtime, such as `NetworkError`. */
  readonly code: BedrockErrorCode;
  /** The id of the request (`x-amzn-requestid`), for which AWS's support asks. */
  readonly requestId?: string;
  /** What to do about the error, if that is known. */
  readonly hint?: string;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Members of the error other than its message, such as `originalStatusCode`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Turns a `BedrockError` into the AI SDK's error to throw. A setting or credential that is missing or malformed becomes a
 * `LoadSettingError` or `LoadAPIKeyError`; every other error an `APICallError`, with the `BedrockError` as `cause`,
 * {@link BedrockErrorData} as `data` and the hint in the message. An abort, which core recognises by its name, and anything
 * that is not a `BedrockError` are returned as they are.
 *
 * @param requestBodyValues the request as it was given to the client
 * @param hint replaces the error's own hint
 */
export function apiCallError(error: unknown, requestBodyValues: unknown, hint?: string): unknown {
  // By its name, which no error of a server has: an abort in the body of an answer has that answer's headers, too.
  if (!BedrockError.isInstance(error) || error.name !== 'BedrockError') return error;
  const { code, message, statusCode, responseHeaders, responseBody } = error;
  // What a server has answered is none of these, even if it has such a name.
  if (!responseHeaders) {
    if (/^(Missing|Invalid)(Region|Endpoint)$/.test(code)) return new LoadSettingError({ message });
    if (/^(Missing|Invalid)Credentials$/.test(code)) return new LoadAPIKeyError({ message });
  }
  const { requestId, retryAfterMs, details } = error;
  const advice = hint ?? error.hint;
  const data: BedrockErrorData = {
    code,
    ...(requestId !== undefined && { requestId }),
    ...(advice !== undefined && { hint: advice }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(details !== undefined && { details }),
  };
  return new APICallError({
    message: advice === undefined ? message : `${message} (${advice})`,
    url: error.url ?? '',
    requestBodyValues,
    isRetryable: error.isRetryable,
    cause: error,
    data,
    ...(statusCode !== undefined && { statusCode }),
    ...(responseHeaders && { responseHeaders: { ...responseHeaders } }),
    ...(responseBody !== undefined && { responseBody }),
  });
}
