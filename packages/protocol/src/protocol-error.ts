// The one error class of this package.

/**
 * - `invalid-region`: the region is missing or cannot be part of a host name
 */
export type ProtocolErrorCode = 'invalid-region';

const marker = Symbol.for('@bedrock-kit/protocol.ProtocolError');

/** The error of this package. `code` says what is wrong, the message where it is and what is expected. */
export class ProtocolError extends Error {
  override readonly name: string = 'ProtocolError';
  readonly code: ProtocolErrorCode;

  constructor(code: ProtocolErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    Object.defineProperty(this, marker, {});
  }

  /** Whether a value is a `ProtocolError`, of this or another copy of the package. */
  static isInstance(value: unknown): value is ProtocolError {
    return marker in Object(value);
  }
}
