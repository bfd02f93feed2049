// Sizes of the format, all in bytes.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { refuse } from './errors.ts';

/** Two lengths of four bytes each and their checksum. */
export const preludeBytes = 12;

/** The checksum of the whole message, at its end. */
export const trailerBytes = 4;

/** A message without headers and body. */
export const minMessageBytes = 16;

/** The specification's bound on the encoded headers of one message. */
export const maxHeadersBytes: number = 1 << 17;

/** 16 MiB: what AWS's own libraries allowed until the bound was raised, and far above what any service sends. */
const defaultMaxMessageBytes = 1 << 24;

/** 24 MiB: AWS_EVENT_STREAM_MAX_MESSAGE_SIZE of aws-c-event-stream, and the specification's bound on a body. */
const greatestMaxMessageBytes = 3 << 23;

/** Limits that a caller may set. */
export interface LimitOptions {
  /**
   * The longest message to accept, in bytes, its lengths and checksums included: 16 to 25,165,824 (24 MiB).
   * 16,777,216 (16 MiB) by default. Bounds the memory that a decoder reserves.
   */
  maxMessageBytes?: number | undefined;
}

/** Returns the limit in force, or throws (code `message-length`) where it is none. */
export function maxMessageBytesOf(options: LimitOptions | undefined): number {
  const limit = options?.maxMessageBytes ?? defaultMaxMessageBytes;
  checkMessageBytes(limit, greatestMaxMessageBytes);
  return limit;
}

/** Throws for a length that no message may have. */
export function checkMessageBytes(length: number, limit: number, offset?: number): void {
  // Written so that NaN is refused too.
  if (!(length >= minMessageBytes && length <= limit))
    refuse('message-length', offset, `${minMessageBytes} to ${limit}`, length);
}
