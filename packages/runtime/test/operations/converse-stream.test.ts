// What a stream of Converse gives of its events, also of those that are newer than this package, and how it can be read.
import { describe, expect, test } from 'vitest';
import { answer, bytesOf, event, frame } from '../far-side.ts';
import { collect, events, open } from './converse-answer.ts';

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

  test.each(['Application/vnd.amazon.eventstream; v=1', '', 'application/octet-stream'])(
    'gives each event also under the content type %j of a proxy',
    async (type) => {
      const stream = await open(answer('Hel', 'lo'), { 'content-type': type });
      expect(await collect(stream)).toEqual({ events, error: undefined });
    },
  );

  test.each([
    ['{"message":"no such model"}', 'UnknownError', 'no such model'],
    ['{"__type":"ThrottlingException","message":"slow"}', 'ThrottlingException', 'slow'],
    ['<html><title>Login</title>', 'MalformedStream', 'The stream cannot be read: '],
    ['{"a":1}', 'MalformedStream', 'The stream cannot be read: '],
  ])('under such a type, tells the error that came in place of events: %s', async (text, code, message) => {
    for (const type of ['', 'application/octet-stream', 'application/vnd.amazon.eventstream']) {
      const { error } = await collect(await open([new TextEncoder().encode(text)], { 'content-type': type }));
      expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
    }
  });

  test('gives the same events however the bytes are cut', async () => {
    const bytes = bytesOf(answer('Hel', 'lo'));
    for (const size of [1, 2, 3, 7, 11, 64, 100, bytes.length]) {
      const chunks = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
      expect(await collect(await open(chunks))).toEqual({ events, error: undefined });
    }
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
    // Each in a chunk of its own, and all in one.
    for (const chunks of [answer('Hel', 'lo'), [bytesOf(answer('Hel', 'lo'))]]) {
      const iterator = (await open(chunks))[Symbol.asyncIterator]();
      const results = await Promise.all(Array.from({ length: 8 }, () => iterator.next()));
      expect(results).toEqual([
        ...events.map((value) => ({ done: false, value })),
        { done: true, value: undefined },
        { done: true, value: undefined },
      ]);
    }
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

  test.each([
    ['nothing', ''],
    ['text', 'Ready'],
    ['half of a JSON text', '{"a":'],
  ])('passes the bytes of an event of an unknown name that holds %s', async (_, body) => {
    const [start, ...rest] = answer('a');
    const stream = await open([
      ...(start ? [start] : []),
      frame({ ':event-type': 'futureEvent', ':message-type': 'event' }, body),
      ...rest,
    ]);
    const { events: seen, error } = await collect(stream);
    expect({ error, count: seen.length, future: seen[1] }).toEqual({
      error: undefined,
      count: rest.length + 2,
      future: { futureEvent: new TextEncoder().encode(body) },
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
