// What a caller who leaves ends, by an abort or by reading no further: the call, the body and the socket.
import { describe, expect, test, vi } from 'vitest';
import type { CallOptions } from '../src/index.ts';
import { answer, bytesOf, delta, type Handler } from './far-side.ts';
import { against, begun, head, never, request, send, texts } from './loopback.ts';
import { allowNoUnhandledRejection } from './unhandled-rejections.ts';

allowNoUnhandledRejection();

describe('an abort', () => {
  const reason = new Error('enough');

  test.each<[when: string, Handler, events: number, CallOptions]>([
    ['before the headers', never, 0, {}],
    [
      'before the first event',
      (_, response) => {
        head(response).flushHeaders();
      },
      0,
      {},
    ],
    ['between frames', async (_, response) => send(head(response), bytesOf(begun)), 3, {}],
    [
      'inside a frame',
      async (_, response) => send(head(response), bytesOf([...begun, delta('x').subarray(0, 50)])),
      3,
      { idleTimeoutMs: 60_000, firstEventTimeoutMs: 60_000 },
    ],
  ])('%s ends the call, the body and the socket', async (_, handler, events, options) => {
    await against(handler, async ({ runtime }) => {
      const controller = new AbortController();
      // A while after the last event, however long a busy machine takes for it.
      const abortAt = (seen: number): void => {
        if (seen !== events) return;
        setTimeout(() => {
          controller.abort(reason);
        }, 50);
      };
      abortAt(0);
      const call = runtime
        .converseStream(request, { signal: controller.signal, ...options })
        .then((stream) => texts(stream, abortAt));
      const { count, error } = await call.catch((thrown: unknown) => ({ count: 0, error: thrown }));
      expect(count).toBe(events);
      expect(error).toMatchObject({ name: 'AbortError', code: 'Aborted', cause: reason });
    });
  });

  test('while a JSON answer comes ends it', async () => {
    await against(
      async (_, response) => send(response.writeHead(200), Buffer.from('{')),
      async ({ runtime }) => {
        const signal = AbortSignal.timeout(50);
        await expect(runtime.converse(request, { signal })).rejects.toMatchObject({
          name: 'TimeoutError',
          code: 'Aborted',
        });
      },
    );
  });

  test('while the body of an error comes ends it', async () => {
    await against(
      async (_, response) => send(response.writeHead(500), Buffer.from('{')),
      async ({ runtime }) => {
        const signal = AbortSignal.timeout(50);
        await expect(runtime.converse(request, { signal })).rejects.toMatchObject({ code: 'Aborted' });
      },
    );
  });

  test('between two reads closes the socket without being read again', async () => {
    await against(
      async (_, response) => send(head(response), bytesOf(begun)),
      async ({ runtime, far }) => {
        const controller = new AbortController();
        const batches = (await runtime.converseStream(request, { signal: controller.signal })).batches();
        expect((await batches.next()).done).toBe(false);
        controller.abort(reason);
        await vi.waitFor(() => {
          expect(far.sockets.size).toBe(0);
        });
        await expect(batches.next()).rejects.toMatchObject({ code: 'Aborted' });
      },
    );
  });

  test('after the end changes nothing', async () => {
    await against(
      (_, response) => void head(response).end(bytesOf(answer('a'))),
      async ({ runtime }) => {
        const controller = new AbortController();
        const stream = await runtime.converseStream(request, { signal: controller.signal });
        expect(await texts(stream)).toEqual({ count: 5, error: undefined });
        controller.abort(reason);
      },
    );
  });
});

describe('a reader that leaves', () => {
  const open: Handler = async (_, response) => send(head(response), bytesOf(begun));

  test('by break closes the socket', async () => {
    await against(open, async ({ runtime }) => {
      const seen: unknown[] = [];
      for await (const event of await runtime.converseStream(request)) {
        seen.push(event);
        break;
      }
      expect(seen).toHaveLength(1);
    });
  });

  test('by cancelling the ReadableStream closes the socket', async () => {
    await against(open, async ({ runtime }) => {
      const reader = (await runtime.converseStream(request)).toReadableStream().getReader();
      await reader.read();
      await reader.cancel();
    });
  });

  test('by cancel closes the socket, and whoever is waiting finds the end', async () => {
    await against(open, async ({ runtime }) => {
      const stream = await runtime.converseStream(request);
      const batches = stream.batches();
      await batches.next();
      const waiting = batches.next();
      await stream.cancel();
      expect(await waiting).toEqual({ done: true, value: undefined });
    });
  });

  test('without having read anything closes the socket by cancel', async () => {
    await against(open, async ({ runtime }) => {
      await (await runtime.converseStream(request)).cancel();
    });
  });
});
