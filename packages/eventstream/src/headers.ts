// Reads the header block of a message.
// https://smithy.io/2.0/aws/amazon-eventstream.html#headers-format

import { type EventStreamErrorCode, refuse } from './errors.ts';
import type { MessageHeaders, MessageHeaderValue } from './message.ts';

/** The types by their number on the wire. */
const types = 'boolean boolean byte short integer long binary string timestamp uuid'.split(' ');

const utf8 = new TextDecoder(undefined, { fatal: true, ignoreBOM: true });

/**
 * Reads a header block that has its memory for itself, or throws. The record is frozen; binary values lie in the memory of
 * the block. `offset` is where the block begins in the stream.
 */
export function readHeaders(block: Uint8Array, offset: number): MessageHeaders {
  const headers = new Map<string, MessageHeaderValue>();
  const view = new DataView(block.buffer);
  let at = 0;

  const fail = (
    code: EventStreamErrorCode,
    back: number,
    expected: number | string,
    found: number | string,
  ): never => refuse(code, offset + at - back, expected, found);
  /** Steps over so many bytes; returns where they begin. */
  const take = (length: number): number => {
    if (at + length > block.length) fail('header-truncated', 0, length, block.length - at);
    at += length;
    return at - length;
  };
  const takeBytes = (length = view.getUint16(take(2))): Uint8Array => block.subarray(take(length), at);
  const takeText = (length?: number): string => {
    const text = takeBytes(length);
    try {
      return utf8.decode(text);
    } catch {
      return fail('header-utf8', text.length, 'UTF-8', 'other bytes');
    }
  };
  const takeLong = (): bigint => view.getBigInt64(take(8));
  const readers: readonly (() => MessageHeaderValue['value'])[] = [
    () => true,
    () => false,
    () => view.getInt8(take(1)),
    () => view.getInt16(take(2)),
    () => view.getInt32(take(4)),
    takeLong,
    takeBytes,
    takeText,
    () => new Date(Number(takeLong())),
    () =>
      takeBytes(16).reduce(
        // A hyphen after the bytes 3, 5, 7 and 9.
        (digits, byte, index) =>
          digits + (byte + 256).toString(16).slice(1) + ([3, 5, 7, 9].includes(index) ? '-' : ''),
        '',
      ),
  ];

  while (at < block.length) {
    const length = view.getUint8(take(1));
    const name = takeText(length);
    // "Header names MUST be at least one byte long." "Any given header name MUST only appear once in a message."
    if (!length || headers.has(name)) fail('header-name', length + 1, 'a new name', name);
    const type = view.getUint8(take(1));
    const read = readers[type] ?? fail('header-type-unknown', 1, '0 to 9', type);
    // The cast: types and readers are in the same order.
    headers.set(name, { type: types[type], value: read() } as MessageHeaderValue);
  }
  return Object.freeze(Object.fromEntries(headers));
}
