// The one error class of this package: what was wrong, at which byte of the stream, and what was expected there.
// https://smithy.io/2.0/aws/amazon-eventstream.html

/** What went wrong, one code for each kind of fault. The README explains each. */
export type EventStreamErrorCode =
  // The input is not, or is no longer, a well-formed stream of messages.
  | 'not-event-stream'
  | 'prelude-checksum'
  | 'message-checksum'
  | 'message-length'
  | 'headers-length'
  | 'header-truncated'
  | 'header-type-unknown'
  | 'header-utf8'
  | 'truncated'
  | 'trailing-bytes'
  // The message is well formed, but its headers do not say what it is.
  | 'message-type'
  | 'event-name'
  // In both directions: a name that is empty, too long, or used twice.
  | 'header-name'
  // A message that cannot be encoded.
  | 'header-value'
  // The package was used wrongly.
  | 'not-bytes';

const marker: symbol = Symbol.for('@bedrock-kit/eventstream');

/**
 * What every function of this package throws or rejects with. The message says the code (or the header), what was expected and found,
 * and the place: "message-checksum: expected 1488148355, found 1349026376 at byte 163".
 */
export class EventStreamError extends Error {
  /** The kind of fault: switch on it. */
  declare readonly code: EventStreamErrorCode;
  /** The byte offset in the stream, counted from the first byte given to the decoder. `undefined` in encoding and in `readEvent`. */
  declare readonly offset: number | undefined;
  /** What the format, or a limit, requires at that place. */
  declare readonly expected: number | string;
  /** What was there instead. */
  declare readonly found: number | string;
  /** The name of the header concerned, in encoding and in `readEvent`. */
  declare readonly header: string | undefined;

  constructor(
    code: EventStreamErrorCode,
    offset: number | undefined,
    expected: number | string,
    found: number | string,
    header?: string,
  ) {
    const where = offset === undefined ? '' : ` at byte ${offset}`;
    super(`${header || code}: expected ${expected}, found ${found}${where}`);
    Object.assign(this, { name: 'EventStreamError', code, offset, expected, found, header, [marker]: true });
  }

  /** Whether a value is an `EventStreamError`, of this or another copy of the package. */
  static isInstance(value: unknown): value is EventStreamError {
    return marker in (Object(value) as object);
  }
}

/** Throws an EventStreamError. */
export function refuse(...place: ConstructorParameters<typeof EventStreamError>): never {
  throw new EventStreamError(...place);
}
