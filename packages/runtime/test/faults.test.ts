// Every way in which a connection can fail, over a real socket: what the caller gets, and that nothing is left behind.
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type BedrockRuntimeSettings,
  type CallOptions,
  createBedrockRuntime,
  type StreamResult,
} from '../src/index.ts';
import { answer, bytesOf, delta, eventStreamType, type FarSide, farSide, type Handler } from './far-side.ts';

const request = { modelId: 'm', messages: [{ role: 'user' as const, content: [{ text: 'hi' }] }] };
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => void unhandled.push(reason);

beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', onUnhandled);
});

afterEach(async () => {
  // Rejections are reported when the queue of microtasks is empty.
  await sleep(5);
  process.off('unhandledRejection', onUnhandled);
  expect(unhandled).toEqual([]);
});

/** Runs against a server that behaves so; afterwards no socket may be open. */
async function against(
  handler: Handler,
  run: (setUp: { far: FarSide; runtime: ReturnType<typeof createBedrockRuntime> }) => Promise<void>,
  settings: BedrockRuntimeSettings = {},
): Promise<void> {
  await using far = await farSide(handler);
  const runtime = createBedrockRuntime({
    region: 'us-east-1',
    endpoint: far.url,
    apiKey: 'k',
    environment: {},
    ...settings,
  });
  await run({ far, runtime });
  await vi.waitFor(() => {
    expect(far.sockets.size).toBe(0);
  });
}

const head = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, {
    'content-type': eventStreamType,
    'x-amzn-requestid': 'r-1',
    connection: 'close',
  });

const send = async (response: ServerResponse, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    response.write(bytes, () => {
      resolve();
    });
  });

async function texts<E>(stream: StreamResult<E>): Promise<{ count: number; error: unknown }> {
  const seen: E[] = [];
  try {
    for await (const event of stream) seen.push(event);
    return { count: seen.length, error: undefined };
  } catch (error) {
    return { count: seen.length, error };
  }
}

const begun = answer('Hel', 'lo').slice(0, 3);
const never = (): Promise<never> => new Promise(() => undefined);

describe('a connection that is reset', () => {
  test('before the headers is a NetworkError', async () => {
    await against(
      (_, response) => void response.destroy(),
      async ({ runtime, far }) => {
        await expect(runtime.converseStream(request)).rejects.toMatchObject({
          code: 'NetworkError',
          isRetryable: true,
          statusCode: undefined,
          message: expect.stringMatching(`^The connection to ${far.url} failed: `) as string,
        });
        await expect(runtime.converse(request)).rejects.toMatchObject({ code: 'NetworkError' });
      },
    );
  });

  test.each([
    ['between frames', begun],
    ['inside a frame', [...begun, delta('lost').subarray(0, 50)]],
  ])('%s gives the events before it, then a NetworkError', async (_, frames) => {
    await against(
      async (_request, response) => {
        await send(head(response), bytesOf(frames));
        await sleep(10);
        response.destroy();
      },
      async ({ runtime }) => {
        const { count, error } = await texts(await runtime.converseStream(request));
        expect(count).toBe(3);
        expect(error).toMatchObject({ code: 'NetworkError', isRetryable: true });
      },
    );
  });

  test('inside a JSON answer is a NetworkError', async () => {
    await against(
      async (_, response) => {
        await send(
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': '99' }),
          Buffer.from('{'),
        );
        response.destroy();
      },
      async ({ runtime }) => {
        await expect(runtime.converse(request)).rejects.toMatchObject({ code: 'NetworkError' });
        await expect(runtime.invokeModel({ modelId: 'm', body: {} })).rejects.toMatchObject({
          code: 'NetworkError',
        });
      },
    );
  });

  test('inside the body of an error keeps the status', async () => {
    await against(
      async (_, response) => {
        const headers = { 'x-amzn-errortype': 'ThrottlingException', 'content-length': '99' };
        await send(response.writeHead(429, headers), Buffer.from('{'));
        response.destroy();
      },
      async ({ runtime }) => {
        await expect(runtime.converse(request)).rejects.toMatchObject({
          code: 'ThrottlingException',
          statusCode: 429,
          responseBody: '{',
        });
      },
    );
  });
});

describe('a clean end that comes too early', () => {
  test.each([
    ['between frames', begun],
    ['inside a frame', [...begun, delta('lost').subarray(0, 50)]],
    ['before the first frame', []],
  ])('%s is a TruncatedStream', async (_, frames) => {
    await against(
      (_request, response) => void head(response).end(bytesOf(frames)),
      async ({ runtime }) => {
        const { count, error } = await texts(await runtime.converseStream(request));
        expect(count).toBe(Math.min(3, frames.length));
        expect(error).toMatchObject({ code: 'TruncatedStream', isRetryable: true, requestId: 'r-1' });
      },
    );
  });
});

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
          message: 'The stream brought nothing for 60 ms, so the request was ended.',
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
});

