// Reads messages from a stream of bytes, one at a time or in batches.
// https://smithy.io/2.0/aws/amazon-eventstream.html

import type { ByteSource } from './chunk-reader.ts';
import type { Message } from './message.ts';
import { type DecodeOptions, MessageIterator, type Take } from './message-iterator.ts';

/**
 * Returns an iterator over the messages of a stream. Nothing is read before it is asked for. Leaving the loop
 * (`return()`), a fault of the input and an aborted signal cancel the source. Messages that came before a fault are
 * delivered before it is thrown.
 *
 * @throws TypeError at once where the stream is locked, EventStreamError `message-length`. The iterator rejects with an
 *   EventStreamError for a fault of the input, with the source's own error where that fails, and with the signal's
 *   reason.
 * @example
 * for await (const message of decodeStream(response.body)) console.log(message.headers, message.body);
 */
export function decodeStream(source: ByteSource, options?: DecodeOptions): AsyncIterableIterator<Message> {
  return new MessageIterator(source, options, one);
}

/**
 * Returns an iterator over batches: the messages that one chunk completed, at least one. One promise a chunk instead of
 * one a message. In all else as `decodeStream`.
 *
 * @example
 * for await (const messages of decodeBatches(response.body)) for (const message of messages) console.log(message);
 */
export function decodeBatches(source: ByteSource, options?: DecodeOptions): AsyncIterableIterator<Message[]> {
  return new MessageIterator(source, options, batch);
}

const one: Take<Message> = (messages) => messages.take();

/** All that the chunk completed, at least one. A fault behind them is found again by the next call. */
export const batch: Take<Message[]> = (messages) => {
  const first = messages.take();
  if (!first) return undefined;
  const found = [first];
  try {
    for (let next; (next = messages.take()); ) found.push(next);
  } catch {
    // They are delivered first.
  }
  return found;
};
