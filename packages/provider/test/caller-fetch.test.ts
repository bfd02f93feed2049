// What a fetch of the caller is given, so that it can read it and hand it on.
import { runInNewContext } from 'node:vm';
import { APICallError } from '@ai-sdk/provider';
import { createLocalBedrock } from '@bedrock-kit/local';
import { describe, expect, test, vi } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { json } from './far-side.ts';

const keys = { accessKeyId: 'AKIDCODE', secretAccessKey: 'secret-of-the-code' };

describe('a fetch of the caller', () => {
  const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

  /** A provider whose fetch keeps the bodies that it is given. */
  function keepingBodies() {
    const given: unknown[] = [];
    const bedrock = createAmazonBedrock({
      ...keys,
      region: 'us-east-1',
      fetch: (_, options) => {
        given.push(options?.body);
        return Promise.resolve(json({}));
      },
    });
    return { bedrock, given };
  }

  test('gets JSON as text, as from every provider of the AI SDK, and what it hands on has a valid signature', async () => {
    const local = createLocalBedrock();
    const bodies: unknown[] = [];
    const bedrock = createAmazonBedrock({
      ...local.credentials,
      region: local.region,
      fetch: (url, options) => {
        // As in https://ai-sdk.dev/cookbook/node/intercept-fetch-requests
        bodies.push(JSON.parse(options?.body as string));
        return local.fetch(url, options);
      },
    });
    const content = [{ type: 'text' as const, text: 'Grüße 👋\ufeff' }];
    const { finishReason } = await bedrock(modelId).doGenerate({ prompt: [{ role: 'user', content }] });
    expect(finishReason.unified).toBe('stop');
    expect(bodies).toMatchObject([{ messages: [{ role: 'user', content: [{ text: 'Grüße 👋\ufeff' }] }] }]);
  });

  test('gets JSON as text also where its bytes are of another realm, as those of a TextEncoder in Jest', async () => {
    const { bedrock, given } = keepingBodies();
    const body = runInNewContext('Uint8Array.of(123, 125)') as Uint8Array;
    await bedrock.runtime.invokeModel({ modelId, contentType: 'application/json', body });
    expect(given).toEqual(['{}']);
  });

  test.each([
    ['with a mark in front, which belongs to what is signed', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
    ['that are no UTF-8', [0x22, 0xe9, 0x22]],
  ])('can hand on what was signed of bytes that are said to be JSON %s', async (_, bytes) => {
    const sent: ArrayBuffer[] = [];
    const bedrock = createAmazonBedrock({
      ...keys,
      region: 'us-east-1',
      fetch: async (url, options) => {
        sent.push(await new Request(url, options).arrayBuffer());
        return json({});
      },
    });
    const body = Uint8Array.from(bytes);
    await bedrock.runtime.invokeModel({ modelId, contentType: 'application/json', body });
    expect(sent.map((buffer) => new Uint8Array(buffer))).toEqual([body]);
  });

  test('gets bytes that are no JSON as they are', async () => {
    const { bedrock, given } = keepingBodies();
    const body = Uint8Array.of(0xff, 0xfe, 0);
    await bedrock.runtime.invokeModel({ modelId, body });
    expect(given).toEqual([body]);
  });
});

describe('docs/migrating.md on what a fetch is given', () => {
  const call = { prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hello.' }] }] };
  const answer = {
    output: { message: { role: 'assistant', content: [{ text: 'Hi.' }] } },
    stopReason: 'end_turn',
  };

  test('names of headers in lower case, that of an API key among them, and a signal without one of the caller', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(json(answer)));
    const bedrock = createAmazonBedrock({
      region: 'us-east-1',
      apiKey: 'key',
      headers: { 'X-Own': 'a' },
      fetch,
    });
    await bedrock('amazon.nova-lite-v1:0').doGenerate(call);
    const [[url, init] = []] = fetch.mock.calls;
    expect(url).toBe(
      'https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/converse',
    );
    expect(init?.headers).toEqual({
      authorization: 'Bearer key',
      'content-type': 'application/json',
      'user-agent': expect.stringContaining('ai-sdk-bedrock-kit/') as string,
      'x-own': 'a',
    });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
  });

  test('content-type and accept are signed', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(json({ embedding: [1] })));
    const bedrock = createAmazonBedrock({ ...keys, region: 'us-east-1', fetch });
    await bedrock.embedding('amazon.titan-embed-text-v2:0').doEmbed({ values: ['a'] });
    const headers = new Headers(fetch.mock.calls[0]?.[1]?.headers);
    expect(headers.get('authorization')).toContain('SignedHeaders=accept;content-type;host;x-amz-date,');
  });

  test('the global fetch gets bytes, which a Response reads', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(json(answer)));
    vi.stubGlobal('fetch', fetch);
    try {
      await createAmazonBedrock({ ...keys, region: 'us-east-1' })('amazon.nova-lite-v1:0').doGenerate(call);
    } finally {
      vi.unstubAllGlobals();
    }
    const { body } = fetch.mock.calls[0]?.[1] ?? {};
    expect(body).toBeInstanceOf(Uint8Array);
    expect(await new Response(body).json()).toMatchObject({
      messages: [{ role: 'user', content: [{ text: 'Hello.' }] }],
    });
  });

  test('credentials of requests at the same time are those of one call of the provider', async () => {
    const credentialProvider = vi.fn(() => Promise.resolve(keys));
    const fetch = () => Promise.resolve(json(answer));
    const model = createAmazonBedrock({ credentialProvider, region: 'us-east-1', fetch })(
      'amazon.nova-lite-v1:0',
    );
    await Promise.all([model.doGenerate(call), model.doGenerate(call)]);
    expect(credentialProvider).toHaveBeenCalledTimes(1);
    await model.doGenerate(call);
    expect(credentialProvider).toHaveBeenCalledTimes(2);
  });
});

