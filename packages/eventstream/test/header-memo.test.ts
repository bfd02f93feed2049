import { describe, expect, test } from 'vitest';
import { encodeMessage, EventStreamDecoder, type Message, type MessageHeaderValue } from '../src/index.ts';
import { concat, event, strings } from './sample-messages.ts';

const decode = (...messages: readonly Uint8Array[]): Message[] =>
  new EventStreamDecoder().push(concat(...messages));

describe('messages of one stream with equal headers', () => {
  test('share a record that cannot be changed', () => {
    const [first, second] = decode(event('x', 1), event('x', { other: 2 }));
    expect(second?.headers).toBe(first?.headers);
    expect(Object.isFrozen(first?.headers)).toBe(true);
    for (const value of Object.values(first?.headers ?? {})) expect(Object.isFrozen(value)).toBe(true);
  });

  test.each<MessageHeaderValue>([
    { type: 'timestamp', value: new Date(0) },
    { type: 'binary', value: Uint8Array.of(1) },
  ])('do not share a $type, which can be changed', (value) => {
    const message = encodeMessage({ headers: { x: value } });
    const [first, second] = decode(message, message);
    expect(second?.headers).toStrictEqual(first?.headers);
    expect(second?.headers['x']?.value).not.toBe(first?.headers['x']?.value);
  });
});

test('header blocks of the same length that differ in one byte are told apart', () => {
  const names = ['contentBlockDelta', 'contentBlockStart', 'contentBlockDelte', 'kontentBlockDelta'];
  const messages = [...names, ...names, ...names].map((name) => event(name, {}));
  expect(decode(...messages).map(({ headers }) => headers[':event-type']?.value)).toEqual([
    ...names,
    ...names,
    ...names,
  ]);
});

test('more kinds of headers than are remembered are all read', () => {
  const names = Array.from({ length: 50 }, (_, index) => `event-${index}`);
  const sent = [...names, ...names, ...[...names].reverse()];
  const decoded = decode(...sent.map((name) => event(name, {})));
  expect(decoded.map(({ headers }) => headers[':event-type']?.value)).toEqual(sent);
});

test('bodies of every length up to 1,100 bytes behind known headers pass their checksum', () => {
  const headers = strings({ ':event-type': 'x' });
  const decoder = new EventStreamDecoder();
  // Three times: the first reads the headers, the second remembers the checksum up to the body, the third uses it.
  for (let round = 0; round < 3; round++)
    for (let length = 0; length <= 1100; length++) {
      const body = new Uint8Array(length).fill(length);
      const [message] = decoder.push(encodeMessage({ headers, body }));
      if (message?.body.length !== length) throw new Error(`a body of ${length} bytes`);
    }
});

test('a uuid behind a string is not remembered as the string of the same text', () => {
  const value = '6e2a7f3c-1b9d-4c58-8f0e-2d4a6b8c0e1f';
  const named = strings({ name: 'a' });
  for (const type of ['uuid', 'string'] as const) {
    const headers = { ...named, id: { type, value } };
    expect(decode(encodeMessage({ headers }))[0]?.headers).toEqual(headers);
  }
});
