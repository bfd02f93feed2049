// Remembers the header blocks of a stream. A service sends few different ones (Bedrock's ConverseStream has six), so that
// nearly every block is compared instead of read, and its checksum is known.

import { uint8At } from './big-endian.ts';
import { HeaderBlock } from './header-block.ts';
import { readHeaders } from './headers.ts';
import type { Headers } from './message.ts';

/** Twice and more what any service's stream is made of. */
const maxEntries = 16;

/** Longer blocks hold something of their own, such as an error message. */
const maxBlockBytes = 256;

/** A header block that has been read. */
export class KnownHeaders extends HeaderBlock {
  readonly headers: Headers;

  constructor(bytes: Uint8Array, headers: Headers) {
    super(bytes);
    this.headers = headers;
  }

  /** Whether these are the bytes from `start` up to `end`. */
  isAt(bytes: Uint8Array, start: number, end: number): boolean {
    const block = this.bytes;
    const length = end - start;
    if (block.length !== length) return false;
    // Backwards: blocks of equal length begin alike more often than they end alike.
    for (let at = length - 1; at >= 0; at--)
      if (uint8At(block, at) !== uint8At(bytes, start + at)) return false;
    return true;
  }
}

/** The header blocks of one stream. */
export class HeaderMemo {
  readonly #known: KnownHeaders[] = [];
  #last: KnownHeaders | undefined;

  find(bytes: Uint8Array, start: number, end: number): KnownHeaders | undefined {
    // A stream is mostly runs of one kind; a closure in this function would cost each of their messages 56 B.
    return this.#last?.isAt(bytes, start, end) ? this.#last : this.#search(bytes, start, end);
  }

  /** Reads headers, and remembers them where others may come like them. */
  read(bytes: Uint8Array, start: number, end: number, base: number): Headers {
    const headers = readHeaders(bytes, start, end, base);
    if (end - start <= maxBlockBytes && isShareable(headers)) {
      if (this.#known.length === maxEntries) this.#known.pop();
      this.#known.unshift(new KnownHeaders(bytes.slice(start, end), headers));
    }
    return headers;
  }

  #search(bytes: Uint8Array, start: number, end: number): KnownHeaders | undefined {
    this.#last = this.#known.find((known) => known.isAt(bytes, start, end));
    return this.#last;
  }
}

// Strings alone: dates and binary values can be changed by whoever receives them, and where they occur, as in signed
// messages, no two blocks are equal.
function isShareable(headers: Headers): boolean {
  for (const value of Object.values(headers)) {
    if (value.type !== 'string') return false;
    Object.freeze(value);
  }
  return true;
}
