// Reads messages from a stream of bytes, all those of one chunk at a time: one promise a chunk.
// https://streams.spec.whatwg.org/#default-reader-class

import { type DecoderOptions, EventStreamDecoder } from './decoder.ts';
import type { Message } from './message.ts';
import { TurnIterator } from './turn-iterator.ts';

/** Options of the functions that read a stream. */
export interface DecodeOptions extends DecoderOptions {
  /** Stops reading when it aborts: the source is cancelled, and the next result is a rejection with its reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Returns an iterator over the messages of a stream, in batches of those that one chunk completed; no batch is empty.
 * Nothing is read before it is asked for. Leaving the loop (`return()`), a fault of the input and an aborted signal
 * cancel the source. Messages that came before a fault are delivered before it is thrown.
 *
 * @throws TypeError at once where the stream is locked, EventStreamError `option`. The iterator rejects with an
 *   EventStreamError for a fault of the input, with the source's own error where that fails, and with the signal's
 *   reason.
 */
export function decodeBatches(
  source: ReadableStream<Uint8Array>,
  options?: DecodeOptions,
): AsyncIterableIterator<Message[]> {
  return new BatchIterator(source, options);
}

/** The last result of an iterator. */
export const finished: { readonly done: true; readonly value: undefined } = { done: true, value: undefined };

/** What `decodeBatches` returns; `cancel` is `return` with a reason for the source. */
export class BatchIterator extends TurnIterator<Message[]> {
  readonly #decoder: EventStreamDecoder;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #signal: AbortSignal | undefined;
  /** A fault that follows messages which are delivered first. */
  #fault: { readonly error: unknown } | undefined;
  #done = false;

  constructor(source: ReadableStream<Uint8Array>, options: DecodeOptions | undefined) {
    super();
    this.#decoder = new EventStreamDecoder(options);
    this.#reader = source.getReader();
    this.#signal = options?.signal;
    if (this.#signal?.aborted) this.#onAbort();
    else this.#signal?.addEventListener('abort', this.#onAbort);
  }

  async return(): Promise<IteratorResult<Message[]>> {
    await this.cancel(undefined);
    return finished;
  }

  /** Stops: a waiting `next()` and all later ones are done. */
  async cancel(reason: unknown): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    try {
      await this.#reader.cancel(reason);
    } finally {
      this.#reader.releaseLock();
    }
  }

  protected async advance(): Promise<IteratorResult<Message[]>> {
    try {
      for (;;) {
        if (this.#stopped()) return finished;
        if (this.#fault !== undefined) throw this.#fault.error;
        const { done, value } = await this.#reader.read();
        if (this.#stopped()) return finished;
        if (done) return this.#end();
        const messages = this.#decode(value);
        if (messages.length > 0) return { done: false, value: messages };
      }
    } catch (error) {
      this.#finish();
      throw error;
    }
  }

  /** Whether nothing more is wanted; throws the reason where the signal says so. */
  #stopped(): boolean {
    if (!this.#done) this.#signal?.throwIfAborted();
    return this.#done;
  }

  #end(): IteratorResult<Message[]> {
    this.#finish();
    this.#decoder.end();
    return finished;
  }

  #decode(chunk: Uint8Array): Message[] {
    const messages: Message[] = [];
    try {
      this.#decoder.decode(chunk, (message) => messages.push(message));
    } catch (error) {
      this.#reader.cancel(error).catch(ignore);
      if (messages.length === 0) throw error;
      this.#fault = { error };
    }
    return messages;
  }

  #finish(): void {
    if (this.#done) return;
    this.#done = true;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#reader.releaseLock();
  }

  readonly #onAbort = (): void => {
    // Answers a waiting read at once, whatever the source does.
    this.#reader.cancel(this.#signal?.reason).catch(ignore);
  };
}

// A source that cannot be cancelled has no more to say than the error that made us stop.
function ignore(): void {}
