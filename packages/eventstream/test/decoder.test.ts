import { describe, expect, test } from 'vitest';
import {
  decodeMessage,
  encodeMessage,
  EventStreamDecoder,
  EventStreamError,
  type Message,
} from '../src/index.ts';
import { caught } from './caught.ts';
import { concat, conversation, cut, event, forged, utf8 } from './sample-messages.ts';

const stream = concat(...conversation);
const expected = conversation.map((bytes) => decodeMessage(bytes));

describe('chunks', () => {
  test('cut in two at every byte give the same messages', () => {
    for (let at = 0; at <= stream.length; at++) {
      const decoder = new EventStreamDecoder();
      const messages = [...decoder.push(stream.subarray(0, at)), ...decoder.push(stream.subarray(at))];
      decoder.end();
      expect(messages, `cut at ${at}`).toStrictEqual(expected);
    }
  });

  test('cut in three at every pair of bytes of a message give the same message', () => {
    const bytes = event('x', { é: '漢' });
    const whole = [decodeMessage(bytes)];
    for (let first = 0; first <= bytes.length; first++)
      for (let second = first; second <= bytes.length; second++) {
        const decoder = new EventStreamDecoder();
        const messages: Message[] = [];
        for (const chunk of [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)])
          messages.push(...decoder.push(chunk));
        decoder.end();
        if (messages.length !== 1 || second % 7 === 0)
          expect(messages, `cut at ${first} and ${second}`).toStrictEqual(whole);
      }
  });

  test.each([1, 2, 3, 5, 11, 12, 13, 100, 1000])('of %i bytes give the same messages', (size) => {
    const decoder = new EventStreamDecoder();
    expect(cut(stream, size).flatMap((chunk) => decoder.push(chunk))).toStrictEqual(expected);
    decoder.end();
  });

  test('may be empty', () => {
    const decoder = new EventStreamDecoder();
    expect(decoder.push(new Uint8Array())).toEqual([]);
    decoder.end();
  });

  test('may be Buffers, which are decoded to plain Uint8Arrays', () => {
    const [message] = new EventStreamDecoder().push(Buffer.from(stream));
    expect(message).toStrictEqual(expected[0]);
    expect(message?.body.constructor).toBe(Uint8Array);
  });

  test('may be views into larger memory', () => {
    const larger = new Uint8Array(stream.length + 20).fill(255);
    larger.set(stream, 7);
    expect(new EventStreamDecoder().push(larger.subarray(7, 7 + stream.length))).toStrictEqual(expected);
  });

  test('that are no bytes are refused and leave the decoder as it was', () => {
    const decoder = new EventStreamDecoder();
    // The casts: a caller without types may bring anything.
    const error = caught(() => decoder.push('text' as unknown as Uint8Array));
    expect(error).toMatchObject({ code: 'not-bytes', expected: 'Uint8Array', found: 'string' });
    for (const [value, found] of [
      [null, 'object'],
      [[1], 'object'],
      [{}, 'object'],
      [new ArrayBuffer(8), 'ArrayBuffer'],
      [new DataView(stream.slice().buffer), 'DataView'],
      [new Int8Array(stream), 'Int8Array'],
    ]) {
      // The types refuse them, JavaScript does not.
      expect(caught(() => decoder.push(value as unknown as Uint8Array)).found).toBe(found);
    }
    expect(decoder.push(stream)).toStrictEqual(expected);
  });
});

describe('memory', () => {
  test('of a message within a chunk is that of the chunk', () => {
    for (const { body } of new EventStreamDecoder().push(stream)) expect(body.buffer).toBe(stream.buffer);
  });

  test('of a message across chunks is its own, of exactly its size', () => {
    const bytes = event('x', 'y'.repeat(1000));
    const decoder = new EventStreamDecoder();
    decoder.push(bytes.subarray(0, 500));
    const [message] = decoder.push(concat(bytes.subarray(500), stream));
    expect(message?.body.buffer.byteLength).toBe(bytes.length);
  });

  test('is not reserved for a length whose checksum is wrong', () => {
    const prelude = Uint8Array.of(0, 255, 255, 255, 0, 0, 0, 0, 1, 2, 3, 4);
    const reserved = memoryReservedBy(() => {
      expect(caught(() => new EventStreamDecoder().push(prelude)).code).toBe('prelude-checksum');
    });
    expect(reserved).toBeLessThan(1_000_000);
  });

  test('is not reserved for a length above the limit, though its checksum is right', () => {
    const prelude = forged(new Uint8Array(), new Uint8Array(), { length: 0xffff_ffff }).subarray(0, 12);
    const reserved = memoryReservedBy(() => {
      expect(caught(() => new EventStreamDecoder().push(prelude))).toMatchObject({
        code: 'message-length',
        offset: 0,
        expected: '16 to 16777216',
        found: 4_294_967_295,
      });
    });
    expect(reserved).toBeLessThan(1_000_000);
  });
});

