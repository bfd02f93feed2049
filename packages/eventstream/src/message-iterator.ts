// Iterates over the messages of a source: one chunk after another, in the order of the calls, until the end, a fault, an
// aborted signal or a caller that leaves.
// https://tc39.es/ecma262/#sec-asynciterator-interface

import { type ByteSource, type Chunk, type ChunkReader, readerOf } from './chunk-reader.ts';
import type { DecoderOptions } from './decoder.ts';
import { type MessageReader, messageReader } from './message-reader.ts';

/** Options of the functions that read a stream. */
export interface DecodeOptions extends DecoderOptions {
  /** Stops reading when it aborts: the source is cancelled, and the next result is a rejection with its reason. */
  signal?: AbortSignal | undefined;
}

/** What one `next` gives of the messages that have arrived; undefined where there are none. */
export type Take<T> = (messages: MessageReader) => T | undefined;

/** Written by hand: a generator costs three promises a result. */
export class MessageIterator<T> implements AsyncIterableIterator<T> {
  readonly #messages: MessageReader;
  readonly #chunks: ChunkReader;
  readonly #signal: AbortSignal | undefined;
  readonly #take: Take<T>;
  /** The last result promised, and how many are waiting for theirs. */
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #done = false;

  constructor(source: ByteSource, options: DecodeOptions | undefined, take: Take<T>) {
    this.#messages = messageReader(options);
    this.#chunks = readerOf(source);
    this.#signal = options?.signal;
    this.#take = take;
    if (this.#signal?.aborted) this.#onAbort();
    else this.#signal?.addEventListener('abort', this.#onAbort);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T>> {
    let result: Promise<IteratorResult<T>>;
    // A call made while another is waiting takes its turn after it.
    if (this.#waiting > 0) result = this.#last.then(this.#onTurn, this.#onTurn);
    else if (this.#done || this.#signal?.aborted) result = this.#advance();
    else {
      try {
        const value = this.#take(this.#messages);
        if (value !== undefined) return Promise.resolve({ done: false, value });
      } catch (error) {
        return Promise.reject(this.#failed(error));
      }
      result = this.#chunks.read().then(this.#onChunk, this.#onFailure);
    }
    this.#waiting++;
    this.#last = result;
    return result;
  }

  async return(): Promise<IteratorResult<T>> {
    await this.cancel(undefined);
    return { done: true, value: undefined };
  }

  /** `return` with a reason for the source: a waiting `next` and all later ones are done. */
  async cancel(reason: unknown): Promise<void> {
    if (!this.#done) await this.#leave(reason);
  }

  readonly #onTurn = (): Promise<IteratorResult<T>> => this.#advance();

  /** The usual case: a chunk that completes messages. One promise less than `#advance`, a fifth of the time of a chunk. */
  readonly #onChunk = (chunk: Chunk): IteratorResult<T> | Promise<IteratorResult<T>> => {
    if (chunk.done === true || this.#done || this.#signal?.aborted)
      return this.#advance(Promise.resolve(chunk));
    let value: T | undefined;
    try {
      this.#messages.feed(chunk.value);
      value = this.#take(this.#messages);
    } catch (error) {
      return this.#onFailure(error as Error); // or whatever else it is: it is passed on
    }
    if (value === undefined) return this.#advance();
    this.#waiting--;
    return { done: false, value };
  };

  readonly #onFailure = (error: Error): Promise<IteratorResult<T>> => this.#advance(Promise.reject(error));

  /** Goes on until there is a result. `read` is what has been read already. */
  async #advance(read?: Promise<Chunk>): Promise<IteratorResult<T>> {
    let next = read;
    try {
      while (!this.#stopped()) {
        const value = next ? undefined : this.#take(this.#messages);
        if (value !== undefined) return { done: false, value };
        const chunk = await (next ?? this.#chunks.read());
        next = undefined;
        if (this.#stopped()) break;
        if (chunk.done === true) {
          this.#end();
          this.#messages.end();
        } else this.#messages.feed(chunk.value);
      }
      return { done: true, value: undefined };
    } catch (error) {
      throw this.#failed(error);
    } finally {
      this.#waiting--;
      // What was read and is not wanted any more must not go down as a rejection that nobody handled.
      next?.catch(ignore);
    }
  }

  /** Whether nothing more is wanted; throws the reason where the signal says so. */
  #stopped(): boolean {
    if (!this.#done) this.#signal?.throwIfAborted();
    return this.#done;
  }

  /** Leaves the source for an error, which it returns. */
  #failed(error: unknown): Error {
    if (!this.#done) this.#leave(error).catch(ignore);
    return error as Error; // or whatever the source or the signal gave in its place: it is passed on as it is
  }

  #leave(reason: unknown): Promise<unknown> {
    const cancelled = this.#chunks.cancel(reason);
    this.#end();
    return cancelled;
  }

  #end(): void {
    this.#done = true;
    this.#chunks.releaseLock();
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (): void => {
    // Answers a waiting read at once, whatever the source does.
    this.#chunks.cancel(this.#signal?.reason).catch(ignore);
  };
}

// A source that fails when it is cancelled has nothing to add to the reason for which it was.
function ignore(): void {}
