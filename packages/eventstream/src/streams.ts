// Transform streams: bytes to messages, messages to bytes.
// https://streams.spec.whatwg.org/#ts-model

import { BatchIterator } from './decode-stream.ts';
import { encodeMessage } from './encode-message.ts';
import type { LimitOptions } from './limits.ts';
import type { Message, MessageInput } from './message.ts';

/**
 * Decodes messages: `response.body.pipeThrough(new EventStreamDecoderStream())`. Nothing is read before it is asked for.
 * Messages that came before a fault are delivered before its EventStreamError.
 */
export class EventStreamDecoderStream {
  /** The messages that have been decoded. */
  readonly readable: ReadableStream<Message>;
  /** Takes the bytes, in chunks that are cut anywhere. */
  readonly writable: WritableStream<Uint8Array>;

  /** @throws EventStreamError `message-length`. */
  constructor(options?: LimitOptions) {
    // A transformer that fails drops what it has enqueued; a stream filled on demand fails when that has been read.
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const batches = new BatchIterator(readable, options);
    this.writable = writable;
    this.readable = new ReadableStream<Message>(
      {
        async pull(controller) {
          const result = await batches.next();
          if (result.done === true) controller.close();
          else for (const message of result.value) controller.enqueue(message);
        },
        cancel(reason) {
          return batches.cancel(reason);
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/** Encodes messages, each into one chunk: `messages.pipeThrough(new EventStreamEncoderStream())`. */
export class EventStreamEncoderStream {
  /** The bytes of one message in each chunk. */
  readonly readable: ReadableStream<Uint8Array>;
  /** Takes the messages. */
  readonly writable: WritableStream<MessageInput>;

  constructor(options?: LimitOptions) {
    // Made here and not extended: React Native and LLRT have no TransformStream, and load the package for the rest of it.
    // https://github.com/awslabs/llrt/issues/792
    const { readable, writable } = new TransformStream<MessageInput, Uint8Array>({
      transform(message, controller) {
        controller.enqueue(encodeMessage(message, options));
      },
    });
    this.readable = readable;
    this.writable = writable;
  }
}