describe('what a fetch of the caller throws', () => {
  const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
  const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hello.' }] }];

  /** What comes of a fetch that throws this, from each way to call. */
  async function outcomes(thrown: unknown): Promise<unknown[]> {
    const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue(thrown);
    const bedrock = createAmazonBedrock({ ...keys, region: 'us-east-1', fetch });
    const calls = [
      bedrock(modelId).doGenerate({ prompt }),
      bedrock(modelId).doStream({ prompt }),
      bedrock.embedding('amazon.titan-embed-text-v2:0').doEmbed({ values: ['a'] }),
      bedrock.countTokens({ model: modelId, prompt }),
    ];
    const settled = await Promise.allSettled(calls);
    expect(fetch).toHaveBeenCalledTimes(calls.length);
    return settled.map((call) => (call.status === 'rejected' ? (call.reason as unknown) : call.value));
  }

  function endless(): Error {
    const error = new Error('Blocked.');
    return Object.assign(error, { cause: error });
  }

  test.each<readonly [string, Error]>([
    ['an error of the app', Object.assign(new Error('The budget is used up.'), { code: 'BUDGET' })],
    ['a bug', new ReferenceError('tenant is not defined')],
    ['an end of its own time', new DOMException('The operation was aborted due to timeout', 'TimeoutError')],
    [
      "an abort of undici's",
      Object.assign(new Error('Aborted'), { name: 'AbortError', code: 'UND_ERR_ABORTED' }),
    ],
    [
      'an error of the AI SDK',
      new APICallError({ message: 'quota', url: '', requestBodyValues: {}, statusCode: 402 }),
    ],
    // As axios and got have it.
    ...['ERR_BAD_REQUEST', 'ERR_CANCELED', 'ERR_NON_2XX_3XX_RESPONSE'].map(
      (code) => [`${code} of another client`, Object.assign(new Error('status code 400'), { code })] as const,
    ),
    [
      "an end of got's time",
      Object.assign(new Error('Timeout'), { name: 'TimeoutError', code: 'ETIMEDOUT' }),
    ],
    ['an error with a cause', new Error('Blocked.', { cause: new Error('policy') })],
    ['an error that is its own cause', endless()],
  ])('comes as it was thrown: %s', async (_, thrown) => {
    const all = await outcomes(thrown);
    for (const error of all) expect(error).toBe(thrown);
  });

  test.each([
    ['that of fetch', new TypeError('fetch failed', { cause: new Error('other side closed') })],
    ["that of node-fetch, with Node's code", Object.assign(new Error('failed'), { code: 'ECONNRESET' })],
    ["that of axios's", Object.assign(new Error('timeout'), { name: 'AxiosError', code: 'ECONNABORTED' })],
    ["one of Node's own codes", Object.assign(new Error('Early'), { code: 'ERR_STREAM_PREMATURE_CLOSE' })],
    ['an answer that is no HTTP', Object.assign(new Error('Parse Error'), { code: 'HPE_INVALID_CONSTANT' })],
    ["one of Node's zlib", Object.assign(new Error('unexpected end of file'), { code: 'Z_BUF_ERROR' })],
    ["those of Bun's", Object.assign(new Error('Unable to connect'), { code: 'ConnectionRefused' })],
    ["those of Bun's", Object.assign(new Error('Was there a typo?'), { code: 'FailedToOpenSocket' })],
    ["that of Electron's net.fetch", new Error('net::ERR_CONNECTION_REFUSED')],
    ['that of workerd', new Error('Network connection lost.')],
    [
      'one that a wrapper has told in its words',
      new Error('The gateway is away.', { cause: Object.assign(new Error(''), { code: 'UND_ERR_SOCKET' }) }),
    ],
    ['a text', 'error sending request'],
  ])('is a failure of the connection, to be tried again: %s', async (_, thrown) => {
    for (const error of await outcomes(thrown))
      expect(error).toMatchObject({
        name: 'AI_APICallError',
        isRetryable: true,
        data: { code: 'NetworkError' },
      });
  });

  test('is told apart from what is thrown elsewhere, which has a code of its own', async () => {
    const fetch = () =>
      Promise.resolve(
        new Response('these are no frames', {
          headers: { 'content-type': 'application/vnd.amazon.eventstream' },
        }),
      );
    const credentialProvider = () => Promise.reject(new Error('The session has ended.'));
    const bedrock = createAmazonBedrock({ credentialProvider, region: 'us-east-1', fetch });
    await expect(bedrock(modelId).doGenerate({ prompt })).rejects.toMatchObject({
      name: 'AI_APICallError',
      data: { code: 'CredentialsFailed' },
    });
    const { stream } = await createAmazonBedrock({ ...keys, region: 'us-east-1', fetch })(modelId).doStream({
      prompt,
    });
    const errors: unknown[] = [];
    for await (const part of stream) if (part.type === 'error') errors.push(part.error);
    expect(errors).toMatchObject([{ name: 'AI_APICallError', data: { code: 'MalformedStream' } }]);
  });

  test('comes as it was thrown out of a body, too', async () => {
    const thrown = new Error('The answer is held back.');
    const body = new ReadableStream({
      pull: (controller) => {
        controller.error(thrown);
      },
    });
    const bedrock = createAmazonBedrock({
      ...keys,
      region: 'us-east-1',
      fetch: () => Promise.resolve(new Response(body)),
    });
    const { stream } = await bedrock(modelId).doStream({ prompt });
    const errors: unknown[] = [];
    for await (const part of stream) if (part.type === 'error') errors.push(part.error);
    expect(errors).toEqual([thrown]);
    expect(errors[0]).toBe(thrown);
  });
});
