// An encoded header block that comes again and again, and the checksums that follow from it.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { int32At } from './big-endian.ts';
import { preludeBytes } from './limits.ts';

/** For how many lengths of the body the checksum up to it is remembered: 0 up to this. */
const maxSums = 512;

/** The bytes of a header block. */
export class HeaderBlock {
  readonly bytes: Uint8Array;
  /** The checksum over prelude and headers, by the length of the body; 0 is not known yet. */
  #sums: Int32Array | undefined;
  #used = false;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /**
   * Returns what `headSum` does for the message at `at`. Both lengths are in the prelude, and with them its own checksum,
   * so the sum depends on the length of the body alone.
   */
  sum(bytes: Uint8Array, at: number, bodyBytes: number): number {
    const known = this.#sums?.[bodyBytes];
    if (known) return known;
    const sum = headSum(bytes, at, this.bytes.length);
    // Most blocks that are used once are used only once.
    if (this.#used) (this.#sums ??= new Int32Array(maxSums))[bodyBytes] = sum;
    this.#used = true;
    return sum;
  }
}

/** The checksum over a message's prelude, whose own checksum is known to be right, and its headers. */
export function headSum(bytes: Uint8Array, at: number, headersBytes: number): number {
  return crc32(bytes, at + 8, at + preludeBytes + headersBytes, int32At(bytes, at + 8));
}
