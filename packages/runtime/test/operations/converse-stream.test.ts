import { describe, expect, test, vi } from 'vitest';
import {
  bearerAuth,
  BedrockError,
  createClient,
  converseStream,
  type StreamResult,
} from '../../src/index.ts';
import {
  answer,
  bytesOf,
  delta,
  errorFrame,
  event,
  exception,
  fakeFetch,
  fieldsOf,
  frame,
  json,
  streamResponse,
} from '../far-side.ts';

const request = { modelId: 'm', messages: [{ role: 'user' as const, content: [{ text: 'hi' }] }] };

const events = [
  { messageStart: { role: 'assistant' } },
  { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'Hel' } } },
  { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'lo' } } },
  { contentBlockStop: { contentBlockIndex: 0 } },
  { messageStop: { stopReason: 'end_turn' } },
  { metadata: { usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 }, metrics: { latencyMs: 5 } } },
];

async function open(chunks: readonly Uint8Array[], headers?: Record<string, string>) {
  const { fetch } = fakeFetch(streamResponse(chunks, headers));
  const client = createClient({ authorize: bearerAuth('key'), region: 'us-east-1', fetch });
  return converseStream(client, request);
}

async function collect<E>(stream: StreamResult<E>): Promise<{ events: E[]; error: unknown }> {
  const seen: E[] = [];
  try {
    for await (const each of stream) seen.push(each);
    return { events: seen, error: undefined };
  } catch (error) {
    return { events: seen, error };
  }
}

