// What is done about an answer that is no success, over a real socket: told at once, sent again with better, or read no further.
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { against, request, send } from './loopback.ts';
import { allowNoUnhandledRejection } from './unhandled-rejections.ts';

allowNoUnhandledRejection();

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
