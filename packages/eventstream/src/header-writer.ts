// Writes header blocks.
// https://smithy.io/2.0/aws/amazon-eventstream.html#headers-format

import { putInt16, putInt32 } from './big-endian.ts';
import { type EventStreamErrorCode, refuse } from './errors.ts';
import { maxHeadersBytes, maxNameBytes, maxValueBytes } from './sizes.ts';
import type { MessageHeaders, MessageHeaderValue } from './message.ts';

const uuidDigits = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Writes one header block at a time, into memory that is used again. */
export class HeaderWriter {
  #bytes: Uint8Array = new Uint8Array(512);
  #at = 0;
  /** Name of the header that is being written. */
  #header = '';

  /** Returns the encoded headers, in memory that the next call overwrites. */
  write(headers: MessageHeaders): Uint8Array {
    this.#at = 0;
    for (const name of Object.keys(headers)) {
      this.#header = name;
      const start = this.#advance(1);
      const length = this.#text(name, 'header-name', maxNameBytes);
      if (length === 0) this.#fail('header-name', `1 to ${maxNameBytes} bytes of name`, 0);
      this.#bytes[start] = length;
      this.#value(headers[name]);
    }
    if (this.#at > maxHeadersBytes) refuse('headers-length', undefined, maxHeadersBytes, this.#at);
    return this.#bytes.subarray(0, this.#at);
  }

  // Callers without types bring anything, so each value is looked at before it is written.
  #value(header: MessageHeaderValue | undefined): void {
    const given: { readonly type?: unknown; readonly value?: unknown } | undefined = header;
    const value = given?.value;
    switch (given?.type) {
      case 'boolean':
        if (typeof value !== 'boolean') this.#refuse('a boolean', value);
        this.#uint8(value ? 0 : 1);
        return;
      case 'byte':
        this.#uint8(2);
        this.#uint8(this.#integer(value, 0x80));
        return;
      case 'short':
        this.#uint8(3);
        this.#int16(this.#integer(value, 0x8000));
        return;
      case 'integer':
        this.#uint8(4);
        this.#int32(this.#integer(value, 0x8000_0000));
        return;
      case 'long':
        this.#uint8(5);
        this.#int64(value);
        return;
      case 'binary':
        this.#uint8(6);
        this.#binary(value);
        return;
      case 'string': {
        this.#uint8(7);
        const start = this.#advance(2);
        const length = this.#text(value, 'header-value', maxValueBytes);
        putInt16(this.#bytes, start, length);
        return;
      }
      case 'timestamp':
        this.#uint8(8);
        this.#timestamp(value);
        return;
      case 'uuid':
        this.#uint8(9);
        this.#uuid(value);
        return;
      default:
        this.#refuse("an object such as { type: 'string', value: 'text' }", header);
    }
  }

  #integer(value: unknown, bound: number): number {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < -bound || value >= bound)
      this.#refuse(`an integer from ${-bound} to ${bound - 1}`, value);
    return value;
  }

  #int64(value: unknown): void {
    if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value)
      this.#refuse('a bigint of 64 bits', value);
    this.#int32(Number(value >> 32n));
    this.#int32(Number(BigInt.asIntN(32, value)));
  }

  #timestamp(date: unknown): void {
    const time = tagOf(date) === 'Date' ? (date as Date).getTime() : NaN; // the tag says that it is one
    if (Number.isNaN(time)) this.#refuse('a valid Date', date);
    this.#int64(BigInt(time));
  }

  #binary(value: unknown): void {
    if (tagOf(value) !== 'Uint8Array') this.#refuse('a Uint8Array', value);
    const bytes = value as Uint8Array; // as above
    const { length } = bytes;
    if (length > maxValueBytes) this.#fail('header-value', `at most ${maxValueBytes} bytes`, length);
    this.#int16(length);
    const start = this.#advance(length);
    this.#bytes.set(bytes, start);
  }

  #uuid(value: unknown): void {
    if (typeof value !== 'string' || !uuidDigits.test(value))
      this.#refuse('a UUID of 8-4-4-4-12 hexadecimal digits', value);
    const digits = value.replaceAll('-', '');
    for (let at = 0; at < 32; at += 2) this.#uint8(Number.parseInt(digits.slice(at, at + 2), 16));
  }

  /** Writes text in UTF-8; returns how many bytes that took. */
  #text(text: unknown, code: EventStreamErrorCode, limit: number): number {
    if (typeof text !== 'string') this.#refuse('a string', text);
    // Three bytes for each UTF-16 unit are the most that UTF-8 takes.
    if (text.length > limit) this.#fail(code, `at most ${limit} bytes`, `${text.length} characters`);
    const start = this.#advance(text.length * 3);
    const bytes = this.#bytes;
    let at = start;
    // Nearly all names and values are short and ASCII: then a call of TextEncoder costs more than this loop.
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit > 0x7f) {
        // UTF-8 has no bytes for half a surrogate pair; TextEncoder would put another character in its place.
        if (/\p{Surrogate}/u.test(text)) this.#fail(code, 'well-formed text', 'half a surrogate pair');
        at = start + new TextEncoder().encodeInto(text, bytes.subarray(start)).written;
        break;
      }
      bytes[at++] = unit;
    }
    this.#at = at;
    const length = at - start;
    if (length > limit) this.#fail(code, `at most ${limit} bytes`, length);
    return length;
  }

  // Room first, then the bytes: `#advance` may replace them.
  #uint8(value: number): void {
    const at = this.#advance(1);
    this.#bytes[at] = value;
  }

  #int16(value: number): void {
    const at = this.#advance(2);
    putInt16(this.#bytes, at, value);
  }

  #int32(value: number): void {
    const at = this.#advance(4);
    putInt32(this.#bytes, at, value);
  }

  /** Makes room for so many bytes and steps over them; returns where they begin. */
  #advance(count: number): number {
    const start = this.#at;
    this.#at += count;
    if (this.#at > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#at, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    return start;
  }

  #refuse(expected: string, value: unknown): never {
    return this.#fail('header-value', expected, isScalar(value) ? String(value) : tagOf(value));
  }

  #fail(code: EventStreamErrorCode, expected: string, found: number | string): never {
    return refuse(code, undefined, expected, found, this.#header);
  }
}

/** What a value is. Unlike `instanceof` it knows bytes and dates of another realm, as a test environment has them. */
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function isScalar(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}
