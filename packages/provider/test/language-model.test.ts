import {
  APICallError,
  type LanguageModelV4CallOptions,
  type LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { event, eventStream, exception, farSide, json, requestId } from './far-side.ts';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const call: LanguageModelV4CallOptions = {
  prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
};
const settings = { region: 'us-east-1', apiKey: 'key' };
const url =
  'https://bedrock-runtime.us-east-1.amazonaws.com/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0';
const usage = { inputTokens: 3, outputTokens: 2, totalTokens: 5 };
const answer = {
  output: { message: { role: 'assistant', content: [{ text: 'Hi.' }] } },
  stopReason: 'end_turn',
  usage,
  metrics: { latencyMs: 12 },
};
const hello = [
  event('messageStart', { role: 'assistant' }),
  event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Hi' }, p: 'abc' }),
  event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: ' there' } }),
];
const goodbye = [
  event('contentBlockStop', { contentBlockIndex: 0 }),
  event('messageStop', { stopReason: 'end_turn' }),
  event('metadata', { usage, metrics: { latencyMs: 12 } }),
];

describe('doGenerate', () => {
  test('joins request and answer: body, url, headers, id, time', async () => {
    const { fetch, asked } = farSide(() => json(answer));
    const result = await createAmazonBedrock({ ...settings, fetch })(modelId).doGenerate(call);
    const body = { messages: [{ role: 'user', content: [{ text: 'Hello' }] }] };
    expect(asked).toMatchObject([{ url: `${url}/converse`, method: 'POST', body }]);
    expect(result.content).toEqual([{ type: 'text', text: 'Hi.' }]);
    expect(result.finishReason).toEqual({ unified: 'stop', raw: 'end_turn' });
    expect(result.usage.inputTokens.total).toBe(3);
    expect(result.providerMetadata).toMatchObject({ bedrock: { requestId } });
    expect(result.request).toMatchObject({ url: `${url}/converse`, body });
    expect(result.response).toMatchObject({
      id: requestId,
      modelId,
      timestamp: new Date('2026-11-22T10:00:00Z'),
      headers: { 'x-amzn-requestid': requestId },
      body: answer,
    });
  });

  test("AWS's refusal is an APICallError with code, request id, hint and retryability", async () => {
    const refusal = { message: 'The security token included in the request is expired' };
    const headers = { 'x-amzn-errortype': 'ExpiredTokenException:http://internal.amazon.com/coral/' };
    const { fetch } = farSide(() => json(refusal, 403, headers));
    const error = await createAmazonBedrock({ ...settings, fetch })(modelId)
      .doGenerate(call)
      .then(undefined, (reason: unknown) => reason);
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      statusCode: 403,
      url: `${url}/converse`,
      isRetryable: false,
      requestBodyValues: { modelId },
      data: { code: 'ExpiredTokenException', requestId, hint: expect.any(String) as unknown },
      cause: { code: 'ExpiredTokenException' },
    });
    expect((error as APICallError).message).toMatch(/^The security token included in the request is expired/);
  });

  test('a throttled request may be sent again, after the time that the server asks for', async () => {
    const headers = { 'x-amzn-errortype': 'ThrottlingException', 'retry-after': '2' };
    const { fetch } = farSide(() => json({ message: 'Too many requests' }, 429, headers));
    await expect(createAmazonBedrock({ ...settings, fetch })(modelId).doGenerate(call)).rejects.toMatchObject(
      {
        statusCode: 429,
        isRetryable: true,
        responseHeaders: { 'retry-after': '2' },
        data: { code: 'ThrottlingException', retryAfterMs: 2000 },
      },
    );
  });

  test('retries of the runtime take bounds or a policy, as those of the runtime alone', async () => {
    for (const retry of [{ maxAttempts: 2, throttlingDelayMs: 0 }, () => 0]) {
      const answers = [json({ message: 'Too many requests' }, 429), json(answer)];
      const { fetch, asked } = farSide(() => answers.shift() ?? json({}, 500));
      await createAmazonBedrock({ ...settings, fetch, retry })(modelId).doGenerate(call);
      expect(asked).toHaveLength(2);
    }
  });

  test('an abort stays an abort, told by its name', async () => {
    const controller = new AbortController();
    const { fetch } = farSide(() => {
      controller.abort();
      return new Promise<Response>(() => undefined);
    });
    const model = createAmazonBedrock({ ...settings, fetch })(modelId);
    await expect(model.doGenerate({ ...call, abortSignal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('an abort in the body of an answer stays one, too', async () => {
    const controller = new AbortController();
    const pull = (): void => {
      controller.abort();
    };
    const headers = { 'content-type': 'application/json', 'x-amzn-requestid': requestId };
    const { fetch } = farSide(
      () => new Response(new ReadableStream({ pull }, { highWaterMark: 0 }), { headers }),
    );
    const model = createAmazonBedrock({ ...settings, fetch })(modelId);
    await expect(model.doGenerate({ ...call, abortSignal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
      requestId,
    });
  });
});

describe('doStream', () => {
  test.each([1, 7, 100_000])('in pieces of %i bytes the parts are the same', async (size) => {
    const { fetch, asked } = farSide(() => eventStream([...hello, ...goodbye], size));
    const model = createAmazonBedrock({ ...settings, fetch })(modelId);
    const { stream, request, response } = await model.doStream({ ...call, headers: { 'x-trace': 'a' } });
    const parts = await all(stream);
    expect(parts.map(({ type }) => type)).toEqual([
      'stream-start',
      'response-metadata',
      'text-start',
      'text-delta',
      'text-delta',
      'text-end',
      'finish',
    ]);
    expect(parts[1]).toEqual({
      type: 'response-metadata',
      id: requestId,
      modelId,
      timestamp: new Date('2026-11-22T10:00:00Z'),
    });
    expect(parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : []))).toEqual([
      'Hi',
      ' there',
    ]);
    expect(parts.at(-1)).toMatchObject({ finishReason: { unified: 'stop', raw: 'end_turn' } });
    expect(request?.url).toBe(`${url}/converse-stream`);
    expect(asked).toMatchObject([{ headers: { 'x-trace': 'a' } }]);
    expect(response?.headers).toMatchObject({ 'x-amzn-requestid': requestId });
  });

  test('gives the parts of a whole answer where the model does not stream what is asked', async () => {
    const { fetch, asked } = farSide(() => json(answer));
    const model = createAmazonBedrock({ ...settings, fetch })('us.meta.llama3-3-70b-instruct-v1:0');
    const tools = [{ type: 'function' as const, name: 'x', inputSchema: {} }];
    const { stream } = await model.doStream({ ...call, tools });
    expect((await all(stream)).map(({ type }) => type)).toEqual([
      'stream-start',
      'response-metadata',
      'text-start',
      'text-delta',
      'text-end',
      'finish',
    ]);
    expect(asked).toMatchObject([{ url: expect.stringMatching(/\/converse$/) as string }]);
  });

  test('an exception in the middle closes the open block, gives one error with status and retryability, then finishes', async () => {
    const { fetch } = farSide(() =>
      eventStream([...hello, exception('throttlingException', { message: 'Slow down' })]),
    );
    const { stream } = await createAmazonBedrock({ ...settings, fetch })(modelId).doStream(call);
    const parts = await all(stream);
    expect(parts.slice(-3)).toMatchObject([
      { type: 'text-end' },
      {
        type: 'error',
        error: { name: 'AI_APICallError', statusCode: 429, isRetryable: true, data: { requestId } },
      },
      { type: 'finish', finishReason: { unified: 'error' } },
    ]);
  });

  test('a stream that ends without messageStop is an error, not a finished answer', async () => {
    const { fetch } = farSide(() => eventStream(hello));
    const { stream } = await createAmazonBedrock({ ...settings, fetch })(modelId).doStream(call);
    const parts = await all(stream);
    expect(parts.slice(-2)).toMatchObject([
      {
        type: 'error',
        error: { name: 'AI_APICallError', isRetryable: true, data: { code: 'TruncatedStream' } },
      },
      { type: 'finish', finishReason: { unified: 'error' } },
    ]);
  });

  test('cancelling the parts cancels the body', async () => {
    let cancelled: unknown;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const frame of hello) controller.enqueue(frame);
      },
      cancel(reason) {
        cancelled = reason ?? 'cancelled';
      },
    });
    const headers = { 'content-type': 'application/vnd.amazon.eventstream' };
    const { fetch } = farSide(() => new Response(body, { headers }));
    const { stream } = await createAmazonBedrock({ ...settings, fetch })(modelId).doStream(call);
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel('enough');
    expect(cancelled).toBe('enough');
  });

  test('a refusal before the stream rejects with the same error as doGenerate', async () => {
    const headers = { 'x-amzn-errortype': 'ValidationException' };
    const { fetch } = farSide(() =>
      json({ message: 'The provided model identifier is invalid.' }, 400, headers),
    );
    await expect(createAmazonBedrock({ ...settings, fetch })(modelId).doStream(call)).rejects.toMatchObject({
      name: 'AI_APICallError',
      statusCode: 400,
      isRetryable: false,
      data: { code: 'ValidationException' },
    });
  });
});

async function all(stream: ReadableStream<LanguageModelV4StreamPart>): Promise<LanguageModelV4StreamPart[]> {
  const parts: LanguageModelV4StreamPart[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  return parts;
}
