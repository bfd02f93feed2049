// What the iterators over messages share: one chunk after another, in the order of the calls, until the end, a fault, an
// aborted signal or a caller that leaves.
// https://tc39.es/ecma262/#sec-asynciterator-interface

import { type ByteSource, type ChunkReader, ignore, readerOf } from './chunk-reader.ts';
import { EventStreamDecoder } from './decoder.ts';
import type { LimitOptions } from './limits.ts';
import type { Message } from './message.ts';

/** Options of the functions that read a stream. */
export interface DecodeOptions extends LimitOptions {
  /** Stops reading when it aborts: the source is cancelled, and the iterator rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

type Chunk = IteratorResult<Uint8Array, unknown>;

/** Iterates over what a subclass makes of the messages. Written by hand: a generator costs three promises a result. */
export abstract class MessageIterator<T> implements AsyncIterableIterator<T> {
  readonly #decoder: EventStreamDecoder;
  readonly #reader: ChunkReader;
  readonly #signal: AbortSignal | undefined;
  /** The last result promised, and how many are waiting for theirs. */
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** A fault that follows messages which are delivered first. */
  #fault: { readonly error: unknown } | undefined;
  #done = false;

  constructor(source: ByteSource, options: DecodeOptions | undefined) {
    this.#decoder = new EventStreamDecoder(options);
    this.#reader = readerOf(source);
    this.#signal = options?.signal;
    if (this.#signal?.aborted) this.#onAbort();
    else this.#signal?.addEventListener('abort', this.#onAbort);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T>> {
    let result: Promise<IteratorResult<T>>;
    // A call made while another is waiting takes its turn after it.
    if (this.#waiting > 0) result = this.#last.catch(ignore).then(() => this.#advance());
    else if (this.#done || this.#fault || this.#signal?.aborted) result = this.#advance();
    else {
      const value = this.take();
      if (value !== undefined) return Promise.resolve({ value, done: false });
      result = this.#reader.read().then(this.#onChunk, this.#onFailure);
    }
    this.#waiting++;
    this.#last = result;
    return result;
  }

  async return(): Promise<IteratorResult<T>> {
    await this.cancel(undefined);
    return { value: undefined, done: true };
  }

  /** `return` with a reason for the source: a waiting `next` and all later ones are done. */
  async cancel(reason: unknown): Promise<void> {
    if (this.#done) return;
    this.#finish();
    try {
      await this.#reader.cancel(reason);
    } finally {
      this.#reader.releaseLock();
    }
  }

  /** Keeps a message that a chunk completed. What earlier chunks completed has been taken by then. */
  protected abstract readonly keep: (message: Message) => void;

  /** Takes the next value of what was kept; undefined where there is none. */
  protected abstract take(): T | undefined;

  /** The usual case, a chunk that completes messages, with one promise less than `#advance`: a fifth of the time of a chunk. */
  readonly #onChunk = (chunk: Chunk): IteratorResult<T> | Promise<IteratorResult<T>> => {
    if (chunk.done === true || this.#done || this.#signal?.aborted) return this.#advance(chunk);
    this.#decode(chunk.value);
    const value = this.take();
    if (value === undefined) return this.#advance();
    this.#waiting--;
    return { value, done: false };
  };

  /** The source's own error comes as it is. */
  readonly #onFailure = (error: unknown): Promise<IteratorResult<T>> => {
    this.#fault = { error };
    return this.#advance();
  };

  /** Goes on until there is a result. `read` is what has been read already. */
  async #advance(read?: Chunk): Promise<IteratorResult<T>> {
    let next = read;
    try {
      while (!this.#stopped()) {
        const value = this.take();
        if (value !== undefined) return { value, done: false };
        if (this.#fault) throw this.#fault.error;
        const chunk = next ?? (await this.#reader.read());
        next = undefined;
        if (this.#stopped()) break;
        if (chunk.done === true) {
          this.#finish();
          this.#reader.releaseLock();
          this.#decoder.end();
        } else this.#decode(chunk.value);
      }
      return { value: undefined, done: true };
    } catch (error) {
      if (!this.#done) {
        this.#finish();
        this.#reader.releaseLock();
      }
      throw error;
    } finally {
      this.#waiting--;
    }
  }

  /** Whether reading is over; throws the signal's reason if it was aborted before. */
  #stopped(): boolean {
    // Not by throwIfAborted, which the signals of the package abort-controller lack, as they do a reason.
    if (!this.#done && this.#signal?.aborted)
      throw this.#signal.reason ?? new DOMException('Aborted', 'AbortError');
    return this.#done;
  }

  #decode(chunk: Uint8Array): void {
    try {
      this.#decoder.decode(chunk, this.keep);
    } catch (error) {
      this.#fault = { error };
      this.#reader.cancel(error).catch(ignore);
    }
  }

  #finish(): void {
    this.#done = true;
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (): void => {
    // Answers a waiting read at once, whatever the source does.
    this.#reader.cancel(this.#signal?.reason).catch(ignore);
  };
}
