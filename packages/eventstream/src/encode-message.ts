// Encodes one message.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { putUint32 } from './big-endian.ts';
import { plainBytes } from './bytes.ts';
import { EventStreamError } from './errors.ts';
import { HeaderWriter } from './header-writer.ts';
import {
  type LimitOptions,
  maxMessageBytesOf,
  minMessageBytes,
  preludeBytes,
  trailerBytes,
} from './limits.ts';
import type { MessageInput } from './message.ts';

const nothing: Uint8Array = new Uint8Array(0);

let idle: HeaderWriter | undefined;

/**
 * Encodes a message: lengths, both checksums, headers in the order of the record, body.
 *
 * @throws EventStreamError for what the format forbids: `header-name` (1 to 255 bytes), `header-value` (out of its
 *   type's range, or longer than 32,767 bytes; the error names the header), `headers-too-long` (131,072 bytes in all),
 *   `message-too-long` (`maxMessageBytes`), `body`.
 * @see https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export function encodeMessage(message: MessageInput, options?: LimitOptions): Uint8Array {
  const limit = maxMessageBytesOf(options);
  const body = message.body === undefined ? nothing : plainBytes(message.body, 'body');
  // Taken while it is used: a getter among the headers might encode a message of its own.
  const writer = idle ?? new HeaderWriter();
  idle = undefined;
  const headers = message.headers === undefined ? nothing : writer.write(message.headers);
  const bytes = assemble(headers, body, limit);
  idle = writer;
  return bytes;
}

function assemble(headers: Uint8Array, body: Uint8Array, limit: number): Uint8Array {
  const length = minMessageBytes + headers.length + body.length;
  if (length > limit)
    throw new EventStreamError(
      'message-too-long',
      `The message would have ${length} bytes; maxMessageBytes allows ${limit}.`,
      { expected: limit, found: length },
    );
  const bytes = new Uint8Array(length);
  const end = length - trailerBytes;
  putUint32(bytes, 0, length);
  putUint32(bytes, 4, headers.length);
  const checksum = crc32(bytes, 0, 8);
  putUint32(bytes, 8, checksum);
  bytes.set(headers, preludeBytes);
  bytes.set(body, preludeBytes + headers.length);
  putUint32(bytes, end, crc32(bytes, 8, end, checksum));
  return bytes;
}
