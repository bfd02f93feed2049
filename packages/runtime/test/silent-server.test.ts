// How long a server may be silent over a real socket, before the first event and between two.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { answer, bytesOf, delta, eventStreamType } from './far-side.ts';
import { against, begun, head, never, request, send, texts } from './loopback.ts';
import { allowNoUnhandledRejection } from './unhandled-rejections.ts';

allowNoUnhandledRejection();

describe('a server that goes silent', () => {
  test.each([
    ['before the headers', async () => never()],
    [
      'before the first event',
      (response: ServerResponse) => {
        head(response).flushHeaders();
      },
    ],
    [
      'inside a page in place of events',
      async (response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        return send(response, new TextEncoder().encode('<html>'));
      },
    ],
    [
      'inside the first event',
      async (response: ServerResponse) => send(head(response), delta('x').subarray(0, 20)),
    ],
  ])('%s ends with FirstEventTimeout', async (_, behave) => {
    await against(
      (_request, response) => {
        behave(response);
      },
      async ({ runtime }) => {
        const call = runtime.converseStream(request, { firstEventTimeoutMs: 60 }).then(texts);
        const { error } = await call.catch((reason: unknown) => ({ error: reason }));
        expect(error).toMatchObject({
          code: 'FirstEventTimeout',
          isRetryable: true,
          message: 'No event of the stream came for 60 ms, so the request was ended.',
        });
      },
    );
  });

  test.each([
    ['before the first event', []],
    ['in the middle', begun],
    ['inside a frame', [...begun, delta('lost').subarray(0, 50)]],
  ])('%s ends with IdleTimeout', async (_, frames) => {
    await against(
      async (_request, response) => send(head(response), bytesOf(frames)),
      async ({ runtime }) => {
        const { count, error } = await texts(await runtime.converseStream(request, { idleTimeoutMs: 60 }));
        expect(count).toBe(Math.min(3, frames.length));
        expect(error).toMatchObject({
          code: 'IdleTimeout',
          isRetryable: true,
          message: 'No byte of the stream came for 60 ms, so the request was ended.',
          requestId: 'r-1',
          url: expect.stringMatching(/converse-stream$/) as string,
          responseHeaders: expect.objectContaining({ 'content-type': eventStreamType }) as object,
        });
      },
    );
  });

  test('for less than the limit each time is let go on, byte by byte', async () => {
    const frames = bytesOf(answer('a')).subarray(0, 40);
    await against(
      async (_, response) => {
        head(response);
        for (const byte of frames) {
          await send(response, Uint8Array.of(byte));
          await sleep(15);
        }
        response.end(bytesOf(answer('a')).subarray(40));
      },
      async ({ runtime }) => {
        // The whole takes 600 ms and more, and each byte far less than 500, also on a machine that is busy.
        expect(await texts(await runtime.converseStream(request, { idleTimeoutMs: 500 }))).toEqual({
          count: 5,
          error: undefined,
        });
      },
    );
  });

  test('is not believed to be silent for longer because the clock is set', async () => {
    const clock = vi.spyOn(Date, 'now');
    let aheadMs = 0;
    clock.mockImplementation(() => performance.timeOrigin + performance.now() + aheadMs);
    await against(
      async (_, response) => {
        aheadMs += 3_600_000;
        head(response);
        for (const byte of bytesOf(answer('a')).subarray(0, 3)) {
          await send(response, Uint8Array.of(byte));
          await sleep(15);
          aheadMs += 3_600_000;
        }
        response.end(bytesOf(answer('a')).subarray(3));
      },
      async ({ runtime }) => {
        expect(await texts(await runtime.converseStream(request, { firstEventTimeoutMs: 5000 }))).toEqual({
          count: 5,
          error: undefined,
        });
      },
    );
    clock.mockRestore();
  });

  test.each([{ idleTimeoutMs: 40 }, { firstEventTimeoutMs: 40 }])(
    'is heard first where it was this process that did nothing for longer than %o',
    async (limits) => {
      let answered: ServerResponse | undefined;
      await against(
        (_, response) => {
          answered = response;
          head(response).flushHeaders();
        },
        async ({ runtime }) => {
          const read = texts(await runtime.converseStream(request, limits));
          await new Promise(setImmediate); // by now the limit runs
          answered?.end(bytesOf(answer('a')));
          for (const start = performance.now(); performance.now() - start < 80; );
          expect(await read).toEqual({ count: 5, error: undefined });
        },
      );
    },
  );

  test('is given its time again after an hour for which this process was frozen', async () => {
    const now = performance.now.bind(performance);
    let frozenMs = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + frozenMs);
    await against(
      async (_, response) => {
        frozenMs = 3_600_000;
        head(response).flushHeaders();
        await sleep(50);
        response.end(bytesOf(answer('a')));
      },
      async ({ runtime }) => {
        const stream = await runtime.converseStream(request, { firstEventTimeoutMs: 5000 });
        expect(await texts(stream)).toEqual({ count: 5, error: undefined });
      },
    );
    clock.mockRestore();
  });

  test('does not count the time that the reader takes', async () => {
    await against(
      (_, response) => void head(response).end(bytesOf(answer('a', 'b'))),
      async ({ runtime }) => {
        const stream = await runtime.converseStream(request, { idleTimeoutMs: 40, firstEventTimeoutMs: 500 });
        const seen: unknown[] = [];
        for await (const event of stream) {
          seen.push(event);
          await sleep(20);
        }
        expect(seen).toHaveLength(6);
      },
    );
  });

  test('does not count the time before its reader begins, either', async () => {
    await against(
      (_, response) => void head(response).end(bytesOf(answer('a'))),
      async ({ runtime }) => {
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
        const stream = await runtime.converseStream(request, { firstEventTimeoutMs: 30_000 });
        vi.advanceTimersByTime(60_000);
        vi.useRealTimers();
        expect(await texts(stream)).toEqual({ count: 5, error: undefined });
      },
    );
  });
});
