// Remembers the header blocks of a stream. A service sends few different ones (Bedrock's ConverseStream has six), so that
// nearly every block is compared instead of read, and its checksum is known.

import { isAt } from '#match';
import { readHeaders } from './headers.ts';
import type { MessageHeaders } from './message.ts';

/** A header block that has been read, and the checksums that follow from it: see header-block.ts. */
export interface KnownHeaders {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly sums: Int32Array;
  readonly headers: MessageHeaders;
}

/** The header blocks of one stream, at most 16: no service's stream has more than half as many kinds. */
export type HeaderMemo = KnownHeaders[];

/** Returns what is known of the headers from `start` up to `end`. */
export function findHeaders(
  memo: HeaderMemo,
  bytes: Uint8Array,
  start: number,
  end: number,
  view: DataView | undefined,
): KnownHeaders | undefined {
  // By index: an iterator or a closure would cost each message 50 to 90 B of heap.
  for (let index = 0; ; index++) {
    const known = memo[index];
    if (!known || isAt(known, bytes, start, end, view)) return known;
  }
}

/** Reads a header block, whose memory it keeps, and remembers it if others like it may come. */
export function addHeaders(memo: HeaderMemo, bytes: Uint8Array, offset: number): MessageHeaders {
  const headers = readHeaders(bytes, offset);
  // Strings alone: whoever receives a date or a binary value can change it, and where they occur, as in signed messages, no two
  // blocks are equal anyway.
  if (memo.length < 16 && Object.values(headers).every((value) => Object.freeze(value).type === 'string'))
    memo.push({ bytes, view: new DataView(bytes.buffer), sums: new Int32Array(512), headers });
  return headers;
}
