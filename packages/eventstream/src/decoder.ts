// Decodes a stream of messages from chunks that are cut anywhere, at a cost linear in their bytes.
// https://smithy.io/2.0/aws/amazon-eventstream.html#wire-format

import { plainBytes } from './bytes.ts';
import { messageAt, refuseTorn } from './decode-message.ts';
import { EventStreamError } from './errors.ts';
import { HeaderMemo } from './header-memo.ts';
import { type LimitOptions, maxMessageBytesOf, preludeBytes } from './limits.ts';
import type { Message } from './message.ts';
import { messageLengthAt } from './prelude.ts';

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
  readonly #maxMessageBytes: number;
  readonly #memo: HeaderMemo = new HeaderMemo();
  #state: 'ready' | 'ended' | 'failed' = 'ready';
  #failure: unknown;
  /** Bytes of all chunks before the current one: where it begins in the stream. */
  #received = 0;
  /** The message that the last chunk ended in: all of it once its length is known, until then its prelude. */
  #prelude: Uint8Array = new Uint8Array(preludeBytes);
  #message: Uint8Array | undefined;
  /** How many bytes of that message are there. */
  #filled = 0;

  /** @throws EventStreamError `option` for a `maxMessageBytes` outside of 16 to 25,165,824. */
  constructor(options?: DecoderOptions) {
    this.#maxMessageBytes = maxMessageBytesOf(options);
  }

  /**
   * Takes the next bytes and returns the messages that are complete by now, appended to `messages` where it is given:
   * those before a fault in the same chunk are in it when the fault is thrown.
   *
   * @throws EventStreamError with the code of the fault and its place in the stream.
   */
  push(chunk: Uint8Array, messages: Message[] = []): Message[] {
    this.#refuseUnlessReady();
    const bytes = plainBytes(chunk, 'chunk');
    const filled = this.#filled + bytes.length;
    if (this.#message !== undefined && filled < this.#message.length) {
      // The middle of a long message: most of the chunks of a stream that has such.
      this.#message.set(bytes, this.#filled);
      this.#filled = filled;
    } else {
      try {
        this.#read(bytes, messages);
      } catch (error) {
        this.#fail(error);
        throw error;
      }
    }
    this.#received += bytes.length;
    return messages;
  }

  /**
   * Takes the next bytes and calls `onMessage` with each message that is complete by now, those before a fault in the
   * same chunk too. If `onMessage` throws, the decoder has failed: what is left of the chunk was not delivered.
   *
   * @throws EventStreamError as `push` does.
   */
  decode(chunk: Uint8Array, onMessage: (message: Message) => void): void {
    const messages: Message[] = [];
    try {
      this.push(chunk, messages);
    } finally {
      // All of the chunk is decoded first: taking turns with what an application does took a sixth longer.
      this.#deliver(messages, onMessage);
    }
  }

  /**
   * Says that the input is over. The decoder takes no more bytes.
   *
   * @throws EventStreamError `truncated` when the input ends within a message.
   */
  end(): void {
    if (this.#state === 'ended') return;
    this.#refuseUnlessReady();
    this.#state = 'ended';
    if (this.#filled === 0) return;
    try {
      const offset = this.#received - this.#filled;
      refuseTorn(this.#prelude, offset, this.#filled, this.#message?.length);
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  #read(bytes: Uint8Array, messages: Message[]): void {
    const base = this.#received;
    let at = this.#filled === 0 ? 0 : this.#resume(bytes, messages);
    for (;;) {
      const rest = bytes.length - at;
      if (rest === 0) return;
      if (rest < preludeBytes) {
        this.#keep(this.#prelude, at === 0 ? bytes : bytes.subarray(at));
        return;
      }
      const length = messageLengthAt(bytes, at, base, this.#maxMessageBytes);
      if (rest < length) {
        this.#message = new Uint8Array(length);
        this.#keep(this.#message, at === 0 ? bytes : bytes.subarray(at));
        return;
      }
      messages.push(messageAt(bytes, at, length, base, this.#memo));
      at += length;
    }
  }

  /** Goes on with the message that an earlier chunk began; returns how many bytes of this one were its own. */
  #resume(bytes: Uint8Array, messages: Message[]): number {
    const offset = this.#received - this.#filled;
    let at = 0;
    if (this.#message === undefined) {
      at = this.#fill(this.#prelude, bytes, 0);
      if (this.#filled < preludeBytes) return at;
      this.#message = new Uint8Array(messageLengthAt(this.#prelude, 0, offset, this.#maxMessageBytes));
      this.#message.set(this.#prelude);
    }
    const message = this.#message;
    at += this.#fill(message, bytes, at);
    if (this.#filled < message.length) return at;
    this.#message = undefined;
    this.#filled = 0;
    messages.push(messageAt(message, 0, message.length, offset, this.#memo));
    return at;
  }

  /** Copies what fits, from `at` on; returns how many bytes that was. */
  #fill(target: Uint8Array, bytes: Uint8Array, at: number): number {
    const count = Math.min(target.length - this.#filled, bytes.length - at);
    this.#keep(target, count === bytes.length ? bytes : bytes.subarray(at, at + count));
    return count;
  }

  #keep(target: Uint8Array, bytes: Uint8Array): void {
    target.set(bytes, this.#filled);
    this.#filled += bytes.length;
  }

  #deliver(messages: readonly Message[], onMessage: (message: Message) => void): void {
    try {
      for (const message of messages) onMessage(message);
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  #fail(cause: unknown): void {
    this.#state = 'failed';
    this.#failure = cause;
    this.#message = undefined;
  }

  #refuseUnlessReady(): void {
    switch (this.#state) {
      case 'ready':
        return;
      case 'ended':
        throw new EventStreamError(
          'decoder-ended',
          'end() was called: decode another stream with another decoder.',
        );
      case 'failed':
        throw new EventStreamError(
          'decoder-failed',
          `The decoder has failed before, so what follows cannot be told apart: ${String(this.#failure)}`,
          {
            offset: EventStreamError.isInstance(this.#failure) ? this.#failure.offset : undefined,
            cause: this.#failure,
          },
        );
    }
  }
}
