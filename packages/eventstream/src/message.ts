// A message as the application sees it.
// https://smithy.io/2.0/aws/amazon-eventstream.html#headers-format

/**
 * The value of a header, tagged with its type on the wire.
 *
 * - `byte`, `short`, `integer`: signed, of 1, 2 and 4 bytes
 * - `long`: signed, of 8 bytes
 * - `binary`, `string`: at most 32,767 bytes (a string in UTF-8)
 * - `timestamp`: to the millisecond; an invalid Date if a Date cannot hold it
 * - `uuid`: lower case, 8-4-4-4-12 digits
 */
export type MessageHeaderValue =
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'byte' | 'short' | 'integer'; readonly value: number }
  | { readonly type: 'long'; readonly value: bigint }
  | { readonly type: 'binary'; readonly value: Uint8Array }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'timestamp'; readonly value: Date }
  | { readonly type: 'uuid'; readonly value: string };

/** The headers of a message by name. A decoded record is frozen: messages with equal headers may share one. */
export type MessageHeaders = Readonly<Record<string, MessageHeaderValue>>;

/** A decoded message. */
export interface Message {
  /** The headers by name. Names that AWS defines, such as `:message-type`, begin with a colon. */
  readonly headers: MessageHeaders;
  /**
   * The payload. It is a view, not a copy, of the chunk that the message arrived in (or, for a message cut across chunks,
   * of memory of its own). Copy it with `slice()` if that chunk will be overwritten, or if a small body would keep a large
   * chunk in memory.
   */
  readonly body: Uint8Array;
}

/** A message to encode. */
export interface MessageInput {
  /** None by default. */
  readonly headers?: MessageHeaders | undefined;
  /** Empty by default. */
  readonly body?: Uint8Array | undefined;
}
