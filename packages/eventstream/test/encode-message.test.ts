import { runInNewContext } from 'node:vm';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { decodeMessage, encodeMessage, type MessageHeaders, type MessageHeaderValue } from '../src/index.ts';
import { caught } from './caught.ts';
import { strings, utf8 } from './sample-messages.ts';

// The cast: a caller without types may bring anything.
const encode = (header: unknown): Uint8Array =>
  encodeMessage({ headers: { name: header as MessageHeaderValue } });

test('the bytes are in memory of their own, by their type too: fetch and Blob take no others', () => {
  const bytes = encodeMessage({});
  expectTypeOf(bytes).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});

describe('a value that its type does not hold is refused', () => {
  const tagged = "an object such as { type: 'string', value: 'text' }";
  const uuid = 'a UUID of 8-4-4-4-12 hexadecimal digits';

  test.each<[type: string | undefined, value: unknown, expected: string, found: string]>([
    ['byte', 128, 'an integer from -128 to 127', '128'],
    ['byte', -129, 'an integer from -128 to 127', '-129'],
    ['byte', 1.5, 'an integer from -128 to 127', '1.5'],
    ['byte', Number.NaN, 'an integer from -128 to 127', 'NaN'],
    // A text may be a secret: only what it is, is told.
    ['byte', '1', 'an integer from -128 to 127', 'String'],
    ['short', 32_768, 'an integer from -32768 to 32767', '32768'],
    ['short', -32_769, 'an integer from -32768 to 32767', '-32769'],
    ['integer', 2_147_483_648, 'an integer from -2147483648 to 2147483647', '2147483648'],
    ['integer', -2_147_483_649, 'an integer from -2147483648 to 2147483647', '-2147483649'],
    ['integer', Number.POSITIVE_INFINITY, 'an integer from -2147483648 to 2147483647', 'Infinity'],
    ['long', 2n ** 63n, 'a bigint of 64 bits', '9223372036854775808'],
    ['long', -(2n ** 63n) - 1n, 'a bigint of 64 bits', '-9223372036854775809'],
    ['long', 1, 'a bigint of 64 bits', '1'],
    ['boolean', 'true', 'a boolean', 'String'],
    ['boolean', 0, 'a boolean', '0'],
    ['string', 1, 'a string', '1'],
    ['string', true, 'a string', 'true'],
    ['string', 'x\ud83d', 'well-formed text', 'half a surrogate pair'],
    ['string', 'é'.repeat(16_384), 'at most 32767 bytes', '32768'],
    ['string', 'x'.repeat(32_768), 'at most 32767 bytes', '32768 characters'],
    ['binary', new Uint8Array(32_768), 'at most 32767 bytes', '32768'],
    ['binary', [1, 2], 'a Uint8Array', 'Array'],
    ['timestamp', new Date(Number.NaN), 'a valid Date', 'Date'],
    ['timestamp', 0, 'a valid Date', '0'],
    ['uuid', '01234567-89ab-cdef-0123-456789abcde', uuid, 'String'],
    ['uuid', '01234567-89ab-cdef-0123-456789abcdef0', uuid, 'String'],
    ['uuid', '001234567-89ab-cdef-0123-456789abcdef', uuid, 'String'],
    ['uuid', '0123456789abcdef0123456789abcdef', uuid, 'String'],
    ['uuid', 'g1234567-89ab-cdef-0123-456789abcdef', uuid, 'String'],
    ['text', 'x', tagged, 'Object'],
    [undefined, 'x', tagged, 'Object'],
  ])('%s %s', (type, value, expected, found) => {
    const error = caught(() => encode({ type, value }));
    expect(error).toMatchObject({ code: 'header-value', header: 'name', offset: undefined });
    expect(error.message).toBe(`name: expected ${expected}, found ${found}`);
  });

  test.each([['text'], [undefined], [null], [1]])('%s in place of a tagged value', (value) => {
    expect(caught(() => encode(value)).message).toContain("{ type: 'string', value: 'text' }");
  });
});

