// The first twelve bytes of a message: its length, that of its headers, and the checksum of both.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { int32At } from './big-endian.ts';
import { refuse } from './errors.ts';
import { refuseForeign } from './foreign-format.ts';
import { checkMessageBytes } from './limits.ts';
import { maxHeadersBytes, minMessageBytes, preludeBytes } from './sizes.ts';

/**
 * Returns the length of the message whose prelude stands at `at`, or throws. No length is believed before its checksum
 * is. `base` added to an index in `bytes` is the byte offset in the stream.
 */
export function messageLengthAt(
  bytes: Uint8Array,
  at: number,
  base: number,
  maxMessageBytes: number,
): number {
  const offset = base + at;
  const sum = crc32(bytes, at, at + 8);
  if (sum !== int32At(bytes, at + 8)) {
    refuseForeign(bytes.subarray(at, at + preludeBytes), offset);
    refuse('prelude-checksum', offset + 8, sum >>> 0, int32At(bytes, at + 8) >>> 0);
  }
  const length = int32At(bytes, at) >>> 0;
  const headersBytes = int32At(bytes, at + 4) >>> 0;
  checkMessageBytes(length, maxMessageBytes, offset);
  const room = Math.min(length - minMessageBytes, maxHeadersBytes);
  if (headersBytes > room) refuse('headers-length', offset + 4, room, headersBytes);
  return length;
}
