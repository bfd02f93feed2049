/**
 * The error for the user of this package: about an option, a configuration file or a script that is wrong.
 * The errors that the service answers to its clients are of the class `ServiceError`.
 */

/** What went wrong. */
export type LocalBedrockErrorCode =
  /** An option of `createLocalBedrock` or of `listen()`, the time for `passTime()`, a flag of the command, or a turn of a script. */
  | 'invalid-option'
  /** The configuration file of the command. */
  | 'invalid-config'
  /** A fault, in the option or in the file. */
  | 'invalid-fault'
  /** What a handler answered cannot be sent. The client gets a 500, with this message as the hint. */
  | 'invalid-answer'
  /** `verify()` of a script found another request than the one expected, or turns that were not played. */
  | 'script-mismatch'
  /** A port or host that cannot be had: taken, forbidden, not of this machine. */
  | 'listen-failed';

const marker = Symbol.for('@bedrock-kit/local.LocalBedrockError');

/** Thrown by {@link createLocalBedrock}, `listen()`, `passTime()`, `scripted()` and its `verify()`. Its message says what is allowed, and what was given. */
export class LocalBedrockError extends Error {
  override readonly name = 'LocalBedrockError';
  /** What went wrong: switch on it. */
  readonly code: LocalBedrockErrorCode;
  /** What is at fault: an option, a key, a file or a turn, such as `models['anthropic.*']`. */
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
