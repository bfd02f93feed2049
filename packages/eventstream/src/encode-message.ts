// Encodes one message.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { putInt32 } from './big-endian.ts';
import { checkBytes } from './bytes.ts';
import { encodeHeaders, knownBlock } from './encoded-headers.ts';
import { headSum } from './header-block.ts';
import { checkMessageBytes, type LimitOptions, maxMessageBytesOf } from './limits.ts';
import type { MessageInput } from './message.ts';
import { minMessageBytes, preludeBytes, trailerBytes } from './sizes.ts';

/** Bytes in memory of their own, which fetch and Blob take: `Uint8Array<ArrayBuffer>`, written so that compilers before 5.7 know it, too. */
type OwnBytes = ReturnType<Uint8ArrayConstructor['of']>;

/**
 * Encodes a message: lengths, both checksums, the headers in the order of the record, the body.
 *
 * @throws EventStreamError for what the format forbids: `header-name` (not 1 to 255 bytes), `header-value` (out of its
 *   type's range, or longer than 32,767 bytes), `headers-length` (more than 131,072 bytes in all), `message-length` (more
 *   than `maxMessageBytes`), `not-bytes` (a body that is not a Uint8Array). `header` names the header.
 * @see https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export function encodeMessage(message: MessageInput, options?: LimitOptions): OwnBytes {
  const limit = maxMessageBytesOf(options);
  const { body } = message;
  if (body !== undefined) checkBytes(body);
  const given = message.headers ?? {};
  const block = knownBlock(given);
  const headers = block?.bytes ?? encodeHeaders(given);
  const bodyBytes = body?.length ?? 0;
  const length = minMessageBytes + headers.length + bodyBytes;
  checkMessageBytes(length, limit);
  const bytes = new Uint8Array(length);
  putInt32(bytes, 0, length);
  putInt32(bytes, 4, headers.length);
  const preludeSum = crc32(bytes, 0, 8);
  putInt32(bytes, 8, preludeSum);
  bytes.set(headers, preludeBytes);
  const bodyStart = preludeBytes + headers.length;
  let sum = headSum(bytes, 0, bodyStart, bodyBytes, preludeSum, block?.sums);
  if (body) {
    bytes.set(body, bodyStart);
    sum = crc32(body, 0, bodyBytes, sum);
  }
  putInt32(bytes, length - trailerBytes, sum);
  return bytes;
}
