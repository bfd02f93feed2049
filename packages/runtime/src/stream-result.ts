// The three forms in which a stream of events is read: batches, single events, a ReadableStream.
// https://streams.spec.whatwg.org/#rs-model
import { BedrockError } from './errors.ts';
import { type EventReader, ignore } from './event-reader.ts';
import type { ResponseHead } from './response.ts';

/** A stream that has begun. It can be read once, in one of its forms. Its connection stays open until it is read to the end or cancelled. */
export interface StreamResult<E> extends ResponseHead {
  /** All events of a network chunk at a time (of up to 16 kB of it). This is the cheapest form, and shows which events arrived together. */
  batches(): AsyncIterableIterator<readonly E[]>;
  /** One event at a time. */
  [Symbol.asyncIterator](): AsyncIterableIterator<E>;
  /** The events as a `ReadableStream`, which reads ahead by one chunk at most. */
  toReadableStream(): ReadableStream<E>;
  /** Closes the connection. For whoever is reading, the stream then ends. */
  cancel(reason?: unknown): Promise<void>;
}

/** The forms in which a stream is read. `refusal` makes the error that is thrown of one that the caller has caused. */
export function streamForms<E>(
  reader: EventReader<E>,
  refusal: (error: unknown) => Error,
): Omit<StreamResult<E>, keyof ResponseHead> {
  let taken = false;
  const take = (): EventReader<E> => {
    if (taken)
      throw refusal(
        new BedrockError({
          code: 'StreamInUse',
          message: 'A stream can be read once: keep its events.',
        }),
      );
    taken = true;
    return reader;
  };
  return {
    batches: () => iterator(take(), (batch) => [batch]),
    [Symbol.asyncIterator]: () => iterator(take(), (batch) => batch),
    toReadableStream: () => readableStream(take()),
    cancel: (reason) => reader.close(reason),
  };
}

/**
 * An iterator over the items of each batch. Calls of `next` that overlap are answered in their order. Not a generator:
 * a promise that is resolved already costs a third of a turn of one.
 */
function iterator<E, T>(
  reader: EventReader<E>,
  itemsOf: (batch: readonly E[]) => readonly T[],
): AsyncIterableIterator<T> {
  let items: readonly T[] = [];
  let at = 0;
  let waiting = 0;
  let last: Promise<IteratorResult<T, undefined>> | undefined;
  const ready = (): IteratorResult<T, undefined> | undefined =>
    // The cast: an index below the length has an item.
    at < items.length ? { done: false, value: items[at++] as T } : undefined;
  const turn = async (before: typeof last): Promise<IteratorResult<T, undefined>> => {
    try {
      await before?.catch(ignore);
      const first = ready();
      if (first) return first;
      const batch = await reader.next();
      items = batch ? itemsOf(batch) : [];
      at = 0;
      return ready() ?? { done: true, value: undefined };
    } finally {
      waiting -= 1;
    }
  };
  return {
    next() {
      const first = waiting === 0 && ready();
      if (first) return Promise.resolve(first);
      return (last = turn(waiting++ > 0 ? last : undefined));
    },
    async return() {
      items = [];
      await reader.close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function readableStream<E>(reader: EventReader<E>): ReadableStream<E> {
  return new ReadableStream<E>(
    {
      async pull(controller) {
        const batch = await reader.next();
        if (batch) for (const event of batch) controller.enqueue(event);
        else controller.close();
      },
      cancel: (reason) => reader.close(reason),
    },
    // Nothing is read before it is asked for.
    { highWaterMark: 0 },
  );
}
