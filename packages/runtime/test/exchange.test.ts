import { Readable } from 'node:stream';
import { runInNewContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import {
  type ClientSettings,
  converse,
  converseStream,
  createClient,
  fullJitter,
  noAuth,
  sigv4Auth,
} from '../src/index.ts';
import { answer, bytesOf, eventStreamType, fakeFetch, json, streamResponse } from './far-side.ts';

const request = { modelId: 'm', messages: [] };
const ok = () => json({ output: {} });
const refused = (code: string, init: { status?: number; headers?: Record<string, string> } = {}) =>
  json({ message: code }, { status: 403, ...init, headers: { 'x-amzn-errortype': code, ...init.headers } });

function setUp(
  settings: Partial<ClientSettings>,
  ...responses: (Response | (() => Response | Promise<Response>))[]
) {
  const { fetch, calls } = fakeFetch(...responses);
  const client = createClient({
    authorize: noAuth,
    region: 'us-east-1',
    fetch,
    environment: {},
    ...settings,
  });
  return { client, calls, sent: () => calls.map(({ init }) => init.headers as Record<string, string>) };
}

describe('headers', () => {
  test('of the call win over those of the client, those over the operation, in whatever spelling', async () => {
    const { client, sent } = setUp(
      {
        headers: () => Promise.resolve({ 'X-One': 'client', 'x-two': 'client', 'X-Gone': undefined }),
        userAgent: 'kit/1.0',
      },
      ok(),
    );
    await converse(client, request, { headers: { 'x-ONE': 'call', 'User-Agent': 'app/2' } });
    expect(sent()).toEqual([
      {
        'content-type': 'application/json',
        'x-one': 'call',
        'x-two': 'client',
        'user-agent': 'app/2 kit/1.0',
      },
    ]);
  });

  test('are asked for at each call', async () => {
    let count = 0;
    const { client, sent } = setUp({ headers: () => ({ 'x-count': String(++count) }) }, ok(), ok());
    await converse(client, request);
    await converse(client, request);
    expect(sent().map((headers) => headers['x-count'])).toEqual(['1', '2']);
  });

  test('that cannot be sent are refused without quoting their value', async () => {
    const { client, calls } = setUp({});
    await expect(converse(client, request, { headers: { 'x-token': 'TOP\nSECRET' } })).rejects.toMatchObject({
      code: 'InvalidRequest',
      message: 'header x-token: expected Latin-1 without line breaks and control characters, found others',
    });
    expect(calls).toEqual([]);
  });

  test.each([
    [
      'of a name that is none',
      { headers: { 'my header': 'x' } },
      /^header my header: expected a name of RFC 9110, found another$/,
    ],
    ['without a name', { headers: { '': 'x' } }, /^header : expected a name of RFC 9110, found another$/],
    [
      'user-agent, from userAgent',
      { userAgent: 'приложение/1.0' },
      /^header user-agent: expected Latin-1 without line breaks and control characters, found others$/,
    ],
  ])('%s is refused before anything is sent', async (_, settings, message) => {
    const { client, calls } = setUp(settings);
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'InvalidRequest',
      isRetryable: false,
      message: expect.stringMatching(message) as string,
    });
    expect(calls).toEqual([]);
  });
});

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

describe('secrets', () => {
  test('that a server quotes are erased from its error', async () => {
    const sessionToken = 'TOP-SECRET-TOKEN';
    const authorize = sigv4Auth({ credentials: { accessKeyId: 'A', secretAccessKey: 'S', sessionToken } });
    const { client, sent } = setUp({ authorize }, () => {
      const { authorization } = sent()[0] ?? {};
      return json(
        { message: `Canonical request: x-amz-security-token:${sessionToken} ${authorization}` },
        { status: 403, headers: { 'x-echo': `Bearer ${sessionToken}` } },
      );
    });
    const error: unknown = await converse(client, request).catch((reason: unknown) => reason);
    const signature = sent()[0]?.['authorization']?.split('Signature=')[1] ?? 'none';
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(error) + String(error)).not.toMatch(new RegExp(`${sessionToken}|${signature}`));
    expect(error).toMatchObject({
      message: expect.stringContaining('x-amz-security-token:***') as string,
      responseHeaders: { 'x-echo': 'Bearer ***' },
    });
  });

  test('are erased also where the error stands in a success, and where the caller wrote the header', async () => {
    const { client } = setUp({ headers: { authorization: 'Bearer TOP-SECRET-TOKEN' } }, () =>
      json(
        { __type: 'ValidationException', message: 'The token TOP-SECRET-TOKEN is none' },
        { headers: { 'x-echo': 'TOP-SECRET-TOKEN' } },
      ),
    );
    await expect(converse(client, request)).rejects.toMatchObject({
      message: 'The token *** is none',
      responseHeaders: { 'content-type': 'application/json', 'x-echo': '***' },
      responseBody: '{"__type":"ValidationException","message":"The token *** is none"}',
    });
  });
});

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

