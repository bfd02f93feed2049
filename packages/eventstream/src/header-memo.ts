// Remembers the header blocks of a stream. A service sends few different ones (Bedrock's ConverseStream has six), so that
// nearly every block is compared instead of read, and its checksum is known.

import { readHeaders } from './headers.ts';
import type { Headers } from './message.ts';

/** A header block that has been read, and the checksums that follow from it: see header-block.ts. */
export interface KnownHeaders {
  readonly block: DataView;
  readonly sums: Int32Array;
  readonly headers: Headers;
}

/** The header blocks of one stream, at most 16: twice and more what any service's stream is made of. */
export type HeaderMemo = KnownHeaders[];

/** Returns what is known of the headers that `view` shows from `start` up to `end`. */
export function findHeaders(
  memo: HeaderMemo,
  view: DataView,
  start: number,
  end: number,
): KnownHeaders | undefined {
  // By index: an iterator or a closure would cost each message 50 to 90 B of heap.
  for (let index = 0; ; index++) {
    const known = memo[index];
    if (!known || isAt(known.block, view, start, end)) return known;
  }
}

/** Reads a header block, whose memory it keeps, and remembers it if others like it may come. */
export function addHeaders(memo: HeaderMemo, bytes: Uint8Array, offset: number): Headers {
  const headers = readHeaders(bytes, offset);
  // Strings alone: dates and binary values can be changed by whoever receives them, and where they occur, as in signed
  // messages, no two blocks are equal.
  if (memo.length < 16 && Object.values(headers).every((value) => Object.freeze(value).type === 'string'))
    memo.push({ block: new DataView(bytes.buffer), sums: new Int32Array(512), headers });
  return headers;
}

// Four bytes a step. The last four may overlap those before them; no block of a string is shorter.
function isAt(block: DataView, view: DataView, start: number, end: number): boolean {
  const length = end - start;
  let same = block.byteLength === length;
  for (let index = 0; same && index < length; index += 4) {
    const at = Math.min(index, length - 4);
    same = block.getInt32(at) === view.getInt32(start + at);
  }
  return same;
}
