// Reads the header block of a message.
// https://smithy.io/2.0/aws/amazon-eventstream.html#headers-format

import { uint16At, uint8At } from './big-endian.ts';
import { EventStreamError, type EventStreamErrorCode } from './errors.ts';
import type { Headers, HeaderValue } from './message.ts';

let utf8: TextDecoder | undefined;

/**
 * Reads the headers from `start` up to `end`, or throws. The record is frozen, its values are copies. `base` added to
 * an index in `bytes` is the byte offset in the stream.
 */
export function readHeaders(bytes: Uint8Array, start: number, end: number, base: number): Headers {
  const headers: Record<string, HeaderValue> = {};
  const reader = new HeaderReader(bytes, start, end, base);
  while (reader.at < end) {
    const offset = base + reader.at;
    const name = reader.name();
    // "Any given header name MUST only appear once in a message."
    if (Object.hasOwn(headers, name))
      throw new EventStreamError(
        'header-duplicate',
        `Header "${name}" comes a second time at byte ${offset}.`,
        {
          offset,
          header: name,
        },
      );
    // Defined, not assigned: a header may be called __proto__.
    Object.defineProperty(headers, name, { value: reader.value(), enumerable: true });
  }
  return Object.freeze(headers);
}

class HeaderReader {
  /** Index of the next byte. */
  at: number;
  readonly #bytes: Uint8Array;
  readonly #end: number;
  readonly #base: number;
  /** Name of the header that is being read. */
  #header: string | undefined;

  constructor(bytes: Uint8Array, start: number, end: number, base: number) {
    this.at = start;
    this.#bytes = bytes;
    this.#end = end;
    this.#base = base;
  }

  name(): string {
    this.#header = undefined;
    const length = this.#uint8();
    if (length === 0) this.#fail('header-name-empty', this.at - 1, '1 to 255 bytes of name', 0);
    return (this.#header = this.#text(length));
  }

  value(): HeaderValue {
    const type = this.#uint8();
    switch (type) {
      case 0:
      case 1:
        return { type: 'boolean', value: type === 0 };
      case 2:
        return { type: 'byte', value: this.#view(1).getInt8(0) };
      case 3:
        return { type: 'short', value: this.#view(2).getInt16(0) };
      case 4:
        return { type: 'integer', value: this.#view(4).getInt32(0) };
      case 5:
        return { type: 'long', value: this.#view(8).getBigInt64(0) };
      case 6:
        return { type: 'binary', value: this.#take(this.#length()).slice() };
      case 7:
        return { type: 'string', value: this.#text(this.#length()) };
      case 8:
        return { type: 'timestamp', value: this.#timestamp() };
      case 9:
        return { type: 'uuid', value: uuidOf(this.#take(16)) };
      default:
        return this.#fail('header-type-unknown', this.at - 1, 'a header type from 0 to 9', type);
    }
  }

  #timestamp(): Date {
    const milliseconds = this.#view(8).getBigInt64(0);
    const date = new Date(Number(milliseconds));
    // A Date reaches 8.64e15 ms to either side of 1970, the format a thousand times as far.
    if (Number.isNaN(date.getTime()))
      this.#fail('header-timestamp', this.at - 8, 'a date within ±8.64e15 ms', milliseconds.toString());
    return date;
  }

  #text(length: number): string {
    const bytes = this.#take(length);
    try {
      utf8 ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      return utf8.decode(bytes);
    } catch {
      return this.#fail('header-utf8', this.at - length, 'text in UTF-8', 'other bytes');
    }
  }

  #length(): number {
    return uint16At(this.#take(2), 0);
  }

  #uint8(): number {
    return uint8At(this.#take(1), 0);
  }

  #view(length: number): DataView {
    const bytes = this.#take(length);
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  }

  #take(length: number): Uint8Array {
    const start = this.at;
    if (length > this.#end - start)
      this.#fail('header-truncated', start, `${length} more bytes of headers`, this.#end - start);
    this.at += length;
    return this.#bytes.subarray(start, this.at);
  }

  #fail(code: EventStreamErrorCode, at: number, expected: string, found: number | string): never {
    const offset = this.#base + at;
    const header = this.#header;
    const where = header === undefined ? 'a header' : `header "${header}"`;
    throw new EventStreamError(code, `In ${where} at byte ${offset}: ${expected} expected, ${found} found.`, {
      offset,
      expected,
      found,
      header,
    });
  }
}

function uuidOf(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
