// The vectors that AWS publishes for the format, as @smithy/eventstream-codec@2.0.1 carries them.
import { vectors } from 'eventstream-codec-vectors/dist-cjs/TestVectors.fixture.js';
import { describe, expect, test } from 'vitest';
import {
  decodeMessage,
  encodeMessage,
  EventStreamDecoder,
  EventStreamError,
  type Message,
  type MessageHeaderValue,
} from '../src/index.ts';

const negative: Record<string, { code: string; offset: number }> = {
  corrupted_headers: { code: 'message-checksum', offset: 57 },
  corrupted_header_len: { code: 'prelude-checksum', offset: 8 },
  corrupted_length: { code: 'prelude-checksum', offset: 8 },
  corrupted_payload: { code: 'message-checksum', offset: 25 },
};

const positive = Object.entries(vectors).flatMap(([name, vector]) =>
  vector.expectation === 'success' ? [{ name, ...vector }] : [],
);

test('there are five positive and four negative vectors, and each is run', () => {
  expect(positive.map(({ name }) => name)).toEqual([
    'all_headers',
    'empty_message',
    'int32_header',
    'payload_no_headers',
    'payload_one_str_header',
  ]);
  expect(Object.keys(vectors).filter((name) => vectors[name]?.expectation === 'failure')).toEqual(
    Object.keys(negative),
  );
});

describe.each(positive)('$name', ({ encoded, decoded }) => {
  const expected: Message = {
    headers: Object.fromEntries(
      Object.entries(decoded.headers).map(([name, header]): [string, MessageHeaderValue] => [
        name,
        header.type === 'long' ? { type: 'long', value: BigInt(header.value.valueOf()) } : header,
      ]),
    ),
    body: decoded.body,
  };

  test('is decoded', () => {
    expect(decodeMessage(encoded)).toStrictEqual(expected);
  });

  test('is decoded from a stream', () => {
    const decoder = new EventStreamDecoder();
    expect(decoder.push(encoded)).toStrictEqual([expected]);
    decoder.end();
  });

  test('is encoded to the same bytes', () => {
    expect(encodeMessage(expected)).toStrictEqual(encoded);
  });
});

describe.each(Object.entries(negative))('%s', (name, { code, offset }) => {
  const encoded = vectors[name]?.encoded ?? new Uint8Array();

  test.each([
    ['decodeMessage', () => decodeMessage(encoded)],
    ['EventStreamDecoder', () => new EventStreamDecoder().push(encoded)],
  ])(`is refused by %s with ${code} at byte ${offset}`, (_, decode) => {
    const error = caught(decode);
    expect(error).toBeInstanceOf(EventStreamError);
    expect(error).toMatchObject({ code, offset });
  });
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
