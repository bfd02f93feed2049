// Reads chunks one after another, from a web stream or from anything that is iterated asynchronously (Node's streams).
// https://streams.spec.whatwg.org/#default-reader-class

/** Where bytes come from: the body of a `fetch` response, a Node stream, an async generator. */
export type ByteSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** The part of a stream's reader that is needed here. */
export interface ChunkReader {
  /** Never called again before it has settled. */
  read(): Promise<IteratorResult<Uint8Array, unknown>>;
  /** Ends a waiting `read` at once, then tells the source. */
  cancel(reason: unknown): Promise<unknown>;
  releaseLock(): void;
}

/** @throws TypeError where the source is locked, or is no source. */
export function readerOf(source: ByteSource): ChunkReader {
  return 'getReader' in source ? source.getReader() : iterableReader(source);
}

/** What is iterated. A stream of Node can be destroyed as well, and may emit an error when it is. */
type Iterated = AsyncIterable<Uint8Array> & {
  destroy?(): unknown;
  on?(event: 'error', listener: () => void): unknown;
};

function iterableReader(source: Iterated): ChunkReader {
  const iterator: AsyncIterator<Uint8Array, unknown> = source[Symbol.asyncIterator]();
  let stop: (() => void) | undefined;
  return {
    read: () =>
      new Promise((resolve, reject) => {
        stop = () => {
          resolve({ value: undefined, done: true });
        };
        iterator.next().then(resolve, reject);
      }),
    async cancel() {
      stop?.();
      // Node's streams are iterated by a generator: its `return` waits for a pending `next`, and before the first one it does
      // nothing. Nobody listens before that either, and the error that some streams (undici's) then emit would end the process.
      source.on?.('error', ignore);
      source.destroy?.();
      await iterator.return?.();
    },
    releaseLock: ignore, // an iterator is not locked
  };
}

/** For errors that add nothing, such as that of a source which fails while it is cancelled. */
export function ignore(): void {}
