/**
 * The error for the user of this package: about an option, a configuration file or a script that is wrong.
 * The errors that the service answers to its clients are of the class `ServiceError`.
 */

/** What is wrong, as a code of {@link LocalBedrockError}. */
export type LocalBedrockErrorCode =
  /** An option of `createLocalBedrock` or `listen()`, the time for `passTime()`, a flag of the command, or a turn of a script is wrong. */
  | 'invalid-option'
  /** The configuration file of the command is wrong. */
  | 'invalid-config'
  /** A fault is wrong, in the option or in the configuration file. */
  | 'invalid-fault'
  /** The answer of a handler cannot be sent. The client gets a 500, with this message as the hint. */
  | 'invalid-answer'
  /** `verify()` of a script found a request other than the expected one, an answer that failed, or turns that were not played. */
  | 'script-mismatch'
  /** The port or host is not available: taken, forbidden, or not of this machine. */
  | 'listen-failed';

const marker = Symbol.for('@bedrock-kit/local.LocalBedrockError');

/**
 * The error of `createLocalBedrock`, `listen()`, `passTime()`, `scripted()` and its `verify()`. Its message says what is allowed and what
 * was given.
 */
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