// Headers that came before are not encoded again.
test('headers that differ from those before in a name, a type, a value or their number are encoded as they are', () => {
  const value = '01234567-89ab-cdef-0123-456789abcdef';
  const one: MessageHeaders = { a: { type: 'string', value } };
  const others: readonly MessageHeaders[] = [
    { b: { type: 'string', value } },
    { a: { type: 'uuid', value } },
    { a: { type: 'string', value: 'x' } },
    { a: { type: 'string', value }, b: { type: 'string', value } },
    {},
  ];
  for (const headers of [one, one, ...others.flatMap((other) => [other, other, one])])
    expect(decodeMessage(encodeMessage({ headers })).headers).toEqual(headers);
});

describe('the bounds of a type are in it', () => {
  test.each<MessageHeaderValue>([
    { type: 'byte', value: 127 },
    { type: 'byte', value: -128 },
    { type: 'short', value: 32_767 },
    { type: 'short', value: -32_768 },
    { type: 'integer', value: 2_147_483_647 },
    { type: 'integer', value: -2_147_483_648 },
    { type: 'long', value: 2n ** 63n - 1n },
    { type: 'long', value: -(2n ** 63n) },
    { type: 'string', value: '' },
    { type: 'string', value: 'x'.repeat(32_767) },
    { type: 'string', value: `${'é'.repeat(16_383)}x` },
    { type: 'binary', value: new Uint8Array() },
    { type: 'binary', value: new Uint8Array(32_767) },
    { type: 'timestamp', value: new Date(8.64e15) },
    { type: 'timestamp', value: new Date(-8.64e15) },
  ])('$type', (value) => {
    expect(decodeMessage(encode(value)).headers['name']).toStrictEqual(value);
  });

  test('bytes and dates may come from another realm, as in a test environment', () => {
    const other = runInNewContext('[new Uint8Array([1, 2]), new Date(5)]') as [Uint8Array, Date]; // as written
    expect(other[1]).not.toBeInstanceOf(Date);
    const headers = {
      bytes: { type: 'binary', value: other[0] },
      date: { type: 'timestamp', value: other[1] },
    } as const;
    expect(decodeMessage(encodeMessage({ headers })).headers).toStrictEqual({
      bytes: { type: 'binary', value: new Uint8Array([1, 2]) },
      date: { type: 'timestamp', value: new Date(5) },
    });
  });

  test('a UUID may be written in capitals', () => {
    const value = '01234567-89AB-CDEF-0123-456789ABCDEF';
    expect(decodeMessage(encode({ type: 'uuid', value })).headers['name']?.value).toBe(value.toLowerCase());
  });
});

describe('a name', () => {
  test.each(['x', 'é'.repeat(127), 'x'.repeat(255), ' ', '__proto__'])('may be %s', (name) => {
    const headers = Object.fromEntries([[name, { type: 'boolean', value: true }]]) as MessageHeaders;
    expect(Object.keys(decodeMessage(encodeMessage({ headers })).headers)).toEqual([name]);
  });

  test.each([
    ['', 0],
    ['x'.repeat(256), '256 characters'],
    ['é'.repeat(128), 256],
    ['\udc00', 'half a surrogate pair'],
  ])('may not be %s', (name, found) => {
    const headers = { [name]: { type: 'boolean', value: true } } as const;
    expect(caught(() => encodeMessage({ headers }))).toMatchObject({
      code: 'header-name',
      header: name,
      found,
    });
  });

  test('may not be empty, and the message then begins with the code in place of it', () => {
    const error = caught(() => encodeMessage({ headers: { '': { type: 'boolean', value: true } } }));
    expect(error.message).toBe('header-name: expected 1 to 255 bytes of name, found 0');
  });
});

