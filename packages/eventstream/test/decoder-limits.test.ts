// How much a decoder takes, and how much memory it holds for it.
import { describe, expect, test } from 'vitest';
import { encodeMessage, EventStreamDecoder } from '../src/index.ts';
import { caught } from './caught.ts';
import { concat, conversation, event, forged, utf8 } from './sample-messages.ts';

const stream = concat(...conversation);

describe('memory', () => {
  test('of a message within a chunk is that of the chunk', () => {
    const messages = new EventStreamDecoder().push(stream);
    expect(messages).toHaveLength(conversation.length);
    for (const { body } of messages) expect(body.buffer).toBe(stream.buffer);
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
        expected: '16 to 25165824',
        found: 4_294_967_295,
      });
    });
    expect(reserved).toBeLessThan(1_000_000);
  });
});

describe('limits', () => {
  test('a message of 24 MiB is decoded, one byte more is not, nor is one above the option', () => {
    const body = new Uint8Array(25_165_824 - 16);
    const longest = encodeMessage({ body });
    expect(new EventStreamDecoder().push(longest)[0]?.body.length).toBe(body.length);
    const longer = forged(new Uint8Array(), new Uint8Array(), { length: 25_165_825 });
    for (const [bytes, found, maxMessageBytes] of [
      [longer, 25_165_825, undefined],
      [longest, 25_165_824, 25_165_823],
    ] as const)
      expect(
        caught(() => new EventStreamDecoder({ maxMessageBytes }).push(bytes.subarray(0, 12))),
      ).toMatchObject({
        code: 'message-length',
        found,
      });
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
      expected: '16 to 25165824',
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

// Off-heap memory that is reserved while a function runs; 16 MiB would show.
function memoryReservedBy(run: () => void): number {
  const before = process.memoryUsage().arrayBuffers;
  run();
  return process.memoryUsage().arrayBuffers - before;
}
