// The one error class of this package: what was wrong, at which byte of the stream, and what was expected there.
// https://smithy.io/2.0/aws/amazon-eventstream.html

/** What went wrong, one code for each kind of fault. The README explains each. */
export type EventStreamErrorCode =
  // The input is not, or is no longer, a well-formed stream of messages.
  | 'not-event-stream'
  | 'prelude-checksum'
  | 'message-checksum'
  | 'message-too-short'
  | 'message-too-long'
  | 'headers-too-long'
  | 'headers-overrun'
  | 'header-truncated'
  | 'header-name-empty'
  | 'header-duplicate'
  | 'header-type-unknown'
  | 'header-utf8'
  | 'header-timestamp'
  | 'truncated'
  | 'trailing-bytes'
  // The message is well formed, but its headers do not say what it is.
  | 'message-type'
  | 'event-name'
  // A message that cannot be encoded.
  | 'header-name'
  | 'header-value'
  | 'body'
  // The decoder was used wrongly, or after it had failed.
  | 'chunk'
  | 'option'
  | 'decoder-failed'
  | 'decoder-ended';

/** Where the fault lies and what was compared. */
export interface EventStreamErrorPlace {
  /** Byte offset in the stream, counted from the first byte that the decoder was given. */
  offset?: number | undefined;
  /** What the format, or a limit, asks for at that place. */
  expected?: number | string | undefined;
  /** What stands there instead. */
  found?: number | string | undefined;
  /** The name of the header concerned. */
  header?: string | undefined;
  /** The error that led to this one. */
  cause?: unknown;
}

const marker: unique symbol = Symbol.for('@bedrock-kit/eventstream/EventStreamError') as never;

/** Thrown, or rejected with, by every function of this package. */
export class EventStreamError extends Error {
  /** The kind of fault: switch on it. */
  readonly code: EventStreamErrorCode;
  /** Byte offset in the stream of the field at fault; undefined where there is no stream, as in encoding. */
  readonly offset: number | undefined;
  readonly expected: number | string | undefined;
  readonly found: number | string | undefined;
  readonly header: string | undefined;

  constructor(code: EventStreamErrorCode, message: string, place: EventStreamErrorPlace = {}) {
    super(message, 'cause' in place ? { cause: place.cause } : undefined);
    this.name = 'EventStreamError';
    this.code = code;
    this.offset = place.offset;
    this.expected = place.expected;
    this.found = place.found;
    this.header = place.header;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Whether a value is an error of this class, also of another copy of this package. */
  static isInstance(value: unknown): value is EventStreamError {
    return value instanceof Error && marker in value;
  }
}
