// Decodes one message whose bytes are all there.
// https://smithy.io/2.0/aws/amazon-eventstream.html#message-format

import { crc32 } from '#crc32';
import { int32At, uint32At } from './big-endian.ts';
import { plainBytes } from './bytes.ts';
import { EventStreamError } from './errors.ts';
import { headSum } from './header-block.ts';
import type { HeaderMemo } from './header-memo.ts';
import { readHeaders } from './headers.ts';
import {
  type LimitOptions,
  maxMessageBytesOf,
  minMessageBytes,
  preludeBytes,
  trailerBytes,
} from './limits.ts';
import type { Message } from './message.ts';
import { messageLengthAt, refuseForeign } from './prelude.ts';

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
  const plain = plainBytes(bytes, 'chunk');
  const maxMessageBytes = maxMessageBytesOf(options);
  if (plain.length < preludeBytes) refuseTorn(plain, 0, plain.length, undefined);
  const length = messageLengthAt(plain, 0, 0, maxMessageBytes);
  if (plain.length < length) refuseTorn(plain, 0, plain.length, length);
  if (plain.length > length)
    throw new EventStreamError(
      'trailing-bytes',
      `The message ends at byte ${length}, ${plain.length - length} bytes follow: use EventStreamDecoder for more than one message.`,
      { offset: length, expected: length, found: plain.length },
    );
  return messageAt(plain, 0, length, 0);
}

/**
 * Returns the message of `length` bytes at `at`, whose prelude has been checked. `base` added to an index in `bytes` is
 * the byte offset in the stream.
 */
export function messageAt(
  bytes: Uint8Array,
  at: number,
  length: number,
  base: number,
  memo?: HeaderMemo,
): Message {
  const headersStart = at + preludeBytes;
  const bodyStart = headersStart + uint32At(bytes, at + 4);
  const end = at + length - trailerBytes;
  const known = memo?.find(bytes, headersStart, bodyStart);
  const head = known?.sum(bytes, at, end - bodyStart) ?? headSum(bytes, at, bodyStart - headersStart);
  const body = new Uint8Array(bytes.buffer, bytes.byteOffset + bodyStart, end - bodyStart);
  const checksum = crc32(body, 0, body.length, head);
  const stated = int32At(bytes, end);
  if (checksum !== stated)
    throw new EventStreamError(
      'message-checksum',
      `The message of ${length} bytes at byte ${base + at} was damaged on the way: its checksum is ${checksum >>> 0}, not ${stated >>> 0} as stated.`,
      { offset: base + end, expected: checksum >>> 0, found: stated >>> 0 },
    );
  const headers =
    known?.headers ??
    (memo
      ? memo.read(bytes, headersStart, bodyStart, base)
      : readHeaders(bytes, headersStart, bodyStart, base));
  return { headers, body };
}

/** Throws for a message at `offset` of whose `length` bytes, where that is known, only the first `found` came. */
export function refuseTorn(
  bytes: Uint8Array,
  offset: number,
  found: number,
  length: number | undefined,
): never {
  if (length === undefined) refuseForeign(bytes.subarray(0, found), offset);
  const expected = length ?? minMessageBytes;
  throw new EventStreamError(
    'truncated',
    `The input ends within the message at byte ${offset}: ${found} of ${length === undefined ? 'at least ' : ''}${expected} bytes came.`,
    { offset: offset + found, expected, found },
  );
}
