import { createServer } from 'node:http';
import { Readable, type ReadableOptions } from 'node:stream';
import { describe, expect, test } from 'vitest';
import {
  decodeBatches,
  decodeMessage,
  decodeStream,
  type ByteSource,
  type DecodeOptions,
  type Message,
} from '../src/index.ts';
import { rejection } from './caught.ts';
import { concat, conversation, cut, event, streamOf, utf8 } from './sample-messages.ts';

const stream = concat(...conversation);
const expected = conversation.map((bytes) => decodeMessage(bytes));
const damaged = concat(...conversation.slice(0, 2), new Uint8Array(12).fill(7));

type Read = (source: ByteSource, options?: DecodeOptions) => AsyncIterableIterator<Message | Message[]>;
const both: (readonly [string, Read])[] = [
  ['decodeStream', decodeStream],
  ['decodeBatches', decodeBatches],
];

describe.each(both)('%s', (_, read) => {
  const collect = async (source: ByteSource): Promise<Message[]> => {
    const messages: Message[] = [];
    for await (const result of read(source)) messages.push(...[result].flat());
    return messages;
  };

  test.each([1, 10, 100, 1000, 10_000])('reads a ReadableStream of chunks of %i bytes', async (size) => {
    expect(await collect(streamOf(cut(stream, size)))).toStrictEqual(expected);
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

  test('answers calls made at once in their order', async () => {
    const iterator = read(streamOf(cut(stream, 50)));
    const results = await Promise.all(Array.from({ length: 9 }, () => iterator.next()));
    const messages = results.flatMap((result) => (result.done === true ? [] : [result.value].flat()));
    expect(messages).toStrictEqual(expected);
    expect(results.at(-1)).toEqual({ done: true, value: undefined });
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
      const source: AsyncIterable<Uint8Array> = {
        [Symbol.asyncIterator]: () => ({
          next: () => Promise.reject(cause),
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

  describe('leaving', () => {
    test('the loop cancels the source and unlocks it', async () => {
      const { source, cancelled } = endless(stream);
      for await (const result of read(source)) if ([result].flat().length > 0) break;
      expect(cancelled()).toEqual([undefined]);
      expect(source.locked).toBe(false);
    });

    test('drops what has been decoded', async () => {
      const iterator = read(streamOf([stream, stream]));
      await iterator.next();
      await iterator.return?.();
      expect(await iterator.next()).toEqual({ done: true, value: undefined });
    });

    test('before the first call cancels the source', async () => {
      const { source, cancelled } = endless(stream);
      expect(await read(source).return?.()).toEqual({ done: true, value: undefined });
      expect(cancelled()).toHaveLength(1);
    });

    test('ends a call that is waiting', async () => {
      const iterator = read(silent().source);
      const waiting = iterator.next();
      await iterator.return?.();
      expect(await waiting).toEqual({ done: true, value: undefined });
    });

    test('destroys a stream of Node, also one that nothing has come from or comes any more', async () => {
      for (const calls of [0, 1, 2]) {
        const source = new Readable({ read: () => undefined });
        if (calls > 0) source.push(stream);
        const iterator = read(source);
        const waiting = Array.from({ length: calls > 1 ? 99 : calls }, () => iterator.next());
        await waiting[0];
        expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
        expect(source.destroyed).toBe(true);
        await Promise.all(waiting);
      }
    });

    test('takes the error that a stream of Node, such as those of undici 6, makes of its end before it is read', async () => {
      const destroy: ReadableOptions['destroy'] = (error, callback) => {
        callback(error ?? new Error('aborted'));
      };
      const source = new Readable({ read: () => undefined, destroy });
      expect(await read(source).return?.()).toEqual({ done: true, value: undefined });
      await new Promise((resolve) => source.once('close', resolve));
      expect(source.errored).toEqual(new Error('aborted'));
    });

    test('an async generator runs its finally block', async () => {
      let left = false;
      const source = async function* (): AsyncGenerator<Uint8Array> {
        try {
          for (;;) {
            await Promise.resolve();
            yield stream;
          }
        } finally {
          left = true;
        }
      };
      for await (const result of read(source())) if ([result].flat().length > 0) break;
      expect(left).toBe(true);
    });
  });

  describe('an aborted signal', () => {
    test('may be of the package abort-controller', async () => {
      // It has no throwIfAborted and no reason.
      const polyfill = (aborted: boolean): AbortSignal =>
        Object.defineProperty(new EventTarget(), 'aborted', { value: aborted }) as AbortSignal;
      const { done } = await read(streamOf([stream]), { signal: polyfill(false) }).next();
      expect(done).toBe(false);
      await expect(read(streamOf([stream]), { signal: polyfill(true) }).next()).rejects.toMatchObject({
        name: 'AbortError',
      });
    });

    const reason = new Error('enough');

    test('rejects a call that is waiting with its reason, and cancels the source with it', async () => {
      const { source, cancelled } = silent();
      const controller = new AbortController();
      const iterator = read(source, { signal: controller.signal });
      const waiting = iterator.next();
      controller.abort(reason);
      expect(await rejection(waiting)).toBe(reason);
      expect(cancelled()).toEqual([reason]);
      expect(await iterator.next()).toEqual({ done: true, value: undefined });
      expect(source.locked).toBe(false);
    });

    test('rejects the next call, though messages are waiting', async () => {
      const controller = new AbortController();
      const iterator = read(streamOf([stream, stream]), { signal: controller.signal });
      await iterator.next();
      controller.abort(reason);
      expect(await rejection(iterator.next())).toBe(reason);
      expect(await iterator.next()).toEqual({ done: true, value: undefined });
    });

    test('from the start means that nothing is read', async () => {
      const { source, cancelled } = endless(stream);
      const iterator = read(source, { signal: AbortSignal.abort(reason) });
      expect(cancelled()).toEqual([reason]);
      expect(await rejection(iterator.next())).toBe(reason);
    });

    test('calls the return of a source once', async () => {
      let returned = 0;
      const source: AsyncIterable<Uint8Array> = {
        [Symbol.asyncIterator]: () => ({
          next: () => new Promise(() => undefined),
          return: () => Promise.resolve({ done: true as const, value: ++returned }),
        }),
      };
      const controller = new AbortController();
      const iterator = read(source, { signal: controller.signal });
      const waiting = iterator.next();
      controller.abort(reason);
      expect(await rejection(waiting)).toBe(reason);
      await iterator.return?.();
      expect(returned).toBe(1);
    });

    test('destroys a stream of Node that it waits for', async () => {
      const controller = new AbortController();
      const source = new Readable({ read: () => undefined });
      const waiting = read(source, { signal: controller.signal }).next();
      await Promise.resolve();
      controller.abort(reason);
      expect(await rejection(waiting)).toBe(reason);
      expect(source.destroyed).toBe(true);
    });

    test('ends an async generator that does not answer', async () => {
      const controller = new AbortController();
      const source = async function* (): AsyncGenerator<Uint8Array> {
        await new Promise(() => undefined);
        yield stream;
      };
      const waiting = read(source(), { signal: controller.signal }).next();
      controller.abort(reason);
      expect(await rejection(waiting)).toBe(reason);
    });

    test('is not listened to any longer than the stream is read', async () => {
      const { signal } = new AbortController();
      let listeners = 0;
      const watched = new Proxy(signal, {
        get(target, name) {
          if (name === 'addEventListener') return () => listeners++;
          if (name === 'removeEventListener') return () => listeners--;
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
      for await (const result of read(streamOf([stream]), { signal: watched })) expect(result).toBeDefined();
      await read(streamOf([stream]), { signal: watched }).return?.();
      await rejection(read(streamOf([damaged.slice(-12)]), { signal: watched }).next());
      expect(listeners).toBe(0);
    });
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

function endless(chunk: Uint8Array): { source: ReadableStream<Uint8Array>; cancelled: () => unknown[] } {
  return observed((controller) => {
    controller.enqueue(chunk);
  });
}

function silent(): { source: ReadableStream<Uint8Array>; cancelled: () => unknown[] } {
  return observed(() => new Promise(() => undefined));
}

function observed(pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>): {
  source: ReadableStream<Uint8Array>;
  cancelled: () => unknown[];
} {
  const reasons: unknown[] = [];
  const source = new ReadableStream<Uint8Array>(
    {
      pull,
      cancel(reason) {
        reasons.push(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return { source, cancelled: () => reasons };
}
