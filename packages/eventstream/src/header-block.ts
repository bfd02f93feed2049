// An encoded header block that comes again and again, and the checksums that follow from it.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';

/** A header block, and the checksums over prelude and block by the length of the body, 0 up to 511; 0 is not known yet. */
export interface HeaderBlock {
  readonly bytes: Uint8Array;
  readonly sums: Int32Array;
}

/**
 * Returns the checksum over the message at `at` up to its body at `bodyStart`; `preludeSum` is that of its prelude. The prelude holds
 * nothing but two lengths and its own checksum, so that for one block the result depends on the length of the body alone.
 */
export function headSum(
  bytes: Uint8Array,
  at: number,
  bodyStart: number,
  bodyBytes: number,
  preludeSum: number,
  sums: Int32Array | number[] = [],
): number {
  // A typed array drops what is written past its end, so a longer body is summed anew each time.
  return (sums[bodyBytes] ||= crc32(bytes, at + 8, bodyStart, preludeSum));
}
