// The longest message that is accepted, as a caller may set it.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { refuse } from './errors.ts';
import { greatestMaxMessageBytes, minMessageBytes } from './sizes.ts';

/** Limits that a caller may set. */
export interface LimitOptions {
  /**
   * The longest message to accept, in bytes, with its lengths and checksums: 16 to 25,165,824 (24 MiB), which is the
   * default. It limits the memory that a decoder reserves.
   */
  maxMessageBytes?: number | undefined;
}

/** Returns the limit in force, or throws (code `message-length`) where it is none. */
export function maxMessageBytesOf(options: LimitOptions | undefined): number {
  const limit = options?.maxMessageBytes ?? greatestMaxMessageBytes;
  checkMessageBytes(limit, greatestMaxMessageBytes);
  return limit;
}

/** Throws for a length that no message may have. */
export function checkMessageBytes(length: number, limit: number, offset?: number): void {
  // Written so that NaN is refused too.
  if (!(length >= minMessageBytes && length <= limit))
    refuse('message-length', offset, `${minMessageBytes} to ${limit}`, length);
}
