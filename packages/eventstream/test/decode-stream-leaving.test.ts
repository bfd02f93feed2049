// What becomes of a source whose reader leaves before its end.
import { Readable, type ReadableOptions } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { endless, given, silent } from './endless-streams.ts';
import { both } from './readers.ts';
import { concat, conversation, streamOf } from './sample-messages.ts';

const stream = concat(...conversation);

describe.each(both)('%s', (_, read) => {
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

    test('ends a call whose chunk has just come', async () => {
      const { source, give } = given();
      const iterator = read(source);
      const waiting = iterator.next();
      give(stream);
      await iterator.return?.();
      expect(await waiting).toEqual({ done: true, value: undefined });
    });

    test('ends a call that waits for the rest of a message, which is not torn then', async () => {
      const { source, give } = given();
      const iterator = read(source);
      const waiting = iterator.next();
      give(stream.subarray(0, 20));
      await setImmediate();
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
});
