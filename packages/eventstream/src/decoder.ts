// Decodes a stream of messages from chunks that are cut anywhere, at a cost linear in their bytes.
// https://smithy.io/2.0/aws/amazon-eventstream.html#wire-format

import { viewOf } from '#match';
import { allocate } from '#memory';
import { checkBytes } from './bytes.ts';
import { messageAt, refuseTorn } from './decode-message.ts';
import type { HeaderMemo } from './header-memo.ts';
import { type LimitOptions, maxMessageBytesOf } from './limits.ts';
import type { Message } from './message.ts';
import { messageLengthAt } from './prelude.ts';
import { preludeBytes } from './sizes.ts';

/** Where decoded messages go. An array is one: making a function for each chunk would cost a short chunk a twentieth more time. */
interface MessageSink {
  push(message: Message): unknown;
}

/**
 * Decodes the messages of one stream. A message that lies within a chunk is not copied; one that is cut is copied once,
 * into memory that is reserved only after the checksum over its length has been verified.
 *
 * A decoder that has refused its input throws the same error from then on.
 *
 * @example
 * const decoder = new EventStreamDecoder();
 * for (const chunk of chunks) for (const message of decoder.push(chunk)) console.log(message.headers, message.body);
 * decoder.end();
 */
export class EventStreamDecoder {
  readonly #limit: number;
  readonly #memo: HeaderMemo = [];
  /** Bytes of all chunks before the current one: where it begins in the stream. */
  #received = 0;
  /** Memory for the message in which the last chunk ended: for its prelude, and once that is there, for the whole message. */
  #pending: Uint8Array | undefined;
  /** How many bytes of it are there. */
  #filled = 0;
  /** What was thrown for the input, and is thrown again. */
  #failure: Error | undefined;

  /** @throws EventStreamError `message-length` for a `maxMessageBytes` that is not 16 to 25,165,824. */
  constructor(options?: LimitOptions) {
    this.#limit = maxMessageBytesOf(options);
  }

  /**
   * Takes the next bytes and returns the messages that are now complete. A fault throws, and the messages before it in the
   * same chunk are lost; `decode` delivers them.
   *
   * @throws EventStreamError with the code of the fault and its place in the stream.
   */
  push(chunk: Uint8Array): Message[] {
    const messages: Message[] = [];
    this.#read(chunk, messages);
    return messages;
  }

  /**
   * Takes the next bytes and calls `onMessage` with each message that is now complete, in order. `onMessage` must not use
   * the decoder. If it throws, the decoder has failed, because the rest of the chunk has not been read.
   *
   * @throws EventStreamError as `push` does.
   */
  decode(chunk: Uint8Array, onMessage: (message: Message) => void): void {
    this.#read(chunk, { push: onMessage });
  }

  /**
   * Says that the input has ended.
   *
   * @throws EventStreamError `truncated` when it ends within a message, and again what was thrown before.
   */
  end(): void {
    const pending = this.#pending;
    if (this.#failure) throw this.#failure;
    if (pending) refuseTorn(pending.subarray(0, this.#filled), this.#received - this.#filled, pending.length);
  }

  #read(bytes: Uint8Array, messages: MessageSink): void {
    checkBytes(bytes);
    if (this.#failure) throw this.#failure;
    try {
      this.#split(bytes, messages, this.#received);
      this.#received += bytes.length;
    } catch (error) {
      // The cast: what is not an Error can only come from `onMessage`, and is no less thrown again.
      throw (this.#failure = error as Error);
    }
  }

  /** `base` is where the bytes begin in the stream. */
  #split(bytes: Uint8Array, messages: MessageSink, base: number): void {
    const view = viewOf(bytes);
    let at = 0;
    while (at < bytes.length) {
      const rest = bytes.length - at;
      let pending = this.#pending;
      if (!pending) {
        const length = rest < preludeBytes ? preludeBytes : messageLengthAt(bytes, at, base, this.#limit);
        if (length <= rest) {
          messages.push(messageAt(bytes, at, length, base, this.#memo, view));
          at += length;
          continue;
        }
        this.#pending = pending = allocate(length);
        this.#filled = 0;
      }
      const room = pending.length - this.#filled;
      const part = at > 0 || bytes.length > room ? bytes.subarray(at, at + room) : bytes;
      pending.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled < pending.length) return;
      // A message, or a prelude, from which memory for the whole of its message follows.
      this.#pending = undefined;
      this.#split(pending, messages, base + at - this.#filled);
    }
  }
}