describe('limits', () => {
  test('a message of 16 MiB is decoded, one byte more is not', () => {
    const body = new Uint8Array(16_777_216 - 16);
    expect(new EventStreamDecoder().push(encodeMessage({ body }))[0]?.body.length).toBe(body.length);
    const longer = encodeMessage({ body: new Uint8Array(body.length + 1) }, { maxMessageBytes: 25_165_824 });
    expect(caught(() => new EventStreamDecoder().push(longer.subarray(0, 12)))).toMatchObject({
      code: 'message-length',
      found: 16_777_217,
    });
    const decoder = new EventStreamDecoder({ maxMessageBytes: 25_165_824 });
    expect(decoder.push(longer)[0]?.body.length).toBe(body.length + 1);
  });

  test.each([15, 25_165_825, 1.5, Number.NaN])('maxMessageBytes is not %s', (maxMessageBytes) => {
    expect(caught(() => new EventStreamDecoder({ maxMessageBytes }))).toMatchObject({
      code: 'message-length',
      expected: '16 to 25165824',
      found: maxMessageBytes,
    });
  });

  test.each([16, 25_165_824, undefined])('maxMessageBytes may be %s', (maxMessageBytes) => {
    expect(new EventStreamDecoder({ maxMessageBytes }).push(encodeMessage({}))).toHaveLength(1);
  });

  test.each([0, 1, 15])('a message that states a length of %i is too short', (length) => {
    const bytes = forged(new Uint8Array(), new Uint8Array(), { length });
    expect(caught(() => new EventStreamDecoder().push(bytes))).toMatchObject({
      code: 'message-length',
      offset: 0,
      expected: '16 to 16777216',
      found: length,
    });
  });

  test('headers longer than their message are refused before it has come', () => {
    const bytes = forged(new Uint8Array(), utf8('body'), { headersLength: 5 });
    expect(caught(() => new EventStreamDecoder().push(bytes.subarray(0, 12)))).toMatchObject({
      code: 'headers-length',
      offset: 4,
      expected: 4,
      found: 5,
    });
  });

  test('headers of more than 128 KiB are refused', () => {
    const bytes = forged(new Uint8Array(131_073));
    expect(caught(() => new EventStreamDecoder().push(bytes))).toMatchObject({
      code: 'headers-length',
      offset: 4,
      expected: 131_072,
      found: 131_073,
    });
  });
});

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

describe('the callback', () => {
  test('is called with each message in order, before decode returns', () => {
    const messages: Message[] = [];
    new EventStreamDecoder().decode(stream, (message) => messages.push(message));
    expect(messages).toStrictEqual(expected);
  });

  test('that throws fails the decoder, for the rest of the chunk was not read', () => {
    const decoder = new EventStreamDecoder();
    const cause = new Error('of the application');
    expect(() => {
      decoder.decode(stream, () => {
        throw cause;
      });
    }).toThrow(cause);
    expect(() => decoder.push(stream)).toThrow(cause);
  });
});

test('an error is recognised across copies of the package', () => {
  const error = caught(() => new EventStreamDecoder().push(new Uint8Array(12).fill(1)));
  expect(error).toBeInstanceOf(EventStreamError);
  expect(error.name).toBe('EventStreamError');
  expect(EventStreamError.isInstance(error)).toBe(true);
  expect(EventStreamError.isInstance(new Error('other'))).toBe(false);
  expect(EventStreamError.isInstance({ code: 'truncated' })).toBe(false);
});

// Off-heap memory that is reserved while a function runs; 16 MiB would show.
function memoryReservedBy(run: () => void): number {
  const before = process.memoryUsage().arrayBuffers;
  run();
  return process.memoryUsage().arrayBuffers - before;
}
