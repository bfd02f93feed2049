// The one error of this package: what Bedrock, the network or the settings refused, with what a caller needs to act on it.
// https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
import type { ErrorCode } from '@bedrock-kit/protocol/client';

/** Codes of this client itself. Every other code is AWS's name of the error, for example `ThrottlingException`. */
export type ClientErrorCode =
  /** The caller's signal was aborted. `name` is then `AbortError` or `TimeoutError`, `cause` the signal's reason. */
  | 'Aborted'
  /** The request or the body of the answer was cut off: DNS, connection, TLS, reset. `cause` is the transport's error. */
  | 'NetworkError'
  /** No event came within `firstEventTimeoutMs`. */
  | 'FirstEventTimeout'
  /** A stream brought no byte for `idleTimeoutMs`. */
  | 'IdleTimeout'
  /** A stream ended inside a frame, or without the event that closes an answer. */
  | 'TruncatedStream'
  /** A frame, or the JSON in it, cannot be read. */
  | 'MalformedStream'
  /** A stream was read a second time. */
  | 'StreamInUse'
  /** A successful status with a body that is not what the operation answers with. */
  | 'UnexpectedResponse'
  /** The server answered with a redirect, which is never followed: credentials stay with the host they were meant for. */
  | 'UnexpectedRedirect'
  /** An error status, or an error frame of a stream, without any name of an error. */
  | 'UnknownError'
  /** Neither settings nor environment nor an ARN names a region. */
  | 'MissingRegion'
  /** The region is not valid: it cannot be part of a host name. */
  | 'InvalidRegion'
  /** The endpoint is not a plain http(s) URL, or is given together with `fips` or `dualStack`. */
  | 'InvalidEndpoint'
  /** Neither settings nor environment have an API key or access keys, or the environment has only half of the access keys. */
  | 'MissingCredentials'
  /** A given key is missing, blank or not a string, or has white space, quotes or characters that no header may have. */
  | 'InvalidCredentials'
  /** The function for credentials or the API key failed; `cause` is its error. */
  | 'CredentialsFailed'
  /** A job of StartAsyncInvoke ended in failure. */
  | 'AsyncInvokeFailed'
  /** A value of the request, or a setting, cannot be sent; the message names it. */
  | 'InvalidRequest';

/** A client code, or the name of an error of AWS. Editors offer the known ones; any string passes, as tomorrow's names do. */
export type BedrockErrorCode = ClientErrorCode | ErrorCode | (string & {});

/** What a `BedrockError` is made of; its fields are described there. */
export interface BedrockErrorFields {
  readonly code: BedrockErrorCode;
  readonly message: string;
  readonly statusCode?: number | undefined;
  readonly requestId?: string | undefined;
  /** Whether the same request may succeed when sent again. Default: `false`. */
  readonly isRetryable?: boolean | undefined;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly responseHeaders?: Readonly<Record<string, string>> | undefined;
  readonly responseBody?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly hint?: string | undefined;
  readonly url?: string | undefined;
  /** The error behind it. For the code `Aborted`, the signal's reason; its name says whether it was a timeout. */
  readonly cause?: unknown;
}

// The registry of symbols is shared by all copies of this package in a program, a class is not.
const marker = Symbol.for('@bedrock-kit/runtime.BedrockError');

/**
 * The error of every failed call. It contains no credential, header or body of the request.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html
 */
export class BedrockError extends Error {
  // Every field is there, so that all errors have one shape.
  /** AWS's name of the error, or a code of this client. */
  readonly code: BedrockErrorCode;
  /** The HTTP status. For an error inside a stream, which began with 200, the status AWS documents for its code. */
  readonly statusCode: number | undefined;
  /** The id of the request (`x-amzn-requestid`), for which AWS's support asks. */
  readonly requestId: string | undefined;
  /** Whether the same request may succeed if it is sent again. */
  readonly isRetryable: boolean = false;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The headers of the answer, with lower-case names. */
  readonly responseHeaders: Readonly<Record<string, string>> | undefined;
  /** The first 64 KiB of the answer's body as text. */
  readonly responseBody: string | undefined;
  /** Members of the answer's body other than the message, for example `originalStatusCode` of a `ModelErrorException`. */
  readonly details: Readonly<Record<string, unknown>> | undefined;
  /** What to do about the error, if that is known. */
  readonly hint: string | undefined;
  /** The URL that the request went to. */
  readonly url: string | undefined;

  constructor({ message, cause, ...fields }: BedrockErrorFields) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = fields.code;
    Object.assign(this, fields);
    Object.defineProperties(this, {
      name: { value: nameOf(fields, cause), configurable: true },
      [marker]: {},
    });
  }

  /** Whether `error` is a `BedrockError`, of any copy of this package, bundle or realm. */
  static isInstance(error: unknown): error is BedrockError {
    return marker in Object(error);
  }
}

// Callers tell an abort by its name, as fetch's own errors have it: https://dom.spec.whatwg.org/#abortsignal
function nameOf(
  { code, responseHeaders }: Pick<BedrockErrorFields, 'code' | 'responseHeaders'>,
  cause: unknown,
): string {
  // A server's error of this name is no abort of the caller's: Twirp has one (https://rubydoc.info/gems/twirbet/Twirbet/AbortedError).
  if (code !== 'Aborted' || responseHeaders) return 'BedrockError';
  // Not by `instanceof`: the reason may be of another realm, as in Jest.
  return (Object(cause) as Partial<Error>).name === 'TimeoutError' ? 'TimeoutError' : 'AbortError';
}

/** The error for a value of the request or a setting that cannot be sent. */
export function invalidRequest(message: string, cause?: unknown): BedrockError {
  return new BedrockError({ code: 'InvalidRequest', message, cause });
}
