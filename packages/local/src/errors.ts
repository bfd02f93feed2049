/**
 * The one error of this package towards its own user: an option, a configuration file or a script that is wrong.
 * What the service answers to a client is a `ServiceError` instead.
 */

/** What went wrong. */
export type LocalBedrockErrorCode =
  | 'invalid-option'
  | 'invalid-config'
  | 'invalid-fault'
  | 'invalid-answer'
  | 'script-mismatch'
  | 'listen-failed';

const marker = Symbol.for('@bedrock-kit/local.LocalBedrockError');

/** Thrown by {@link createLocalBedrock}, `listen()` and the command line; `place` names the option, key or file at fault. */
export class LocalBedrockError extends Error {
  override readonly name = 'LocalBedrockError';
  readonly code: LocalBedrockErrorCode;
  /** The option or key at fault, such as `models['anthropic.*']`. */
  readonly place: string | undefined;

  constructor(
    code: LocalBedrockErrorCode,
    message: string,
    options: { place?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.place = options.place;
    Object.defineProperty(this, marker, { value: true });
  }

  /** True for this error from any copy of the package. */
  static isInstance(value: unknown): value is LocalBedrockError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