describe('a fetch that is none', () => {
  const frames = () => bytesOf(answer('Hello'));
  /** Looks like a Response whose body is `body`. */
  const like = (response: Response, body: unknown): Response =>
    Object.defineProperty(response, 'body', { value: body });
  const streamHeaders = { headers: { 'content-type': eventStreamType } };

  test('may give a stream of Node, as node-fetch does: a stream of events and an error are read out of it', async () => {
    const refusal = refused('ValidationException', { status: 400 });
    const { client } = setUp(
      {},
      like(new Response(null, streamHeaders), Readable.from([Buffer.from(frames())])),
      like(refusal, Readable.from([Buffer.from('{"message":"No."}')])),
    );
    const names: string[] = [];
    for await (const event of await converseStream(client, request)) names.push(...Object.keys(event));
    expect(names).toEqual([
      'messageStart',
      'contentBlockDelta',
      'contentBlockStop',
      'messageStop',
      'metadata',
    ]);
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'ValidationException',
      message: 'No.',
    });
  });

  test('closes a stream of Node that is left early', async () => {
    const body = Readable.from([Buffer.from(frames()), Buffer.from('more')]);
    const { client } = setUp({}, like(new Response(null, streamHeaders), body));
    for await (const event of await converseStream(client, request)) {
      expect(Object.keys(event)).toEqual(['messageStart']);
      break;
    }
    expect(body.destroyed).toBe(true);
  });

  test.each([
    ['nothing', undefined, 'an unread Response, found undefined'],
    ['a text', '{}', 'an unread Response, found string'],
    [
      'a mock without Headers',
      { ok: true, status: 200, json: () => ({}) },
      'an unread Response, found object',
    ],
  ])('that gives %s is told of, and not called again', async (_, given, message) => {
    const call = (operation: typeof converse | typeof converseStream) =>
      operation(setUp({ retry: fullJitter() }, () => given as unknown as Response).client, request);
    const refusal = { code: 'InvalidRequest', message: `fetch: expected ${message}` };
    await expect(call(converse)).rejects.toMatchObject(refusal);
    await expect(call(converseStream)).rejects.toMatchObject(refusal);
  });

  test.each(['text', 'clone'] as const)(
    'that has read the answer by %s() is told of, unless it read a clone',
    async (how) => {
      const logged = async (response: Response): Promise<Response> => {
        await (how === 'text' ? response : response.clone()).text();
        return response;
      };
      const { client } = setUp(
        {},
        () => logged(ok()),
        () => logged(streamResponse([frames()])),
      );
      const outcomes = await Promise.allSettled([
        converse(client, request),
        converseStream(client, request).then((stream) => stream.cancel()),
      ]);
      const refusal = {
        status: 'rejected',
        reason: {
          message: 'fetch: expected an unread Response, found one that was read: read a clone()',
        },
      };
      expect(outcomes).toMatchObject(
        how === 'text' ? [refusal, refusal] : [{ status: 'fulfilled' }, { status: 'fulfilled' }],
      );
    },
  );

  test('that has read an error leaves its code and status', async () => {
    const { client } = setUp({}, async () => {
      const response = refused('ThrottlingException', { status: 429 });
      await response.text();
      return response;
    });
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'ThrottlingException',
      statusCode: 429,
      isRetryable: true,
      message: 'The server answered with status 429 and no message.',
    });
  });

  test('that streams nothing, as that of React Native, reads whole answers and errors, and says why it has no events', async () => {
    const { client } = setUp(
      {},
      like(json({ output: {} }), undefined),
      like(refused('ValidationException', { status: 400 }), undefined),
      like(new Response(null, streamHeaders), undefined),
    );
    expect((await converse(client, request)).body).toEqual({ output: {} });
    await expect(converse(client, request)).rejects.toMatchObject({ message: 'ValidationException' });
    await expect(converseStream(client, request)).rejects.toMatchObject({
      code: 'InvalidRequest',
      message: 'fetch: expected a Response with a body to stream, found one without',
    });
  });
});