describe('a refusal', () => {
  test('429 with retry-after is given at once when nobody asked for retries', async () => {
    await against(
      (_, response) =>
        void response.writeHead(429, { 'retry-after': '7', connection: 'close' }).end('{"message":"Slow"}'),
      async ({ runtime, far }) => {
        await expect(runtime.converse(request)).rejects.toMatchObject({
          code: 'UnknownError',
          statusCode: 429,
          message: 'Slow',
          isRetryable: true,
          retryAfterMs: 7000,
        });
        expect(far.requests).toHaveLength(1);
      },
    );
  });

  test('429 with retry-after is waited for with retries', async () => {
    let count = 0;
    const times: number[] = [];
    await against(
      (_, response) => {
        times.push(performance.now());
        response.setHeader('connection', 'close');
        if (++count === 1) response.writeHead(429, { 'retry-after': '0.2' }).end();
        else response.end('{"output":{}}');
      },
      async ({ runtime }) => {
        await runtime.converse(request);
        expect(times).toHaveLength(2);
        expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(195);
      },
      { retry: { random: () => 0 } },
    );
  });

  test('of an expired token is answered with fresh credentials', async () => {
    let loaded = 0;
    await against(
      ({ headers }, response) => {
        response.setHeader('connection', 'close');
        if (headers['x-amz-security-token'] === 'token-2') response.end('{"output":{}}');
        else response.writeHead(403, { 'x-amzn-errortype': 'ExpiredTokenException' }).end('{}');
      },
      async ({ runtime, far }) => {
        await runtime.converse(request);
        await runtime.converse(request);
        expect(far.requests.map(({ headers }) => headers['x-amz-security-token'])).toEqual([
          'token-1',
          'token-2',
          'token-2',
        ]);
        expect(loaded).toBe(2);
      },
      {
        apiKey: null,
        credentials: () =>
          Promise.resolve({
            accessKeyId: 'A',
            secretAccessKey: 'S',
            sessionToken: `token-${++loaded}`,
            expiration: new Date(Date.now() + 3_600_000),
          }),
      },
    );
  });

  test('for a clock that is ten minutes off is answered with the clock of the server', async () => {
    const dates: unknown[] = [];
    const server = new Date('2026-01-15T12:10:00Z');
    await against(
      ({ headers }, response) => {
        dates.push(headers['x-amz-date']);
        response.setHeader('connection', 'close').setHeader('date', server.toUTCString());
        if (headers['x-amz-date'] === '20260115T121000Z') response.end('{"output":{}}');
        else response.writeHead(403, { 'x-amzn-errortype': 'InvalidSignatureException' }).end('{}');
      },
      async ({ runtime }) => {
        await runtime.converse(request);
        await runtime.converse(request);
        expect(dates).toEqual(['20260115T120000Z', '20260115T121000Z', '20260115T121000Z']);
      },
      {
        apiKey: null,
        credentials: { accessKeyId: 'A', secretAccessKey: 'S' },
        clock: () => new Date('2026-01-15T12:00:00Z'),
      },
    );
  });
});

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
      setTimeout(() => {
        controller.abort(reason);
      }, 50);
      const call = runtime.converseStream(request, { signal: controller.signal, ...options }).then(texts);
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

test('a redirect is an error and is not followed', async () => {
  await against(
    (_, response) =>
      void response.writeHead(307, { location: 'http://127.0.0.1:1/', connection: 'close' }).end(),
    async ({ runtime, far }) => {
      await expect(runtime.converse(request)).rejects.toMatchObject({
        code: 'UnexpectedRedirect',
        statusCode: 307,
      });
      expect(far.requests).toHaveLength(1);
    },
  );
});

test('a page of megabytes in place of an error is read no further than 64 KiB', async () => {
  await against(
    async (_, response) => {
      response.writeHead(502, { 'content-type': 'text/html' });
      while (!response.destroyed && response.writable) {
        await Promise.race([send(response, Buffer.alloc(65_536, '<')), sleep(200)]);
        // Writes to a client that has gone fail at once: without a turn of the loop, Node 26 would never tell that it has.
        await nextTurn();
      }
    },
    async ({ runtime }) => {
      const error: unknown = await runtime.converse(request).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ statusCode: 502, isRetryable: true, responseBody: '<'.repeat(65_536) });
    },
  );
});
