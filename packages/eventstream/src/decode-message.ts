// Decodes one message whose bytes are all there.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { int32At } from './big-endian.ts';
import { checkBytes } from './bytes.ts';
import { refuse } from './errors.ts';
import { refuseForeign } from './foreign-format.ts';
import { headSum } from './header-block.ts';
import { addHeaders, findHeaders, type HeaderMemo } from './header-memo.ts';
import { type LimitOptions, maxMessageBytesOf } from './limits.ts';
import type { Message } from './message.ts';
import { messageLengthAt } from './prelude.ts';
import { minMessageBytes, preludeBytes, trailerBytes } from './sizes.ts';

/**
 * Decodes exactly one message, and checks both checksums. The body is a view of `bytes`, not a copy.
 *
 * @throws EventStreamError with the code of the fault; `truncated` if bytes are missing, `trailing-bytes` if there are
 *   more than those of one message.
 * @see https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export function decodeMessage(bytes: Uint8Array, options?: LimitOptions): Message {
  checkBytes(bytes);
  const limit = maxMessageBytesOf(options);
  const length = bytes.length < preludeBytes ? preludeBytes : messageLengthAt(bytes, 0, 0, limit);
  if (bytes.length < length) refuseTorn(bytes, 0, length);
  if (bytes.length > length) refuse('trailing-bytes', length, length, bytes.length);
  return messageAt(bytes, 0, length, 0, []);
}

/**
 * Returns the message of `length` bytes at `at`, whose prelude has been checked. `base` added to an index in `bytes` is
 * the byte offset in the stream; `view` is what `viewOf` gave for them.
 */
export function messageAt(
  bytes: Uint8Array,
  at: number,
  length: number,
  base: number,
  memo: HeaderMemo,
  view?: DataView,
): Message {
  const start = at + preludeBytes;
  const bodyStart = start + int32At(bytes, at + 4);
  const end = at + length - trailerBytes;
  const body = new Uint8Array(bytes.buffer, bytes.byteOffset + bodyStart, end - bodyStart);
  const known = findHeaders(memo, bytes, start, bodyStart, view);
  const head = headSum(bytes, at, bodyStart, body.length, int32At(bytes, at + 8), known?.sums);
  const sum = crc32(body, 0, body.length, head);
  if (sum !== int32At(bytes, end))
    refuse('message-checksum', base + end, sum >>> 0, int32At(bytes, end) >>> 0);
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
