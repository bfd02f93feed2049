// The first twelve bytes of a message: its length, that of its headers, and the checksum of both.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { refuse } from './errors.ts';
import { refuseForeign } from './foreign-format.ts';
import { checkMessageBytes } from './limits.ts';
import { maxHeadersBytes, minMessageBytes, preludeBytes } from './sizes.ts';

/**
 * Returns the length of the message whose prelude stands at `at`, or throws. No length is believed before its checksum
 * is. `view` shows the same bytes, and `base` added to an index in them is the byte offset in the stream.
 */
export function messageLengthAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  base: number,
  maxMessageBytes: number,
): number {
  const offset = base + at;
  const sum = crc32(bytes, at, at + 8);
  if (sum !== view.getInt32(at + 8)) {
    refuseForeign(bytes.subarray(at, at + preludeBytes), offset);
    refuse('prelude-checksum', offset + 8, sum >>> 0, view.getUint32(at + 8));
  }
  const length = view.getUint32(at);
  const headersBytes = view.getUint32(at + 4);
  checkMessageBytes(length, maxMessageBytes, offset);
  const room = Math.min(length - minMessageBytes, maxHeadersBytes);
  if (headersBytes > room) refuse('headers-length', offset + 4, room, headersBytes);
  return length;
}
