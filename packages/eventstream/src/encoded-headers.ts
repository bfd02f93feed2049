// Encodes headers, and remembers what it has encoded: a stream is encoded from few different headers.

import { HeaderBlock } from './header-block.ts';
import { HeaderWriter } from './header-writer.ts';
import type { Headers } from './message.ts';

/** How many different headers are remembered. */
const maxEntries = 8;

/** Longer ones hold something of their own, such as an error message. */
const maxBlockBytes = 256;

const known: EncodedStrings[] = [];
let last: EncodedStrings | undefined;
let idleWriter: HeaderWriter | undefined;

/** Headers, all of them strings, and their encoded form. */
class EncodedStrings extends HeaderBlock {
  readonly #names: readonly string[];
  readonly #values: readonly unknown[];

  constructor(bytes: Uint8Array, headers: Headers) {
    super(bytes);
    this.#names = Object.keys(headers);
    this.#values = Object.values(headers).map(({ value }) => value);
  }

  /** Whether these headers would be encoded to the same bytes. */
  isOf(headers: Headers): boolean {
    let index = 0;
    for (const name in headers) {
      const header = headers[name];
      if (name !== this.#names[index] || header?.type !== 'string' || header.value !== this.#values[index])
        return false;
      index++;
    }
    return index === this.#names.length;
  }
}

/** Returns the encoded headers, or throws as HeaderWriter does. */
export function encodedHeaders(headers: Headers): HeaderBlock {
  if (last?.isOf(headers)) return last;
  last = known.find((block) => block.isOf(headers));
  return last ?? encode(headers);
}

function encode(headers: Headers): HeaderBlock {
  // Taken while it is used: a getter among the headers might encode a message of its own.
  const writer = idleWriter ?? new HeaderWriter();
  idleWriter = undefined;
  const bytes = writer.write(headers).slice();
  idleWriter = writer;
  if (bytes.length > maxBlockBytes || !Object.values(headers).every(({ type }) => type === 'string'))
    return new HeaderBlock(bytes);
  last = new EncodedStrings(bytes, headers);
  if (known.length === maxEntries) known.pop();
  known.unshift(last);
  return last;
}