describe('sizes', () => {
  const block = (bytes: number): MessageHeaders =>
    // Each has two bytes of name, one of type, two of length.
    Object.fromEntries(
      Array.from({ length: 5 }, (_, index): [string, MessageHeaderValue] => [
        `${index}`,
        { type: 'binary', value: new Uint8Array(index < 4 ? 30_000 : bytes - 4 * 30_005 - 5) },
      ]),
    );

  test('headers of 128 KiB are encoded, one byte more is not', () => {
    expect(decodeMessage(encodeMessage({ headers: block(131_072) })).headers).toStrictEqual(block(131_072));
    expect(caught(() => encodeMessage({ headers: block(131_073) }))).toMatchObject({
      code: 'headers-length',
      expected: 131_072,
      found: 131_073,
    });
  });

  test('a message of 24 MiB is encoded, one byte more is not, nor is one above the option', () => {
    const body = new Uint8Array(25_165_824 - 16);
    expect(encodeMessage({ body })).toHaveLength(25_165_824);
    for (const [longer, maxMessageBytes] of [
      [new Uint8Array(body.length + 1), 25_165_824],
      [new Uint8Array(1), 16],
    ] as const)
      expect(caught(() => encodeMessage({ body: longer }, { maxMessageBytes }))).toMatchObject({
        code: 'message-length',
        expected: `16 to ${maxMessageBytes}`,
        found: longer.length + 16,
      });
  });
});

test('a body that is no bytes is refused', () => {
  const encodeBody = (body: unknown) => () => encodeMessage({ body: body as Uint8Array });
  expect(caught(encodeBody('text'))).toMatchObject({ code: 'not-bytes', found: 'string' });
  // Samples of sound, for example: of a view on more than bytes only the low byte of each element would be sent.
  for (const body of [new ArrayBuffer(2), new Int16Array([1000, -2]), new DataView(new ArrayBuffer(2))]) {
    const found = Object.prototype.toString.call(body).slice(8, -1);
    expect(caught(encodeBody(body))).toMatchObject({ code: 'not-bytes', expected: 'Uint8Array', found });
  }
  expect(decodeMessage(encodeMessage({ body: Buffer.from('text') })).body).toStrictEqual(utf8('text'));
});

test('headers that are changed between two messages are encoded anew', () => {
  const value = { type: 'string', value: 'one' };
  const headers: Record<string, MessageHeaderValue> = { x: value as MessageHeaderValue };
  const texts = ['one', 'two', 'one'].map((text) => {
    value.value = text;
    return decodeMessage(encodeMessage({ headers })).headers['x']?.value;
  });
  expect(texts).toEqual(['one', 'two', 'one']);
  headers['y'] = { type: 'string', value: 'more' };
  expect(Object.keys(decodeMessage(encodeMessage({ headers })).headers)).toEqual(['x', 'y']);
  delete headers['x'];
  expect(Object.keys(decodeMessage(encodeMessage({ headers })).headers)).toEqual(['y']);
});

test('a message may be encoded while another one is', () => {
  const inner = encodeMessage({ headers: strings({ inner: 'x' }) });
  const headers = {
    first: { type: 'timestamp', value: new Date(0) },
    get second(): MessageHeaderValue {
      return {
        type: 'binary',
        value: encodeMessage({ headers: { t: { type: 'long', value: 1n }, ...strings({ inner: 'x' }) } }),
      };
    },
  } as const;
  const decoded = decodeMessage(encodeMessage({ headers })).headers['second'];
  expect(decoded?.type === 'binary' && decodeMessage(decoded.value).headers['inner']).toEqual(
    decodeMessage(inner).headers['inner'],
  );
});

test('bodies of every length up to 1,100 bytes are encoded with the right checksum', () => {
  const headers = strings({ ':event-type': 'checksum' });
  for (let round = 0; round < 3; round++)
    for (let length = 0; length <= 1100; length++)
      decodeMessage(encodeMessage({ headers, body: new Uint8Array(length).fill(length) }));
});
