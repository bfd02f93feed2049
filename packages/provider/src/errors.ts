/**
 * The one place where an error of the runtime becomes one of the AI SDK, so that its core retries what can be retried.
 * https://ai-sdk.dev/docs/reference/ai-sdk-errors/ai-api-call-error
 *
 * @module
 */
import { APICallError, LoadAPIKeyError, LoadSettingError } from '@ai-sdk/provider';
import { BedrockError, type BedrockErrorCode } from '@bedrock-kit/runtime';

/** What an `APICallError` of this provider carries in `data`, beside the AI SDK's own fields. */
export interface BedrockErrorData {
  /** AWS's name of the error, such as `ThrottlingException`, or a code of the runtime, such as `NetworkError`. */
  readonly code: BedrockErrorCode;
  /** `x-amzn-requestid`: what AWS's support asks for. */
  readonly requestId?: string;
  /** What to do about it, where that is known. */
  readonly hint?: string;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Members of the error beside its message, such as `originalStatusCode`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const settings: ReadonlySet<string> = new Set(['MissingRegion', 'InvalidRegion', 'InvalidEndpoint']);
const keys: ReadonlySet<string> = new Set(['MissingCredentials', 'InvalidCredentials']);

/**
 * An abort stays what it is (core tells it by its name), a setting that is missing becomes a load error, and everything
 * else an `APICallError` whose `cause` is the `BedrockError`.
 *
 * @param requestBodyValues the request as it was given to the runtime.
 */
export function toAiSdkError(error: unknown, requestBodyValues: unknown): unknown {
  if (!BedrockError.isInstance(error) || error.code === 'Aborted') return error;
  if (settings.has(error.code)) return new LoadSettingError({ message: error.message });
  if (keys.has(error.code)) return new LoadAPIKeyError({ message: error.message });
  return new APICallError({
    message: error.hint === undefined ? error.message : `${error.message} (${error.hint})`,
    url: error.url ?? '',
    requestBodyValues,
    isRetryable: error.isRetryable,
    cause: error,
    data: dataOf(error),
    ...(error.statusCode !== undefined && { statusCode: error.statusCode }),
    ...(error.responseHeaders !== undefined && { responseHeaders: { ...error.responseHeaders } }),
    ...(error.responseBody !== undefined && { responseBody: error.responseBody }),
  });
}

function dataOf({ code, requestId, hint, retryAfterMs, details }: BedrockError): BedrockErrorData {
  return {
    code,
    ...(requestId !== undefined && { requestId }),
    ...(hint !== undefined && { hint }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(details !== undefined && { details }),
  };
}
