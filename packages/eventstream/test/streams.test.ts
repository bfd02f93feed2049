import { describe, expect, test, vi } from 'vitest';
import {
  decodeMessage,
  encodeMessage,
  EventStreamDecoderStream,
  EventStreamEncoderStream,
  type Message,
  type MessageInput,
} from '../src/index.ts';
import { rejection } from './caught.ts';
import { concat, conversation, cut, event, streamOf } from './sample-messages.ts';

const stream = concat(...conversation);
const expected = conversation.map((bytes) => decodeMessage(bytes));

describe('EventStreamDecoderStream', () => {
  test.each([1, 50, 10_000])('decodes chunks of %i bytes', async (size) => {
    expect(await all(streamOf(cut(stream, size)).pipeThrough(new EventStreamDecoderStream()))).toStrictEqual(
      expected,
    );
  });

  test('delivers the messages before a fault, then the fault, and aborts what is written to it', async () => {
    const damaged = concat(...conversation.slice(0, 2), new Uint8Array(12).fill(7), stream);
    const decoder = new EventStreamDecoderStream();
    const writer = decoder.writable.getWriter();
    const written = writer.write(damaged).then(
      () => 'taken',
      () => 'refused',
    );
    const reader = decoder.readable.getReader();
    expect((await reader.read()).value).toStrictEqual(expected[0]);
    expect((await reader.read()).value).toStrictEqual(expected[1]);
    const error = await rejection(reader.read());
    expect(error).toMatchObject({ code: 'prelude-checksum' });
    expect(await written).toBe('taken');
    expect(await rejection(writer.closed)).toBe(error);
  });

  test('refuses a torn message when the input ends', async () => {
    const torn = streamOf([stream.subarray(0, stream.length - 3)]).pipeThrough(
      new EventStreamDecoderStream(),
    );
    expect(await rejection(all(torn))).toMatchObject({ code: 'truncated' });
  });

  test('passes on the failure of its input', async () => {
    const cause = new Error('socket hang up');
    const decoder = new EventStreamDecoderStream();
    const writer = decoder.writable.getWriter();
    const read = rejection(decoder.readable.getReader().read());
    await writer.abort(cause);
    expect(await read).toBe(cause);
  });

  test('cancels its input with the reason for which it is cancelled', async () => {
    const reasons: unknown[] = [];
    const source = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(stream);
      },
      cancel(reason) {
        reasons.push(reason);
      },
    });
    const decoded = source.pipeThrough(new EventStreamDecoderStream());
    const reader = decoded.getReader();
    await reader.read();
    const reason = new Error('enough');
    await reader.cancel(reason);
    expect(reasons).toEqual([reason]);
  });

  test('takes no more chunks than are read', async () => {
    let pulls = 0;
    const source = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulls++;
          controller.enqueue(event('x', pulls));
        },
      },
      { highWaterMark: 0 },
    );
    const reader = source.pipeThrough(new EventStreamDecoderStream()).getReader();
    for (let count = 0; count < 3; count++) await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 10));
    // One chunk may wait in the transform stream, one on the way to it.
    expect(pulls).toBeLessThanOrEqual(5);
    await reader.cancel();
  });

  test('has the limits of the decoder', async () => {
    const decoder = new EventStreamDecoderStream({ maxMessageBytes: 100 });
    const source = streamOf([encodeMessage({ body: new Uint8Array(85) })]);
    expect(await rejection(all(source.pipeThrough(decoder)))).toMatchObject({ code: 'message-length' });
    expect(() => new EventStreamDecoderStream({ maxMessageBytes: 1 })).toThrow(
      'message-length: expected 16 to 25165824, found 1',
    );
  });
});

describe('EventStreamEncoderStream', () => {
  test('encodes each message to one chunk', async () => {
    const chunks = await all(messagesOf(expected).pipeThrough(new EventStreamEncoderStream()));
    expect(chunks).toStrictEqual(conversation);
  });

  test('fails with the error of the message that cannot be encoded', async () => {
    const faulty: MessageInput = { headers: { x: { type: 'byte', value: 1000 } } };
    const chunks = messagesOf([{}, faulty]).pipeThrough(new EventStreamEncoderStream());
    expect(await rejection(all(chunks))).toMatchObject({ code: 'header-value', header: 'x' });
  });

  test('has the limits of the encoder', async () => {
    const chunks = messagesOf([{ body: new Uint8Array(100) }]).pipeThrough(
      new EventStreamEncoderStream({ maxMessageBytes: 115 }),
    );
    expect(await rejection(all(chunks))).toMatchObject({ code: 'message-length' });
  });
});

test('what is encoded is decoded', async () => {
  const messages = messagesOf(expected)
    .pipeThrough(new EventStreamEncoderStream())
    .pipeThrough(new EventStreamDecoderStream());
  expect(await all(messages)).toStrictEqual(expected);
});

test('the package loads, and decodes and encodes, where the runtime has no streams', async () => {
  for (const name of ['ReadableStream', 'WritableStream', 'TransformStream']) vi.stubGlobal(name, undefined);
  vi.resetModules();
  try {
    const bare = await import('../src/index.ts');
    const [message] = new bare.EventStreamDecoder().push(conversation[0] ?? new Uint8Array());
    expect(message && bare.encodeMessage(message)).toStrictEqual(conversation[0]);
  } finally {
    vi.unstubAllGlobals();
  }
});

async function all<T>(source: ReadableStream<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of source) values.push(value);
  return values;
}

function messagesOf(messages: readonly (Message | MessageInput)[]): ReadableStream<MessageInput> {
  return new ReadableStream<MessageInput>({
    start(controller) {
      for (const message of messages) controller.enqueue(message);
      controller.close();
    },
  });
}
