import { describe, expect, test } from 'vitest';
import { decodeMessage, EventStreamDecoder, type MessageHeaders } from '../src/index.ts';
import { caught } from './caught.ts';
import { concat, event, forged, utf8 } from './sample-messages.ts';

const read = (...parts: readonly Uint8Array[]): MessageHeaders =>
  decodeMessage(forged(concat(...parts))).headers;

/** One header as it stands on the wire. */
function header(name: string, type: number, ...value: number[]): Uint8Array {
  const bytes = utf8(name);
  return Uint8Array.of(bytes.length, ...bytes, type, ...value);
}

describe('a header block', () => {
  test('of every type is read', () => {
    expect(
      read(
        header('a', 0),
        header('b', 1),
        header('c', 2, 0x80),
        header('d', 3, 0x80, 0),
        header('e', 4, 0xff, 0xff, 0xff, 0xfe),
        header('f', 5, 0x80, 0, 0, 0, 0, 0, 0, 0),
        header('g', 6, 0, 2, 0, 255),
        header('h', 7, 0, 2, 0xc3, 0xa9),
        header('i', 8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
        header('j', 9, ...Array.from({ length: 16 }, (_, index) => index * 16)),
      ),
    ).toStrictEqual({
      a: { type: 'boolean', value: true },
      b: { type: 'boolean', value: false },
      c: { type: 'byte', value: -128 },
      d: { type: 'short', value: -32_768 },
      e: { type: 'integer', value: -2 },
      f: { type: 'long', value: -9_223_372_036_854_775_808n },
      g: { type: 'binary', value: Uint8Array.of(0, 255) },
      h: { type: 'string', value: 'é' },
      i: { type: 'timestamp', value: new Date(-1) },
      j: { type: 'uuid', value: '00102030-4050-6070-8090-a0b0c0d0e0f0' },
    });
  });

  test('may hold values longer than an encoder may write', () => {
    const { x } = read(header('x', 7, 0xff, 0xff), new Uint8Array(65_535).fill(0x61));
    expect(x).toEqual({ type: 'string', value: 'a'.repeat(65_535) });
  });

  test('keeps a byte order mark at the start of a string', () => {
    expect(read(header('x', 7, 0, 4, 0xef, 0xbb, 0xbf, 0x61))['x']).toEqual({
      type: 'string',
      value: '\ufeffa',
    });
  });

  test('may hold a time that no Date can, which becomes an invalid one', () => {
    const { x } = read(header('x', 8, 0x7f, 0, 0, 0, 0, 0, 0, 0));
    expect(x).toEqual({ type: 'timestamp', value: new Date(Number.NaN) });
  });

  test('is frozen', () => {
    expect(Object.isFrozen(read(header('x', 0)))).toBe(true);
  });

  test('gives copies, which outlive the chunk', () => {
    const chunk = forged(header('x', 6, 0, 2, 1, 2));
    const { headers } = decodeMessage(chunk);
    chunk.fill(0);
    expect(headers['x']).toEqual({ type: 'binary', value: Uint8Array.of(1, 2) });
  });
});

describe('a faulty header block', () => {
  const first = header('first', 0);
  test.each([
    ['a header without a name', [0, 0], 'header-name', 19],
    ['a name that is cut off', [5, 0x61], 'header-truncated', 20],
    ['no type behind a name', [1, 0x61], 'header-truncated', 21],
    ['a type that does not exist', [1, 0x61, 10], 'header-type-unknown', 21],
    ['a short that is cut off', [1, 0x61, 3, 0], 'header-truncated', 22],
    ['a long that is cut off', [1, 0x61, 5, 0, 0, 0, 0, 0, 0, 0], 'header-truncated', 22],
    ['a length that is cut off', [1, 0x61, 7, 0], 'header-truncated', 22],
    ['a string longer than the block', [1, 0x61, 7, 0, 2, 0x61], 'header-truncated', 24],
    ['binary data longer than the block', [1, 0x61, 6, 0xff, 0xff, 1], 'header-truncated', 24],
    ['a UUID that is cut off', [1, 0x61, 9, 1, 2, 3], 'header-truncated', 22],
    ['a name that is not UTF-8', [1, 0xff, 0], 'header-utf8', 20],
    ['a string that is not UTF-8', [1, 0x61, 7, 0, 2, 0xc3, 0x28], 'header-utf8', 24],
    ['a name that came before', [...first], 'header-name', 19],
  ] as const)('with %s is refused', (_, bytes, code, offset) => {
    const message = forged(concat(first, Uint8Array.from(bytes)), utf8('body'));
    expect(caught(() => decodeMessage(message))).toMatchObject({ code, offset });
    // In a stream, the place is that in the stream.
    const decoder = new EventStreamDecoder();
    const before = event('x', {});
    decoder.push(before);
    expect(caught(() => decoder.push(message))).toMatchObject({ code, offset: before.length + offset });
  });

  test('is described', () => {
    expect(caught(() => read(header('what', 12))).message).toBe(
      'header-type-unknown: expected 0 to 9, found 12 at byte 17',
    );
    expect(caught(() => read(header('x', 7, 0, 9, 1))).message).toBe(
      'header-truncated: expected 9, found 1 at byte 17',
    );
    expect(caught(() => read(header('x', 0), header('x', 1))).message).toBe(
      'header-name: expected a new name, found x at byte 15',
    );
  });

  test('is told before the checksum only if the checksum is right', () => {
    const message = forged(header('x', 12));
    message[message.length - 1] = (message[message.length - 1] ?? 0) ^ 1;
    expect(caught(() => decodeMessage(message)).code).toBe('message-checksum');
  });
});
