// How a decoder takes chunks, in whatever pieces they come, and hands over messages.
import { describe, expect, test } from 'vitest';
import { decodeMessage, EventStreamDecoder, type Message } from '../src/index.ts';
import { caught } from './caught.ts';
import { concat, conversation, cut, event } from './sample-messages.ts';

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
