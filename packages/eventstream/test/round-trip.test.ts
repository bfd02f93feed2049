// Compared with node:assert: Vitest takes a header called "constructor" for the constructor of the record.
import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMessage, encodeMessage, EventStreamDecoder, type Message } from '../src/index.ts';
import { message } from './arbitrary-message.ts';
import { concat } from './sample-messages.ts';

test('every message survives encoding and decoding unchanged', () => {
  fc.assert(
    fc.property(message, (original) => {
      deepStrictEqual(decodeMessage(encodeMessage(original)), original);
    }),
    { numRuns: 500 },
  );
});

test('every decoded message is encoded to the bytes that it came from', () => {
  fc.assert(
    fc.property(message, (original) => {
      const bytes = encodeMessage(original);
      deepStrictEqual(encodeMessage(decodeMessage(bytes)), bytes);
    }),
    { numRuns: 200 },
  );
});

test('every stream of messages, cut anywhere, is decoded to the same messages', () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 4 }), cuts, (originals, fractions) => {
      const stream = concat(...originals.map((original) => encodeMessage(original)));
      const places = fractions.map((fraction) => Math.floor(fraction * stream.length)).sort((a, b) => a - b);
      const decoder = new EventStreamDecoder();
      const decoded: Message[] = [];
      let start = 0;
      for (const end of [...places, stream.length]) {
        decoded.push(...decoder.push(stream.subarray(start, end)));
        start = end;
      }
      decoder.end();
      deepStrictEqual(decoded, originals);
    }),
    { numRuns: 200 },
  );
});

test('a header may be called __proto__', () => {
  const headers = { ['__proto__']: { type: 'string', value: 'own' } } as const;
  const decoded = decodeMessage(encodeMessage({ headers })).headers;
  expect(Object.keys(decoded)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
  expect(decoded).toStrictEqual(headers);
});
