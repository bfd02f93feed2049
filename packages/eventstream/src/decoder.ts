// The synchronous decoder: bytes in, messages out.
// https://smithy.io/2.0/aws/amazon-eventstream.html#wire-format

import type { LimitOptions } from './limits.ts';
import type { Message } from './message.ts';
import { type MessageReader, messageReader } from './message-reader.ts';

/** Options of the decoder and of all that is built on it. */
export type DecoderOptions = LimitOptions;

/**
 * Decodes the messages of one stream. A message that lies within a chunk is not copied; of one that is cut, exactly one
 * copy is made, into memory that is reserved when the checksum over its length has been found right.
 *
 * A decoder that has thrown for its input stays failed.
 *
 * @example
 * const decoder = new EventStreamDecoder();
 * for (const chunk of chunks) for (const message of decoder.push(chunk)) console.log(message.headers, message.body);
 * decoder.end();
 */
export class EventStreamDecoder {
  readonly #reader: MessageReader;
  /** What was thrown for the input, and is thrown again. */
  #failure: Error | undefined;

  /** @throws EventStreamError `message-length` for a `maxMessageBytes` outside of 16 to 25,165,824. */
  constructor(options?: DecoderOptions) {
    this.#reader = messageReader(options);
  }

  /**
   * Takes the next bytes and returns the messages that are complete by now. Those before a fault in the same chunk are
   * lost when it is thrown; `decode` hands them over.
   *
   * @throws EventStreamError with the code of the fault and its place in the stream.
   */
  push(chunk: Uint8Array): Message[] {
    const messages: Message[] = [];
    this.decode(chunk, (message) => messages.push(message));
    return messages;
  }

  /**
   * Takes the next bytes and calls `onMessage` with each message that is complete by now, in order. It must not use the
   * decoder; if it throws, the decoder has failed, for the rest of the chunk has not been read.
   *
   * @throws EventStreamError as `push` does.
   */
  decode(chunk: Uint8Array, onMessage: (message: Message) => void): void {
    if (this.#failure) throw this.#failure;
    this.#reader.feed(chunk);
    try {
      for (let message; (message = this.#reader.take()); ) onMessage(message);
    } catch (error) {
      // The cast: what is not an Error can only come from `onMessage`, and is no less thrown again.
      throw (this.#failure = error as Error);
    }
  }

  /**
   * Says that the input is over.
   *
   * @throws EventStreamError `truncated` when it ends within a message, and again what was thrown before.
   */
  end(): void {
    if (this.#failure) throw this.#failure;
    this.#reader.end();
  }
}
