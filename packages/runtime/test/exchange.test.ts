// How fetch is called: which one, what its failure tells, and that an abort ends the call at once.
import { runInNewContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import { converse, createClient, noAuth } from '../src/index.ts';
import { ok, refused, request, setUp } from './answered-client.ts';
import { fakeFetch } from './far-side.ts';

describe('fetch', () => {
  test('is looked up for every request when none is given', async () => {
    const client = createClient({ authorize: noAuth, region: 'us-east-1' });
    const { fetch, calls } = fakeFetch(ok());
    vi.stubGlobal('fetch', fetch);
    try {
      await converse(client, request);
    } finally {
      vi.unstubAllGlobals();
    }
    expect(calls).toHaveLength(1);
  });

  test.each([
    [new AggregateError([], ''), 'AggregateError'],
    // What Node throws when no address of a host answers.
    [Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  ])('that fails without a word is told by its code or name: %s', async (reason, told) => {
    const { client } = setUp({}, () => Promise.reject(new TypeError('fetch failed', { cause: reason })));
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'NetworkError',
      message: `The connection to https://bedrock-runtime.us-east-1.amazonaws.com failed: ${told}`,
    });
  });

  test.each([
    ['a test in Jest, where fetch is of another realm,', 'new Error("connect")'],
    [
      'a chain that ends in itself',
      'Object.defineProperty(new Error("connect"), "cause", { get() { return this } })',
    ],
  ])('that fails in %s gives its innermost reason', async (_, cause) => {
    const reason = runInNewContext(`new TypeError("fetch failed", { cause: ${cause} })`) as Error;
    const ofThisRealm = new TypeError('fetch failed', { cause: reason });
    for (const thrown of [reason, ofThisRealm]) {
      const { client } = setUp({ fetch: () => Promise.reject(thrown) });
      await expect(converse(client, request)).rejects.toMatchObject({
        code: 'NetworkError',
        message: 'The connection to https://bedrock-runtime.us-east-1.amazonaws.com failed: connect',
      });
    }
  });

  test('that fails without a reason, as fetch does over status 407, has at least the words of the error', async () => {
    const { client } = setUp({}, () => Promise.reject(new TypeError('fetch failed', { cause: new Error() })));
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'NetworkError',
      message: 'The connection to https://bedrock-runtime.us-east-1.amazonaws.com failed: fetch failed',
    });
  });

  test('that fails is a NetworkError with its innermost reason', async () => {
    const cause = new TypeError('fetch failed', {
      cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    });
    const { client } = setUp({}, () => Promise.reject(cause));
    await expect(converse(client, request)).rejects.toMatchObject({
      name: 'BedrockError',
      code: 'NetworkError',
      message:
        'The connection to https://bedrock-runtime.us-east-1.amazonaws.com failed: connect ECONNREFUSED',
      isRetryable: true,
      statusCode: undefined,
      cause,
    });
  });
});

describe('an abort', () => {
  const reason = new Error('enough');

  test.each([
    ['before the call', () => undefined],
    ['while credentials are loaded', { authorize: () => new Promise<never>(() => undefined) }],
    ['while headers are resolved', { headers: () => new Promise<never>(() => undefined) }],
    ['while fetch ignores it', { fetch: () => new Promise<never>(() => undefined) }],
    [
      'while a retry waits',
      { fetch: () => Promise.resolve(refused('ThrottlingException')), retry: () => 60_000 },
    ],
  ])('%s ends it at once', async (when, settings) => {
    const { client } = setUp(typeof settings === 'function' ? {} : settings);
    const controller = new AbortController();
    if (when === 'before the call') controller.abort(reason);
    else
      setTimeout(() => {
        controller.abort(reason);
      }, 5);
    await expect(converse(client, request, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
      code: 'Aborted',
      isRetryable: false,
      cause: reason,
    });
  });

  test.each(['authorize', 'fetch', 'retry'])('in %s is followed by nothing more', async (when) => {
    const controller = new AbortController();
    const asked: string[] = [];
    const ask = <T>(what: string, answer: T): T => {
      asked.push(what);
      if (what === when) controller.abort(reason);
      return answer;
    };
    const { client } = setUp({
      authorize: () => Promise.resolve(ask('authorize', { headers: {}, secrets: [] })),
      fetch: () => Promise.resolve(ask('fetch', refused('ThrottlingException'))),
      retry: () => ask('retry', 0),
    });
    const call = converse(client, request, { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ code: 'Aborted' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked.at(-1)).toBe(when);
  });

  test('cancels a response that comes too late', async () => {
    let cancelled = false;
    const late = new Response(
      new ReadableStream({
        cancel: () => {
          cancelled = true;
        },
      }),
    );
    const controller = new AbortController();
    const { client } = setUp({}, async () => {
      controller.abort(reason);
      await new Promise((resolve) => setTimeout(resolve, 10));
      return late;
    });
    const call = converse(client, request, { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ code: 'Aborted' });
    await vi.waitFor(() => {
      expect(cancelled).toBe(true);
    });
  });
});
