// Encodes one message.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { putInt32 } from './big-endian.ts';
import { plainBytes } from './bytes.ts';
import { encodedHeaders } from './encoded-headers.ts';
import { EventStreamError } from './errors.ts';
import {
  type LimitOptions,
  maxMessageBytesOf,
  minMessageBytes,
  preludeBytes,
  trailerBytes,
} from './limits.ts';
import type { MessageInput } from './message.ts';

/**
 * Encodes a message: lengths, both checksums, the headers in the order of the record, the body.
 *
 * @throws EventStreamError for what the format forbids: `header-name` (1 to 255 bytes), `header-value` (out of its
 *   type's range, or longer than 32,767 bytes; the error names the header), `headers-too-long` (131,072 bytes in all),
 *   `message-too-long` (`maxMessageBytes`), `body`.
 * @see https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export function encodeMessage(message: MessageInput, options?: LimitOptions): Uint8Array {
  const limit = maxMessageBytesOf(options);
  const body = message.body === undefined ? undefined : plainBytes(message.body, 'body');
  const headers = encodedHeaders(message.headers ?? {});
  const bodyBytes = body?.length ?? 0;
  const length = minMessageBytes + headers.bytes.length + bodyBytes;
  if (length > limit)
    throw new EventStreamError(
      'message-too-long',
      `The message would have ${length} bytes; maxMessageBytes allows ${limit}.`,
      { expected: limit, found: length },
    );
  const bytes = new Uint8Array(length);
  putInt32(bytes, 0, length);
  putInt32(bytes, 4, headers.bytes.length);
  putInt32(bytes, 8, crc32(bytes, 0, 8));
  bytes.set(headers.bytes, preludeBytes);
  let sum = headers.sum(bytes, 0, bodyBytes);
  if (body !== undefined) {
    bytes.set(body, length - trailerBytes - bodyBytes);
    sum = crc32(body, 0, bodyBytes, sum);
  }
  putInt32(bytes, length - trailerBytes, sum);
  return bytes;
}
