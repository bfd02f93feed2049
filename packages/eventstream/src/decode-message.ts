// Decodes one message whose bytes are all there.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { checkBytes, viewOf } from './bytes.ts';
import { refuse } from './errors.ts';
import { refuseForeign } from './foreign-format.ts';
import { headSum } from './header-block.ts';
import { addHeaders, findHeaders, type HeaderMemo } from './header-memo.ts';
import { type LimitOptions, maxMessageBytesOf } from './limits.ts';
import type { Message } from './message.ts';
import { messageLengthAt } from './prelude.ts';
import { minMessageBytes, preludeBytes, trailerBytes } from './sizes.ts';

/**
 * Decodes exactly one message: headers of all ten types, both checksums checked.
 *
 * The body is a view on `bytes`, not a copy.
 *
 * @throws EventStreamError with the code of the fault; `truncated` where bytes are missing, `trailing-bytes` where
 *   there are more than one message's.
 * @see https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export function decodeMessage(bytes: Uint8Array, options?: LimitOptions): Message {
  checkBytes(bytes);
  const limit = maxMessageBytesOf(options);
  const view = viewOf(bytes);
  const length = bytes.length < preludeBytes ? preludeBytes : messageLengthAt(bytes, view, 0, 0, limit);
  if (bytes.length < length) refuseTorn(bytes, 0, length);
  if (bytes.length > length) refuse('trailing-bytes', length, length, bytes.length);
  return messageAt(bytes, view, 0, length, 0, []);
}

/**
 * Returns the message of `length` bytes at `at`, whose prelude has been checked. `view` shows the same bytes,
 * and `base` added to an index in them is the byte offset in the stream.
 */
export function messageAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  length: number,
  base: number,
  memo: HeaderMemo,
): Message {
  const start = at + preludeBytes;
  const bodyStart = start + view.getInt32(at + 4);
  const end = at + length - trailerBytes;
  const body = new Uint8Array(bytes.buffer, bytes.byteOffset + bodyStart, end - bodyStart);
  const known = findHeaders(memo, view, start, bodyStart);
  const head = headSum(bytes, at, bodyStart, body.length, view.getInt32(at + 8), known?.sums);
  const sum = crc32(body, 0, body.length, head);
  if (sum !== view.getInt32(end)) refuse('message-checksum', base + end, sum >>> 0, view.getUint32(end));
  const headers =
    known?.headers ??
    // A copy, because headers outlive the chunk. Not by `slice`, which does not copy a Buffer.
    addHeaders(memo, new Uint8Array(bytes.subarray(start, bodyStart)), base + start);
  return { headers, body };
}

/** Throws for a message at `offset` that is cut off; `length` is that of the prelude where not even that is complete. */
export function refuseTorn(bytes: Uint8Array, offset: number, length: number): never {
  if (length === preludeBytes) refuseForeign(bytes, offset);
  return refuse('truncated', offset + bytes.length, Math.max(length, minMessageBytes), bytes.length);
}
