// What an aborted signal ends while a stream is read.
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { rejection } from './caught.ts';
import { endless, given, silent } from './endless-streams.ts';
import { both } from './readers.ts';
import { concat, conversation, damaged, streamOf } from './sample-messages.ts';

const stream = concat(...conversation);

describe.each(both)('%s', (_, read) => {
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

    test('rejects a call whose chunk has just come', async () => {
      const { source, give } = given();
      const controller = new AbortController();
      const waiting = read(source, { signal: controller.signal }).next();
      give(stream);
      controller.abort(reason);
      expect(await rejection(waiting)).toBe(reason);
    });

    test('rejects a call that waits for the rest of a message', async () => {
      const { source, give } = given();
      const controller = new AbortController();
      const waiting = read(source, { signal: controller.signal }).next();
      give(stream.subarray(0, 20));
      await setImmediate();
      controller.abort(reason);
      expect(await rejection(waiting)).toBe(reason);
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
      const listeners = new Map<unknown, string>();
      const watched = new Proxy(signal, {
        get(target, name) {
          if (name === 'addEventListener')
            return (type: string, listener: unknown) => listeners.set(listener, type);
          if (name === 'removeEventListener')
            return (type: string, listener: unknown) =>
              listeners.get(listener) === type && listeners.delete(listener);
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
      for await (const result of read(streamOf([stream]), { signal: watched })) expect(result).toBeDefined();
      await read(streamOf([stream]), { signal: watched }).return?.();
      await rejection(read(streamOf([damaged.slice(-12)]), { signal: watched }).next());
      expect([...listeners.values()]).toEqual([]);
    });
  });
});
