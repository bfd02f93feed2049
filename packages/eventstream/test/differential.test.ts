// Against an independent implementation, both ways: AWS's own codec for JavaScript.
import { deepStrictEqual } from 'node:assert/strict';
import { EventStreamCodec, Int64 } from '@smithy/eventstream-codec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeMessage,
  encodeMessage,
  EventStreamDecoder,
  type Message,
  type MessageHeaders,
  type MessageHeaderValue,
} from '../src/index.ts';
import { message } from './arbitrary-message.ts';
import { concat } from './sample-messages.ts';

// Its declarations refer to a package that it does not bring, so its types are written down here.
type TheirHeaders = Record<
  string,
  Exclude<MessageHeaderValue, { type: 'long' }> | { type: 'long'; value: { readonly bytes: Uint8Array } }
>;
interface Codec {
  encode(message: { headers: TheirHeaders; body: Uint8Array }): Uint8Array;
  decode(bytes: Uint8Array): { headers: TheirHeaders; body: Uint8Array };
}

// Its decoder drops a byte order mark if TextDecoder does.
const text = new TextDecoder('utf-8', { ignoreBOM: true });
const codec = new EventStreamCodec(
  (bytes: string | Uint8Array) => (typeof bytes === 'string' ? bytes : text.decode(bytes)),
  (string: string) => new TextEncoder().encode(string),
) as Codec;

// It assigns the header called __proto__ instead of defining it, and loses it.
const comparable = message.filter(({ headers }) => !Object.hasOwn(headers, '__proto__'));

test('what it encodes, this package decodes', () => {
  fc.assert(
    fc.property(comparable, (original) => {
      deepStrictEqual(
        decodeMessage(codec.encode({ headers: theirs(original.headers), body: original.body })),
        original,
      );
    }),
    { numRuns: 400 },
  );
});

test('what this package encodes, it decodes', () => {
  fc.assert(
    fc.property(comparable, (original) => {
      const decoded = codec.decode(encodeMessage(original));
      deepStrictEqual({ headers: ours(decoded.headers), body: new Uint8Array(decoded.body) }, original);
    }),
    { numRuns: 400 },
  );
});

test('both encode a message to the same bytes', () => {
  fc.assert(
    fc.property(comparable, (original) => {
      const their = codec.encode({ headers: theirs(original.headers), body: original.body });
      expect(Buffer.compare(encodeMessage(original), their)).toBe(0);
    }),
    { numRuns: 400 },
  );
});

test('a stream of what it encodes is decoded from chunks of any size', () => {
  fc.assert(
    fc.property(
      fc.array(comparable, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 400 }),
      (originals, size) => {
        const stream = concat(
          ...originals.map(({ headers, body }) => codec.encode({ headers: theirs(headers), body })),
        );
        const decoder = new EventStreamDecoder();
        const decoded: Message[] = [];
        for (let at = 0; at < stream.length; at += size)
          decoded.push(...decoder.push(stream.subarray(at, at + size)));
        decoder.end();
        deepStrictEqual(decoded, originals);
      },
    ),
    { numRuns: 100 },
  );
});

// Its 64-bit integers are bytes.
function theirs(headers: MessageHeaders): TheirHeaders {
  return mapped(headers, (header) => {
    if (header.type !== 'long') return header;
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigInt64(0, header.value);
    return { type: 'long', value: new Int64(bytes) };
  });
}

function ours(headers: TheirHeaders): MessageHeaders {
  return mapped(headers, (header): MessageHeaderValue => {
    if (header.type === 'binary') return { type: 'binary', value: new Uint8Array(header.value) };
    if (header.type !== 'long') return header;
    const { buffer, byteOffset } = header.value.bytes;
    return { type: 'long', value: new DataView(buffer, byteOffset, 8).getBigInt64(0) };
  });
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
