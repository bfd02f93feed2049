// Reads messages from a stream of bytes, one at a time or in batches.
// https://smithy.io/2.0/aws/amazon-eventstream.html

import type { ByteSource } from './chunk-reader.ts';
import type { Message } from './message.ts';
import { type DecodeOptions, MessageIterator } from './message-iterator.ts';

/**
 * Returns an iterator over the messages of a stream. Nothing is read before it is asked for. Leaving the loop
 * (`return()`), a fault of the input and an aborted signal cancel the source. Messages that came before a fault are
 * delivered before it is thrown.
 *
 * @throws TypeError at once if the stream is locked or not a stream, EventStreamError `message-length` for a wrong
 *   `maxMessageBytes`. The iterator rejects with an EventStreamError for a fault of the input, with the source's own error
 *   if that fails, and with the signal's reason.
 * @example
 * for await (const message of decodeStream(response.body)) console.log(message.headers, message.body);
 */
export function decodeStream(source: ByteSource, options?: DecodeOptions): AsyncIterableIterator<Message> {
  return new SingleIterator(source, options);
}

/**
 * Returns an iterator over batches: all messages that one chunk completed, at least one. It takes one promise for each
 * chunk instead of one for each message. Otherwise it is as `decodeStream`.
 *
 * @example
 * for await (const messages of decodeBatches(response.body)) for (const message of messages) console.log(message);
 */
export function decodeBatches(source: ByteSource, options?: DecodeOptions): AsyncIterableIterator<Message[]> {
  return new BatchIterator(source, options);
}

class SingleIterator extends MessageIterator<Message> {
  /** In a field of its own, because most chunks complete one message, and an array for each costs 0.06 µs. */
  #next: Message | undefined;
  /** Those after it, and how many of them have been taken. */
  #rest: Message[] | undefined;
  #taken = 0;

  protected readonly keep = (message: Message): void => {
    if (this.#next) (this.#rest ??= []).push(message);
    else this.#next = message;
  };

  protected take(): Message | undefined {
    const message = this.#next;
    if (!message) return undefined;
    this.#next = this.#rest?.[this.#taken++];
    if (!this.#next) {
      this.#rest = undefined;
      this.#taken = 0;
    }
    return message;
  }
}

/** What `decodeBatches` returns. */
export class BatchIterator extends MessageIterator<Message[]> {
  #messages: Message[] | undefined;

  protected readonly keep = (message: Message): void => {
    (this.#messages ??= []).push(message);
  };

  protected take(): Message[] | undefined {
    const messages = this.#messages;
    this.#messages = undefined;
    return messages;
  }
}
