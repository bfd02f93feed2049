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
  return 'getReader' in source ? source.getReader() : new IterableReader(source);
}

/** What is iterated; a stream of Node can be destroyed beside. */
type Iterated = AsyncIterable<Uint8Array> & { destroy?(): unknown };

class IterableReader implements ChunkReader {
  readonly #source: Iterated;
  readonly #iterator: AsyncIterator<Uint8Array, unknown>;
  #stop: (() => void) | undefined;

  constructor(source: Iterated) {
    this.#source = source;
    this.#iterator = source[Symbol.asyncIterator]();
  }

  read(): Promise<IteratorResult<Uint8Array, unknown>> {
    return new Promise((resolve, reject) => {
      this.#stop = () => {
        resolve({ done: true, value: undefined });
      };
      this.#iterator.next().then(resolve, reject);
    });
  }

  async cancel(): Promise<void> {
    this.#stop?.();
    // Node's streams are iterated by a generator: its `return` waits as long as its `next` does, and does nothing before that.
    this.#source.destroy?.();
    await this.#iterator.return?.();
  }

  releaseLock(): void {
    // An iterator is not locked.
  }
}
