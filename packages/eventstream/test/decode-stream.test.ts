// What streams are read from, and the order in which their messages come.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type ByteSource, decodeBatches, decodeMessage, type Message } from '../src/index.ts';
import { both } from './readers.ts';
import { concat, conversation, cut, event, streamOf } from './sample-messages.ts';

const stream = concat(...conversation);
const expected = conversation.map((bytes) => decodeMessage(bytes));

describe.each(both)('%s', (_, read) => {
  const collect = async (source: ByteSource): Promise<Message[]> => {
    const messages: Message[] = [];
    for await (const result of read(source)) messages.push(...[result].flat());
    return messages;
  };

  test.each([1, 10, 100, 1000, 10_000])('reads a ReadableStream of chunks of %i bytes', async (size) => {
    const source = streamOf(cut(stream, size));
    expect(await collect(source)).toStrictEqual(expected);
    expect(source.locked).toBe(false);
  });

  // The place in one chunk's messages must not outlive them.
  test('gives every message of chunks that complete several each, in their order', async () => {
    const counts = [4, 1, 3, 0, 5, 2, 2];
    const messages = counts.map((count, chunk) =>
      Array.from({ length: count }, (_, index) => event('x', `${chunk}.${index}`)),
    );
    expect(await collect(streamOf(messages.map((several) => concat(...several))))).toStrictEqual(
      messages.flat().map((bytes) => decodeMessage(bytes)),
    );
  });

  test('reads an async generator', async () => {
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (const chunk of cut(stream, 99)) {
        await Promise.resolve();
        yield chunk;
      }
    };
    expect(await collect(source())).toStrictEqual(expected);
  });

  test("reads Node's streams", async () => {
    expect(await collect(Readable.from(cut(Buffer.from(stream), 77)))).toStrictEqual(expected);
  });

  test('reads the body of a response of fetch', async () => {
    const server = createServer((_request, response) => {
      for (const chunk of cut(stream, 64)) response.write(chunk);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const { body } = await fetch(`http://127.0.0.1:${port ?? 0}/`);
      expect(await collect(body ?? streamOf([]))).toStrictEqual(expected);
    } finally {
      server.close();
    }
  });

  test('gives nothing for nothing', async () => {
    expect(await collect(streamOf([]))).toEqual([]);
    expect(await collect(streamOf([new Uint8Array(), new Uint8Array()]))).toEqual([]);
  });

  test.each([40, 50, 60])(
    'answers calls made at once in their order, from chunks of %i bytes',
    async (size) => {
      const iterator = read(streamOf(cut(stream, size)));
      const results = await Promise.all(Array.from({ length: 9 }, () => iterator.next()));
      const messages = results.flatMap((result) => (result.done === true ? [] : [result.value].flat()));
      expect(messages).toStrictEqual(expected);
      expect(results.at(-1)).toEqual({ done: true, value: undefined });
    },
  );

  test('asks nothing more of a source that has ended', async () => {
    let calls = 0;
    const source: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.resolve({ done: true as const, value: ++calls }),
      }),
    };
    expect(await read(source).next()).toEqual({ done: true, value: undefined });
    expect(calls).toBe(1);
  });

  test('reads no chunk before it is asked for it, and none ahead', async () => {
    let pulls = 0;
    const source = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulls++;
          controller.enqueue(event('x', pulls));
        },
      },
      { highWaterMark: 0 },
    );
    const iterator = read(source);
    await Promise.resolve();
    expect(pulls).toBe(0);
    await iterator.next();
    expect(pulls).toBe(1);
    await iterator.next();
    expect(pulls).toBe(2);
    await iterator.return?.();
  });

  test('refuses a stream that somebody else reads', () => {
    const source = streamOf([stream]);
    source.getReader();
    expect(() => read(source)).toThrow(TypeError);
  });
});

test('decodeBatches gives what each chunk completed, and no empty batch', async () => {
  const sizes: number[] = [];
  for await (const batch of decodeBatches(streamOf(cut(stream, 200)))) sizes.push(batch.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(conversation.length);
  expect(sizes).not.toContain(0);
  expect(sizes.length).toBeGreaterThan(1);
  const whole: number[] = [];
  for await (const batch of decodeBatches(streamOf([stream]))) whole.push(batch.length);
  expect(whole).toEqual([conversation.length]);
});
