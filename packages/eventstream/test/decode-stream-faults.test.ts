// What comes of a fault in a stream that is read, and of one of its source.
import { describe, expect, test } from 'vitest';
import { decodeMessage, type Message } from '../src/index.ts';
import { rejection } from './caught.ts';
import { endless } from './endless-streams.ts';
import { both } from './readers.ts';
import { concat, conversation, cut, damaged, streamOf, utf8 } from './sample-messages.ts';

const stream = concat(...conversation);
const expected = conversation.map((bytes) => decodeMessage(bytes));

describe.each(both)('%s', (_, read) => {
  describe('a fault', () => {
    test('comes after the messages before it, wherever chunks end', async () => {
      for (const size of [1, 60, 10_000]) {
        const messages: Message[] = [];
        const error = await rejection(
          (async () => {
            for await (const result of read(streamOf(cut(damaged, size)))) messages.push(...[result].flat());
          })(),
        );
        expect(error).toMatchObject({ code: 'prelude-checksum' });
        expect(messages).toStrictEqual(expected.slice(0, 2));
      }
    });

    test('cancels the source with the error, ends the iterator and unlocks the stream', async () => {
      const { source, cancelled } = endless(new Uint8Array(12).fill(7));
      const iterator = read(source);
      const error = await rejection(iterator.next());
      expect(error).toMatchObject({ code: 'prelude-checksum' });
      expect(cancelled()).toEqual([error]);
      expect(await iterator.next()).toEqual({ done: true, value: undefined });
      expect(source.locked).toBe(false);
    });

    test('is found at the end of a torn stream', async () => {
      const iterator = read(streamOf([stream.subarray(0, stream.length - 1)]));
      const results: Message[] = [];
      const error = await rejection(
        (async () => {
          for await (const result of iterator) results.push(...[result].flat());
        })(),
      );
      expect(error).toMatchObject({ code: 'truncated', offset: stream.length - 1 });
      expect(results).toStrictEqual(expected.slice(0, -1));
    });

    test('of the source is passed on as it is', async () => {
      const cause = new Error('socket hang up');
      const source = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            controller.error(cause);
          },
        },
        { highWaterMark: 0 },
      );
      const iterator = read(source);
      expect(await rejection(iterator.next())).toBe(cause);
      expect(await iterator.next()).toEqual({ done: true, value: undefined });
    });

    test('of a source means that its return is not called', async () => {
      const cause = new Error('socket hang up');
      let returned = 0;
      let calls = 0;
      const source: AsyncIterable<Uint8Array> = {
        [Symbol.asyncIterator]: () => ({
          // Once, as a generator: then it is done.
          next: () =>
            calls++ === 0 ? Promise.reject(cause) : Promise.resolve({ done: true, value: undefined }),
          return: () => Promise.resolve({ done: true as const, value: ++returned }),
        }),
      };
      const iterator = read(source);
      expect(await rejection(iterator.next())).toBe(cause);
      await iterator.return?.();
      expect(returned).toBe(0);
    });

    test('of what is no bytes comes after the messages before it', async () => {
      let returned = false;
      const source = async function* (): AsyncGenerator<Uint8Array> {
        try {
          yield stream;
          await Promise.resolve();
          yield 'text' as unknown as Uint8Array; // what a stream of text gives
        } finally {
          returned = true;
        }
      };
      const messages: Message[] = [];
      const error = await rejection(
        (async () => {
          for await (const result of read(source())) messages.push(...[result].flat());
        })(),
      );
      expect(error).toMatchObject({ code: 'not-bytes', found: 'string' });
      expect(messages).toStrictEqual(expected);
      expect(returned).toBe(true);
    });

    test('names an HTML page', async () => {
      const error = await rejection(read(streamOf([utf8('<html>'), utf8('<body>502</body>')])).next());
      expect(error).toMatchObject({ code: 'not-event-stream', found: 'HTML or XML', offset: 0 });
    });
  });
});