describe('a whole answer', () => {
  test('gives each event under its name, without the padding', async () => {
    const stream = await open(answer('Hel', 'lo'));
    expect(await collect(stream)).toEqual({ events, error: undefined });
    expect({ ...stream, headers: undefined, batches: 0, toReadableStream: 0, cancel: 0 }).toMatchObject({
      status: 200,
      requestId: 'r-1',
      url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse-stream',
    });
  });

  test('gives the same events however the bytes are cut', async () => {
    const bytes = bytesOf(answer('Hel', 'lo'));
    for (const size of [1, 2, 3, 7, 11, 64, 100, bytes.length]) {
      const chunks = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
      expect(await collect(await open(chunks))).toEqual({ events, error: undefined });
    }
  });

  test('gives a chunk that is long in pieces, every event once and in order', async () => {
    const texts = Array.from({ length: 1000 }, (_, index) => `word ${index}`);
    const stream = await open([bytesOf(answer(...texts))]);
    const batches: unknown[][] = [];
    for await (const batch of stream.batches()) batches.push([...batch]);
    expect(batches.length).toBeGreaterThan(5);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThan(200);
    const told = batches.flat().flatMap((each) => {
      const { contentBlockDelta } = each as { contentBlockDelta?: { delta: { text: string } } };
      return contentBlockDelta ? [contentBlockDelta.delta.text] : [];
    });
    expect(told).toEqual(texts);
  });

  test('lets another stream begin before the rest of a long chunk is read', async () => {
    const long = bytesOf(answer(...Array.from({ length: 1000 }, () => 'word')));
    const order: string[] = [];
    const read = async (name: string) => {
      const stream = await open([long]);
      const batches = stream.batches();
      while ((await batches.next()).done !== true) order.push(name);
    };
    await Promise.all([read('one'), read('other')]);
    // By turns: neither has two pieces while the other waits with its first.
    expect(order.slice(0, 4).sort()).toEqual(['one', 'one', 'other', 'other']);
  });

  test('reads a long chunk to its end also where a test holds the timers', async () => {
    vi.useFakeTimers();
    try {
      const texts = Array.from({ length: 1000 }, () => 'word');
      const { events: seen, error } = await collect(await open([bytesOf(answer(...texts))]));
      expect(error).toBeUndefined();
      expect(seen).toHaveLength(texts.length + 4);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each(['abort', 'cancel'] as const)('%s between two pieces of a chunk ends it there', async (way) => {
    const controller = new AbortController();
    const { fetch } = fakeFetch(
      streamResponse([bytesOf(answer(...Array.from({ length: 1000 }, () => 'word')))]),
    );
    const client = createClient({ authorize: bearerAuth('key'), region: 'us-east-1', fetch });
    const stream = await converseStream(client, request, { signal: controller.signal });
    const batches = stream.batches();
    expect((await batches.next()).done).toBe(false);
    const next = batches.next();
    if (way === 'abort') {
      controller.abort();
      await expect(next).rejects.toMatchObject({ code: 'Aborted', name: 'AbortError' });
    } else {
      await stream.cancel();
      expect(await next).toEqual({ done: true, value: undefined });
    }
  });

  test('gives all events of one chunk as one batch', async () => {
    const frames = answer('Hel', 'lo');
    const stream = await open([bytesOf(frames.slice(0, 3)), bytesOf(frames.slice(3))]);
    const batches = [];
    for await (const batch of stream.batches()) batches.push(batch);
    expect(batches).toEqual([events.slice(0, 3), events.slice(3)]);
  });

  test('is also a ReadableStream', async () => {
    const stream = (await open([bytesOf(answer('Hel', 'lo'))])).toReadableStream();
    const reader = stream.getReader();
    const seen = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      seen.push(value);
    }
    expect(seen).toEqual(events);
  });

  test('answers calls of next that overlap in their order', async () => {
    const stream = await open(answer('Hel', 'lo'));
    const iterator = stream[Symbol.asyncIterator]();
    const results = await Promise.all(Array.from({ length: 8 }, () => iterator.next()));
    expect(results).toEqual([
      ...events.map((value) => ({ done: false, value })),
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
  });

  test('can be read once', async () => {
    const stream = await open(answer('a'));
    stream.batches();
    for (const again of [
      () => stream.batches(),
      () => stream[Symbol.asyncIterator](),
      () => stream.toReadableStream(),
    ])
      expect(again).toThrow(
        expect.objectContaining({ code: 'StreamInUse', requestId: 'r-1', url: stream.url }) as Error,
      );
  });
});

describe('what is new', () => {
  test('passes an event of an unknown name, and unknown members of a known one', async () => {
    const stream = await open([
      event('futureEvent', { a: 1, p: 'no padding' }),
      event('contentBlockDelta', { contentBlockIndex: 0, delta: { futureDelta: { b: 2 } } }),
      event('messageStop', { stopReason: 'brand_new' }),
    ]);
    expect(await collect(stream)).toEqual({
      events: [
        { futureEvent: { a: 1, p: 'no padding' } },
        { contentBlockDelta: { contentBlockIndex: 0, delta: { futureDelta: { b: 2 } } } },
        { messageStop: { stopReason: 'brand_new' } },
      ],
      error: undefined,
    });
  });

  test('gives bytes as { base64 }', async () => {
    const stream = await open([
      event('contentBlockDelta', {
        contentBlockIndex: 0,
        delta: { reasoningContent: { redactedContent: 'YQ==' } },
      }),
      event('contentBlockDelta', { contentBlockIndex: 1, delta: { image: { source: { bytes: 'Yg==' } } } }),
      event('messageStop', { stopReason: 'end_turn' }),
    ]);
    expect((await collect(stream)).events.slice(0, 2)).toEqual([
      {
        contentBlockDelta: {
          contentBlockIndex: 0,
          delta: { reasoningContent: { redactedContent: { base64: 'YQ==' } } },
        },
      },
      {
        contentBlockDelta: {
          contentBlockIndex: 1,
          delta: { image: { source: { bytes: { base64: 'Yg==' } } } },
        },
      },
    ]);
  });

  test('swallows an initial-response', async () => {
    const stream = await open([event('initial-response', {}), ...answer('a')]);
    expect((await collect(stream)).events[0]).toEqual({ messageStart: { role: 'assistant' } });
  });
});

describe('a stream that fails', () => {
  const cut = answer('Hel', 'lo').slice(0, 3);

  test.each([
    ['throttlingException', 'ThrottlingException', 429, true],
    ['ThrottlingException', 'ThrottlingException', 429, true],
    ['THROTTLINGEXCEPTION', 'ThrottlingException', 429, true],
    ['internalServerException', 'InternalServerException', 500, true],
    ['modelStreamErrorException', 'ModelStreamErrorException', 424, true],
    ['serviceUnavailableException', 'ServiceUnavailableException', 503, true],
    ['validationException', 'ValidationException', 400, false],
    ['modelTimeoutException', 'ModelTimeoutException', 408, false],
    ['accessDeniedException', 'AccessDeniedException', 403, false],
    ['nobodyKnowsException', 'NobodyKnowsException', undefined, false],
  ])(
    'throws for the exception %s after the events before it',
    async (name, code, statusCode, isRetryable) => {
      // The events and the exception in one chunk: the events come first all the same.
      const stream = await open([
        bytesOf([...cut, exception(name, '{"message":"Slow down","originalStatusCode":500}')]),
      ]);
      const { events: seen, error } = await collect(stream);
      expect(seen).toEqual(events.slice(0, 3));
      expect(BedrockError.isInstance(error)).toBe(true);
      expect({ ...fieldsOf(error), hint: 0 }).toEqual({
        name: 'BedrockError',
        code,
        message: 'Slow down',
        statusCode,
        isRetryable,
        requestId: 'r-1',
        retryAfterMs: undefined,
        responseHeaders: { 'content-type': 'application/vnd.amazon.eventstream', 'x-amzn-requestid': 'r-1' },
        responseBody: '{"message":"Slow down","originalStatusCode":500}',
        details: { originalStatusCode: 500 },
        hint: 0,
        url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse-stream',
      });
    },
  );

  test.each([
    ['', 'The stream was ended by ThrottlingException.'],
    ['null', 'null'],
    ['<html>', '<html>'],
  ])('keeps the name of an exception whose payload is %j', async (payload, message) => {
    const { error } = await collect(await open([exception('throttlingException', payload)]));
    expect(error).toMatchObject({ code: 'ThrottlingException', statusCode: 429, isRetryable: true, message });
  });

  test('ends with the first error: what comes behind it in its chunk is no part of the answer', async () => {
    const late = [exception('validationException', '{"message":"late"}'), ...answer('Hel', 'lo').slice(3)];
    const { events: seen, error } = await collect(
      await open([bytesOf([...cut, exception('throttlingException', '{"message":"Slow down"}'), ...late])]),
    );
    expect(seen).toEqual(events.slice(0, 3));
    expect(error).toMatchObject({ code: 'ThrottlingException', message: 'Slow down' });
  });

  test('throws for an error frame', async () => {
    const { events: seen, error } = await collect(await open([...cut, errorFrame('InternalError', 'boom')]));
    expect(seen).toEqual(events.slice(0, 3));
    expect(error).toMatchObject({
      code: 'InternalError',
      message: 'boom',
      requestId: 'r-1',
      // As the service's own failures.
      statusCode: 500,
      isRetryable: true,
    });
  });

  test.each([
    ['InternalServerException', 500, true],
    ['InternalFailure', 500, true],
    ['ThrottlingException', 429, true],
    ['ValidationException', 400, false],
    ['SomethingElse', undefined, false],
  ])('an error frame %s has status %d', async (code, statusCode, isRetryable) => {
    const { error } = await collect(await open([errorFrame(code, 'boom')]));
    expect(error).toMatchObject({ code, statusCode, isRetryable });
  });

  test('an error frame that says nothing has a code all the same', async () => {
    const { error } = await collect(await open([frame({ ':message-type': 'error' })]));
    expect(error).toMatchObject({
      code: 'UnknownError',
      message: 'The stream was ended by UnknownError.',
      isRetryable: false,
    });
  });

  test.each([
    ['without messageStop', cut, 'TruncatedStream', 3],
    ['with no event at all', [], 'TruncatedStream', 0],
    ['inside a frame', [...cut, delta('lost').subarray(0, 40)], 'TruncatedStream', 3],
    ['inside a prelude', [...cut, delta('lost').subarray(0, 5)], 'TruncatedStream', 3],
  ])('throws when it ends %s', async (_, chunks, code, count) => {
    const { events: seen, error } = await collect(await open([bytesOf(chunks)]));
    expect(seen).toEqual(events.slice(0, count));
    expect(error).toMatchObject({ code, isRetryable: true, requestId: 'r-1', statusCode: 200 });
  });

  test('throws for a damaged frame after the events before it', async () => {
    const damaged = delta('lost').slice();
    damaged[60] = (damaged[60] ?? 0) ^ 1;
    const { events: seen, error } = await collect(await open([bytesOf([...cut, damaged, delta('never')])]));
    expect(seen).toEqual(events.slice(0, 3));
    expect(error).toMatchObject({ code: 'MalformedStream', cause: { code: 'message-checksum' } });
  });

  test.each([
    ['a payload that is no JSON', frame({ ':message-type': 'event', ':event-type': 'messageStart' }, '{')],
    ['a message without a type', frame({ ':event-type': 'messageStart' }, '{}')],
  ])('throws for %s', async (_, chunk) => {
    const { error } = await collect(await open([chunk]));
    expect(error).toMatchObject({ code: 'MalformedStream' });
  });

  test('is over after its error', async () => {
    const iterator = (await open(cut)).batches();
    for (let count = 0; count < 3; count++) await iterator.next();
    await expect(iterator.next()).rejects.toMatchObject({ code: 'TruncatedStream' });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  test('fails its ReadableStream', async () => {
    const reader = (await open([bytesOf(cut)])).toReadableStream().getReader();
    for (let count = 0; count < 3; count++) await reader.read();
    await expect(reader.read()).rejects.toMatchObject({ code: 'TruncatedStream' });
  });
});

describe('an answer that is no event stream', () => {
  test.each([
    [
      json({ message: 'Nope', __type: 'x#ThrottlingException' }),
      { code: 'ThrottlingException', message: 'Nope' },
    ],
    [
      json({ Output: { __type: 'com.amazon.coral.service#UnknownOperationException' }, Version: '1.0' }),
      { code: 'UnknownOperationException', statusCode: 404 },
    ],
    [
      new Response('<html>Login</html>', { headers: { 'content-type': 'text/html' } }),
      { code: 'UnexpectedResponse', statusCode: 200, responseBody: '<html>Login</html>' },
    ],
    [json({ answer: 42 }), { code: 'UnexpectedResponse', responseBody: '{"answer":42}' }],
    [new Response(null), { code: 'UnexpectedResponse', responseBody: '' }],
  ])('is refused before a frame is read: %#', async (response, error) => {
    const client = createClient({
      authorize: bearerAuth('key'),
      region: 'us-east-1',
      fetch: fakeFetch(response).fetch,
    });
    await expect(converseStream(client, request)).rejects.toMatchObject(error);
  });
});
