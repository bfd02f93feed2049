// What comes of a connection that is reset or ends too early, over a real socket: the events before it, then an error.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { bytesOf, delta } from './far-side.ts';
import { against, begun, head, request, send, texts } from './loopback.ts';
import { allowNoUnhandledRejection } from './unhandled-rejections.ts';

allowNoUnhandledRejection();

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
