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

/** What is iterated; a stream of Node can be destroyed beside, and emits what it makes of that. */
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
      // Node's streams are iterated by a generator: its `return` waits as long as its `next` does, and does nothing before that.
      // Nor does anybody listen before that: the error that some of them, as undici's, make of it would end the process.
      source.on?.('error', ignore);
      source.destroy?.();
      await iterator.return?.();
    },
    releaseLock: ignore, // an iterator is not locked
  };
}

/** For what has nothing to add: a source that fails when it is cancelled, for example, to the reason for which it was. */
export function ignore(): void {}
