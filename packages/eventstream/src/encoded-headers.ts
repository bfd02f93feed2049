// Encodes headers, and remembers what it has encoded: a stream is encoded from few different headers.

import type { HeaderBlock } from './header-block.ts';
import { HeaderWriter } from './header-writer.ts';
import type { MessageHeaders } from './message.ts';

/** Headers, all of them strings, and their encoded form. */
interface KnownStrings {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
  readonly block: HeaderBlock;
}

/** At most eight. */
const knownStrings: KnownStrings[] = [];
let last: KnownStrings | undefined;
let idleWriter: HeaderWriter | undefined;

/** Returns encoded headers that came before and hold nothing but strings. */
export function knownBlock(headers: MessageHeaders): HeaderBlock | undefined {
  if (!last || !isOf(last, headers)) last = knownStrings.find((known) => isOf(known, headers));
  return last?.block;
}

/** Returns the encoded headers, or throws as HeaderWriter does. */
export function encodeHeaders(headers: MessageHeaders): Uint8Array {
  // Taken while it is used: a getter among the headers might encode a message of its own.
  const writer = idleWriter ?? new HeaderWriter();
  idleWriter = undefined;
  const bytes = writer.write(headers).slice();
  idleWriter = writer;
  const values = Object.values(headers);
  // Longer ones hold something of their own, such as an error message.
  if (bytes.length <= 256 && values.every(({ type }) => type === 'string')) {
    knownStrings.unshift({
      names: Object.keys(headers),
      values: values.map(({ value }) => value),
      block: { bytes, sums: new Int32Array(512) },
    });
    knownStrings.length = Math.min(knownStrings.length, 8);
  }
  return bytes;
}

function isOf({ names, values }: KnownStrings, headers: MessageHeaders): boolean {
  let index = 0;
  for (const name in headers) {
    const header = headers[name];
    if (name !== names[index] || header?.type !== 'string' || header.value !== values[index]) return false;
    index++;
  }
  return index === names.length;
}
