// Reads messages from a stream of bytes, one at a time.

import { BatchIterator, type DecodeOptions, finished } from './decode-batches.ts';
import type { Message } from './message.ts';
import { TurnIterator } from './turn-iterator.ts';

/**
 * Returns an iterator over the messages of a stream. In all else as `decodeBatches`, which costs less where the messages
 * that arrived together can be treated together.
 *
 * @example
 * for await (const message of decodeStream(response.body)) console.log(message.headers, message.body);
 */
export function decodeStream(
  source: ReadableStream<Uint8Array>,
  options?: DecodeOptions,
): AsyncIterableIterator<Message> {
  return new MessageIterator(source, options);
}

class MessageIterator extends TurnIterator<Message> {
  readonly #batches: BatchIterator;
  readonly #signal: AbortSignal | undefined;
  #batch: readonly Message[] = [];
  #at = 0;

  constructor(source: ReadableStream<Uint8Array>, options: DecodeOptions | undefined) {
    super();
    this.#batches = new BatchIterator(source, options);
    this.#signal = options?.signal;
  }

  // No promise but the result's own where the message is here already.
  override next(): Promise<IteratorResult<Message>> {
    const message = this.waiting ? undefined : this.#take();
    return message === undefined ? super.next() : Promise.resolve({ done: false, value: message });
  }

  async return(): Promise<IteratorResult<Message>> {
    this.#batch = [];
    await this.#batches.return();
    return finished;
  }

  protected async advance(): Promise<IteratorResult<Message>> {
    for (;;) {
      const message = this.#take();
      if (message !== undefined) return { done: false, value: message };
      const result = await this.#batches.next();
      if (result.done === true) return finished;
      this.#at = 0;
      this.#batch = result.value;
    }
  }

  #take(): Message | undefined {
    return this.#signal?.aborted ? undefined : this.#batch[this.#at++];
  }
}
