// The one error class of this package.

/**
 * - `invalid-region`: the region is missing or is no host label
 */
export type ProtocolErrorCode = 'invalid-region';

const marker = Symbol.for('@bedrock-kit/protocol.ProtocolError');

/** Thrown by this package alone. `code` says what, the message says where and what to do. */
export class ProtocolError extends Error {
  override readonly name: string = 'ProtocolError';
  readonly code: ProtocolErrorCode;

  constructor(code: ProtocolErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    Object.defineProperty(this, marker, {});
  }

  /** Whether a value is this error, also when it comes from another copy of this package. */
  static isInstance(value: unknown): value is ProtocolError {
    return marker in Object(value);
  }
}
