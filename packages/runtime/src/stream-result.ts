// The three forms in which a stream of events is read: batches, single events, a ReadableStream.
// https://streams.spec.whatwg.org/#rs-model
import { BedrockError } from './errors.ts';
import type { EventReader } from './event-reader.ts';
import type { ResponseHead } from './response.ts';

/** A stream that has begun. It is read once, in one of its forms; until it is read to its end or cancelled, its connection stays open. */
export interface StreamResult<E> extends ResponseHead {
  /** All events of one network chunk at a time: the cheapest form, and the one that shows what arrived together. */
  batches(): AsyncIterableIterator<readonly E[]>;
  /** One event at a time. */
  [Symbol.asyncIterator](): AsyncIterableIterator<E>;
  /** A stream that reads ahead no further than one chunk. */
  toReadableStream(): ReadableStream<E>;
  /** Closes the connection. Whoever is reading finds the end of the stream. */
  cancel(reason?: unknown): Promise<void>;
}

export function streamResult<E>(head: ResponseHead, reader: EventReader<E>): StreamResult<E> {
  let taken = false;
  const take = (): EventReader<E> => {
    if (taken)
      throw new BedrockError({
        code: 'StreamInUse',
        message:
          'This stream is being read already, and can be read only once: keep its events to use them again.',
        url: head.url,
        requestId: head.requestId,
      });
    taken = true;
    return reader;
  };
  return {
    ...head,
    batches: () => new BatchIterator(take()),
    [Symbol.asyncIterator]: () => new EventIterator(take()),
    toReadableStream: () => readableStream(take()),
    cancel: (reason) => reader.close(reason),
  };
}

class BatchIterator<E> implements AsyncIterableIterator<readonly E[]> {
  readonly #reader: EventReader<E>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(reader: EventReader<E>) {
    this.#reader = reader;
  }

  /** Calls that overlap are answered in their order. */
  next(): Promise<IteratorResult<readonly E[], undefined>> {
    const turn = this.#last.then(() => this.#advance());
    this.#last = turn.catch(ignore);
    return turn;
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    await this.#reader.close();
    return finished;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #advance(): Promise<IteratorResult<readonly E[], undefined>> {
    const value = await this.#reader.next();
    return value === undefined ? finished : { done: false, value };
  }
}

/** Not a generator: a promise that is resolved already costs a third of a turn of one. */
class EventIterator<E> implements AsyncIterableIterator<E> {
  readonly #batches: BatchIterator<E>;
  #batch: Iterator<E> | undefined;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(reader: EventReader<E>) {
    this.#batches = new BatchIterator(reader);
  }

  next(): Promise<IteratorResult<E, undefined>> {
    const ready = this.#waiting === 0 ? this.#batch?.next() : undefined;
    if (ready?.done === false) return Promise.resolve(ready);
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#advance());
    this.#last = turn.catch(ignore);
    return turn;
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#batch = undefined;
    return this.#batches.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #advance(): Promise<IteratorResult<E, undefined>> {
    try {
      for (;;) {
        const ready = this.#batch?.next();
        if (ready?.done === false) return ready;
        const { done, value } = await this.#batches.next();
        if (done) return finished;
        this.#batch = value[Symbol.iterator]();
      }
    } finally {
      this.#waiting -= 1;
    }
  }
}

function readableStream<E>(reader: EventReader<E>): ReadableStream<E> {
  return new ReadableStream<E>(
    {
      async pull(controller) {
        const batch = await reader.next();
        if (batch === undefined) controller.close();
        else for (const event of batch) controller.enqueue(event);
      },
      cancel: (reason) => reader.close(reason),
    },
    // Nothing is read before it is asked for.
    { highWaterMark: 0 },
  );
}

const finished: IteratorReturnResult<undefined> = { done: true, value: undefined };

function ignore(): void {}
