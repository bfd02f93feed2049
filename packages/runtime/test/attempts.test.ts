// When a request is sent again, and how long is waited before.
import { describe, expect, test } from 'vitest';
import { converse, fullJitter, sigv4Auth } from '../src/index.ts';
import { ok, refused, request, setUp } from './answered-client.ts';
import { json } from './far-side.ts';

describe('a second attempt', () => {
  const credentials = () => Promise.resolve({ accessKeyId: 'A', secretAccessKey: 'S' });

  test('is made once when credentials have expired', async () => {
    const { client, calls } = setUp(
      { authorize: sigv4Auth({ credentials }) },
      refused('ExpiredTokenException'),
      ok(),
    );
    await converse(client, request);
    expect(calls).toHaveLength(2);
  });

  test('that is refused again is the error', async () => {
    const { client, calls } = setUp(
      { authorize: sigv4Auth({ credentials }) },
      refused('ExpiredTokenException'),
      refused('ExpiredTokenException'),
    );
    await expect(converse(client, request)).rejects.toMatchObject({ code: 'ExpiredTokenException' });
    expect(calls).toHaveLength(2);
  });

  test('is made once when the clock is wrong, and the clock then stays right', async () => {
    const clock = () => new Date('2026-01-15T12:00:00Z');
    const { client, sent } = setUp(
      { authorize: sigv4Auth({ credentials, clock }) },
      refused('InvalidSignatureException', { headers: { date: 'Thu, 15 Jan 2026 12:10:00 GMT' } }),
      ok(),
      ok(),
    );
    await converse(client, request);
    await converse(client, request);
    expect(sent().map((headers) => headers['x-amz-date'])).toEqual([
      '20260115T120000Z',
      '20260115T121000Z',
      '20260115T121000Z',
    ]);
  });

  test('is not made for any other error', async () => {
    const { client, calls } = setUp({}, refused('ThrottlingException', { status: 429 }));
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'ThrottlingException',
      isRetryable: true,
    });
    expect(calls).toHaveLength(1);
  });

  test('is not made once an answer has begun, which may be paid for: what breaks off may be sent again by the caller', async () => {
    const body = new ReadableStream({
      start: (controller) => {
        controller.error(new TypeError('terminated'));
      },
    });
    const { client, calls } = setUp({ retry: () => 0 }, new Response(body));
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'NetworkError',
      isRetryable: true,
    });
    expect(calls).toHaveLength(1);
  });

  test('is made as a retry policy says', async () => {
    const asked: [string, number][] = [];
    const { client, calls } = setUp(
      {
        retry: ({ code }, attempt) => {
          asked.push([code, attempt]);
          return attempt < 3 ? 0 : undefined;
        },
      },
      refused('ThrottlingException'),
      () => Promise.reject(new TypeError('reset')),
      refused('ServiceUnavailableException'),
    );
    await expect(converse(client, request)).rejects.toMatchObject({ code: 'ServiceUnavailableException' });
    expect(calls).toHaveLength(3);
    expect(asked).toEqual([
      ['ThrottlingException', 1],
      ['NetworkError', 2],
      ['ServiceUnavailableException', 3],
    ]);
  });
});

describe('a wait that is longer than a timer can be', () => {
  test.each(['2592000', 'Fri, 31 Dec 2100 23:59:59 GMT'])(
    'retry-after: %s is not cut short',
    async (after) => {
      const refusal = (): Response => json({}, { status: 429, headers: { 'retry-after': after } });
      const { client, calls } = setUp({ retry: fullJitter() }, refusal(), refusal(), refusal());
      const signal = AbortSignal.timeout(50);
      await expect(converse(client, request, { signal })).rejects.toMatchObject({ code: 'Aborted' });
      expect(calls).toHaveLength(1);
    },
  );
});
