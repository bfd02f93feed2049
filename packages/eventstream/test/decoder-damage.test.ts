// What a decoder says of a stream that is damaged or torn.
import { describe, expect, test } from 'vitest';
import { decodeMessage, EventStreamDecoder, EventStreamError, type Message } from '../src/index.ts';
import { caught } from './caught.ts';
import { concat, conversation, cut, utf8 } from './sample-messages.ts';

const stream = concat(...conversation);
const expected = conversation.map((bytes) => decodeMessage(bytes));

describe('damage', () => {
  test('of any single bit never yields a wrong message', () => {
    for (const bytes of conversation)
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const damaged = bytes.slice();
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const code = bit < 96 ? 'prelude-checksum' : 'message-checksum';
        if (caught(() => decodeMessage(damaged)).code !== code) throw new Error(`bit ${bit}`);
        // One that has seen the headers twice compares them, and knows the checksum up to the body.
        const warm = new EventStreamDecoder();
        warm.push(bytes);
        warm.push(bytes);
        if (caught(() => warm.push(damaged)).code !== code) throw new Error(`bit ${bit}, headers known`);
      }
  });

  test('is placed in the stream, not in the chunk', () => {
    const damaged = stream.slice();
    const start = conversation.slice(0, 4).reduce((sum, { length }) => sum + length, 0);
    const length = conversation[4]?.length ?? 0;
    damaged[start + length - 1] = (damaged[start + length - 1] ?? 0) ^ 1;
    for (const size of [1, 50, 10_000]) {
      const decoder = new EventStreamDecoder();
      const error = caught(() => cut(damaged, size).map((chunk) => decoder.push(chunk)));
      expect(error).toMatchObject({ code: 'message-checksum', offset: start + length - 4 });
      expect((error.expected as number) ^ (error.found as number)).toBe(1);
    }
  });

  test('is thrown by decode after it has handed over the messages before it', () => {
    const damaged = concat(...conversation.slice(0, 2), new Uint8Array(12).fill(7));
    const messages: Message[] = [];
    const decode = (): void => {
      new EventStreamDecoder().decode(damaged, (message) => messages.push(message));
    };
    expect(caught(decode).code).toBe('prelude-checksum');
    expect(messages).toStrictEqual(expected.slice(0, 2));
  });

  test('is thrown again by all that follows', () => {
    const decoder = new EventStreamDecoder();
    const first = caught(() => decoder.push(new Uint8Array(12).fill(1)));
    expect(caught(() => decoder.push(stream))).toBe(first);
    const end = (): void => {
      decoder.end();
    };
    expect(caught(end)).toBe(first);
    expect(caught(end)).toBe(first);
  });
});

describe('the end', () => {
  test('within a message says how many bytes of how many came', () => {
    const bytes = conversation[1] ?? new Uint8Array();
    for (let count = 12; count < bytes.length; count++) {
      const decoder = new EventStreamDecoder();
      decoder.push(stream);
      decoder.push(bytes.subarray(0, count));
      const error = caught(() => {
        decoder.end();
      });
      expect(error).toMatchObject({
        code: 'truncated',
        offset: stream.length + count,
        found: count,
        expected: bytes.length,
      });
      expect(error.message).toBe(
        `truncated: expected ${bytes.length}, found ${count} at byte ${stream.length + count}`,
      );
    }
  });

  test.each([1, 3, 4, 11])('within a prelude, after %i bytes, is refused too', (count) => {
    const decoder = new EventStreamDecoder();
    decoder.push(stream.subarray(0, count));
    const error = caught(() => {
      decoder.end();
    });
    expect(error).toMatchObject({ code: 'truncated', offset: count, found: count, expected: 16 });
  });

  test('between messages is fine, and more may follow', () => {
    const decoder = new EventStreamDecoder();
    decoder.end();
    decoder.push(stream);
    decoder.end();
    expect(decoder.push(stream)).toStrictEqual(expected);
    decoder.end();
  });

  test('of text shorter than a prelude names it', () => {
    const decoder = new EventStreamDecoder();
    decoder.push(utf8('{}'));
    const error = caught(() => {
      decoder.end();
    });
    expect(error).toMatchObject({ code: 'not-event-stream', offset: 0, found: 'JSON' });
  });
});

test('an error is recognised across copies of the package', () => {
  const error = caught(() => new EventStreamDecoder().push(new Uint8Array(12).fill(1)));
  expect(error).toBeInstanceOf(EventStreamError);
  expect(error.name).toBe('EventStreamError');
  expect(EventStreamError.isInstance(error)).toBe(true);
  expect(EventStreamError.isInstance(new Error('other'))).toBe(false);
  for (const other of [{ code: 'truncated' }, 'truncated', null, undefined])
    expect(EventStreamError.isInstance(other)).toBe(false);
});
