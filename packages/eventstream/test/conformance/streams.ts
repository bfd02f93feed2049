// What must hold of the streams of the platform: they are iterated, left, aborted and transformed.
import {
  decodeBatches,
  decodeMessage,
  decodeStream,
  encodeMessage,
  EventStreamDecoderStream,
  EventStreamEncoderStream,
  type Message,
} from '../../src/index.ts';
import { type ConformanceList, equal } from './checks.ts';
import { bytesOf } from './hex.ts';
import { allTypes, delta, empty } from './samples.ts';

export const streams: ConformanceList = [
  [
    'a ReadableStream is iterated message by message',
    async () => {
      const messages: Message[] = [];
      for await (const message of decodeStream(streamOf(bytesOf(delta + empty + delta), 50)))
        messages.push(message);
      equal(messages.length, 3);
    },
  ],
  [
    'a ReadableStream is iterated chunk by chunk',
    async () => {
      const counts: number[] = [];
      for await (const batch of decodeBatches(streamOf(bytesOf(delta + empty + delta), 175)))
        counts.push(batch.length);
      equal(counts, [2, 1]);
    },
  ],
  [
    'an async generator is iterated',
    async () => {
      const source = async function* (): AsyncGenerator<Uint8Array> {
        yield bytesOf(delta);
        await Promise.resolve();
        yield bytesOf(empty);
      };
      let count = 0;
      for await (const message of decodeStream(source())) count += message.body.length;
      equal(count, 56);
    },
  ],
  [
    'leaving the loop cancels the source',
    async () => {
      let cancelled = false;
      const source = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(bytesOf(delta));
        },
        cancel() {
          cancelled = true;
        },
      });
      for await (const message of decodeStream(source)) if (message.body.length > 0) break;
      equal(cancelled, true);
    },
  ],
  [
    'an aborted signal ends a waiting read with its reason',
    async () => {
      const controller = new AbortController();
      const source = new ReadableStream<Uint8Array>({ pull: () => new Promise<void>(() => undefined) });
      const next = decodeStream(source, { signal: controller.signal }).next();
      controller.abort(new Error('enough'));
      equal(await next.catch((error: unknown) => (error instanceof Error ? error.message : error)), 'enough');
    },
  ],
  [
    'transform streams encode and decode',
    async () => {
      const messages = [decodeMessage(bytesOf(delta)), decodeMessage(encodeMessage({ headers: allTypes }))];
      const source = new ReadableStream<Message>({
        start(controller) {
          for (const message of messages) controller.enqueue(message);
          controller.close();
        },
      });
      const reader = source
        .pipeThrough(new EventStreamEncoderStream())
        .pipeThrough(new EventStreamDecoderStream())
        .getReader();
      const received: Message[] = [];
      for (let read = await reader.read(); !read.done; read = await reader.read()) received.push(read.value);
      equal(received, messages);
    },
  ],
];

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, (at += size)));
    },
  });
}
