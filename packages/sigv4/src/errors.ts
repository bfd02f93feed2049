/** The one error class of this package: a code to switch on, the field that is wrong, and what to do about it. */

/**
 * - `missing-credentials`: no access key id or secret access key, or an empty one
 * - `invalid-option`: a service, region, date, expiry or payload hash that cannot be signed with
 * - `invalid-request`: a URL, path, header or host that cannot be signed
 * - `unsupported-body`: a body of a type that has no one way to become bytes
 * - `stream-body`: a stream, whose bytes cannot be hashed before they are sent
 * - `asynchronous`: a synchronous call that needs something that only comes with a promise
 */
export type SigV4ErrorCode =
  | 'missing-credentials'
  | 'invalid-option'
  | 'invalid-request'
  | 'unsupported-body'
  | 'stream-body'
  | 'asynchronous';

const marker: symbol = Symbol.for('@bedrock-kit/sigv4.SigV4Error');

/** Thrown by everything that signs. No message, field or cause of it contains a secret. */
export class SigV4Error extends Error {
  override readonly name = 'SigV4Error';
  /** What is wrong. */
  readonly code: SigV4ErrorCode;
  /** The option or request member that is wrong, for example `expiresIn` or `credentials.accessKeyId`. */
  readonly field: string;

  constructor(code: SigV4ErrorCode, field: string, message: string, options?: ErrorOptions) {
    super(`${field}: ${message}`, options);
    this.code = code;
    this.field = field;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Whether `error` is a `SigV4Error`, also one of another copy of this package. */
  static isInstance(error: unknown): error is SigV4Error {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
