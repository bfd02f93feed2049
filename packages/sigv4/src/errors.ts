/** The one error class of this package: a code to switch on, the field that is wrong, and what to do about it. */

/**
 * - `missing-credentials`: no access key id or secret access key, an empty one, one with a line break, or an object such as a promise
 * - `invalid-option`: a service, region, date, expiry or `payloadHash` that cannot be signed with
 * - `invalid-request`: a URL, path, header or host that cannot be signed
 * - `unsupported-body`: a body whose bytes are not at hand: a stream or an object; in a synchronous call also a Blob or a form
 * - `asynchronous`: a synchronous call whose credentials are a function
 */
export type SigV4ErrorCode =
  | 'missing-credentials'
  | 'invalid-option'
  | 'invalid-request'
  | 'unsupported-body'
  | 'asynchronous';

const marker: symbol = Symbol.for('@bedrock-kit/sigv4');

/** Thrown by everything that signs. No message, field or cause of it contains a secret. */
export class SigV4Error extends Error {
  override readonly name = 'SigV4Error';
  /** What is wrong. */
  declare readonly code: SigV4ErrorCode;
  /** The option or request member that is wrong, for example `expiresIn`, `credentials` or `headers.host`. */
  declare readonly field: string;

  constructor(code: SigV4ErrorCode, field: string, message: string, options?: ErrorOptions) {
    super(`${field}: ${message}`, options);
    this.code = code;
    this.field = field;
    Object.defineProperty(this, marker, {});
  }

  /** Whether `error` is a `SigV4Error`, of this or another copy of the package. */
  static isInstance(error: unknown): error is SigV4Error {
    return marker in (Object(error) as object); // Object() makes an object of anything else, which `in` needs
  }
}
