// The first twelve bytes of a message: its length, that of its headers, and the checksum of both.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { int32At, uint32At } from './big-endian.ts';
import { EventStreamError, type EventStreamErrorCode } from './errors.ts';
import { foreignFormat } from './foreign-format.ts';
import { maxHeadersBytes, minMessageBytes, preludeBytes } from './limits.ts';

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
  const checksum = crc32(bytes, at, at + 8);
  const stated = int32At(bytes, at + 8);
  if (checksum !== stated) {
    refuseForeign(bytes.subarray(at, at + preludeBytes), base + at);
    throw new EventStreamError(
      'prelude-checksum',
      `The lengths of the message at byte ${base + at} were damaged on the way: their checksum is ${checksum >>> 0}, not ${stated >>> 0} as stated.`,
      { offset: base + at + 8, expected: checksum >>> 0, found: stated >>> 0 },
    );
  }
  const length = uint32At(bytes, at);
  const headersLength = uint32At(bytes, at + 4);
  const offset = base + at;
  if (length < minMessageBytes) refuseLength('message-too-short', 'length', length, minMessageBytes, offset);
  if (length > maxMessageBytes) refuseLength('message-too-long', 'length', length, maxMessageBytes, offset);
  if (headersLength > maxHeadersBytes)
    refuseLength('headers-too-long', 'headers', headersLength, maxHeadersBytes, offset + 4);
  if (headersLength > length - minMessageBytes)
    refuseLength('headers-overrun', 'headers', headersLength, length - minMessageBytes, offset + 4);
  return length;
}

function refuseLength(
  code: EventStreamErrorCode,
  field: string,
  found: number,
  expected: number,
  offset: number,
): never {
  const bound = found < expected ? 'at least' : 'at most';
  throw new EventStreamError(
    code,
    `A message states ${found} as its ${field} length at byte ${offset}; ${bound} ${expected} is possible.`,
    { offset, expected, found },
  );
}

/** Throws where the bytes of a prelude, or what there is of one, are the text of another format. */
export function refuseForeign(prelude: Uint8Array, offset: number): void {
  const found = foreignFormat(prelude);
  if (found === undefined) return;
  throw new EventStreamError(
    'not-event-stream',
    `At byte ${offset} stands ${found}, not a message of an event stream: look at the status and the content type of the response.`,
    { offset, expected: 'application/vnd.amazon.eventstream', found },
  );
}
