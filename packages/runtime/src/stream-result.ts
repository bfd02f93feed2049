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

/** `failure` is what becomes of an error of the caller's. */
export function streamResult<E>(
  head: ResponseHead,
  reader: EventReader<E>,
  failure: (error: unknown) => Error,
): StreamResult<E> {
  let taken = false;
  const take = (): EventReader<E> => {
    if (taken)
      throw failure(
        new BedrockError({
          code: 'StreamInUse',
          message:
            'This stream is being read already, and can be read only once: keep its events to use them again.',
        }),
      );
    taken = true;
    return reader;
  };
  return {
    ...head,
    batches: () => batchesOf(take()),
    [Symbol.asyncIterator]: () => eventsOf(take()),
    toReadableStream: () => readableStream(take()),
    cancel: (reason) => reader.close(reason),
  };
}

function batchesOf<E>(reader: EventReader<E>): AsyncIterableIterator<readonly E[]> {
  return iterator(
    () => undefined,
    () => reader.next(),
    () => reader.close(),
  );
}

function eventsOf<E>(reader: EventReader<E>): AsyncIterableIterator<E> {
  let batch: readonly E[] = [];
  let at = 0;
  const ready = (): E | undefined => batch[at++];
  return iterator(
    ready,
    async () => {
      for (;;) {
        const event = ready();
        if (event !== undefined) return event;
        const next = await reader.next();
        if (!next) return undefined;
        batch = next;
        at = 0;
      }
    },
    () => {
      batch = [];
      return reader.close();
    },
  );
}

/**
 * An iterator over what `ready` has at once and `wait` gives later, both undefined where there is nothing. Calls of
 * `next` that overlap are answered in their order. Not a generator: a promise that is resolved already costs a third of
 * a turn of one.
 */
function iterator<T>(
  ready: () => T | undefined,
  wait: () => Promise<T | undefined>,
  close: () => Promise<void>,
): AsyncIterableIterator<T> {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const turn = async (): Promise<IteratorResult<T, undefined>> => {
    try {
      return resultOf(await wait());
    } finally {
      waiting -= 1;
    }
  };
  const self: AsyncIterableIterator<T> = {
    next() {
      const value = waiting === 0 ? ready() : undefined;
      if (value !== undefined) return Promise.resolve(resultOf(value));
      waiting += 1;
      const result = last.then(turn);
      last = result.catch(() => undefined);
      return result;
    },
    async return() {
      await close();
      return resultOf<T>(undefined);
    },
    [Symbol.asyncIterator]: () => self,
  };
  return self;
}

function resultOf<T>(value: T | undefined): IteratorResult<T, undefined> {
  return value === undefined ? { done: true, value: undefined } : { done: false, value };
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
