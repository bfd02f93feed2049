// Reads chunks one after another, from a web stream or from anything that is iterated asynchronously (Node's streams).
// https://streams.spec.whatwg.org/#default-reader-class

/** Where bytes come from: the body of a `fetch` response, a Node stream, an async generator. */
export type ByteSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

export type Chunk = IteratorResult<Uint8Array, unknown>;

/** The part of a stream's reader that is needed here. */
export interface ChunkReader {
  /** Never called again before it has settled. */
  read(): Promise<Chunk>;
  /** Ends a waiting `read` at once, then tells the source, unless that is over already. */
  cancel(reason: unknown): Promise<unknown>;
  releaseLock(): void;
}

/** @throws TypeError where the source is locked, or is no source. */
export function readerOf(source: ByteSource): ChunkReader {
  return 'getReader' in source ? source.getReader() : new IterableReader(source);
}

class IterableReader implements ChunkReader {
  /** None when it has failed or was cancelled. */
  #iterator: AsyncIterator<Uint8Array, unknown> | undefined;
  #stop: (() => void) | undefined;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#iterator = source[Symbol.asyncIterator]();
  }

  read(): Promise<Chunk> {
    return new Promise((resolve, reject) => {
      this.#stop = () => {
        resolve({ done: true, value: undefined });
      };
      const next = this.#iterator?.next();
      next?.then(resolve, reject);
      next?.then(undefined, () => (this.#iterator = undefined));
    });
  }

  async cancel(): Promise<void> {
    const iterator = this.#iterator;
    this.#iterator = undefined;
    this.#stop?.();
    await iterator?.return?.();
  }

  releaseLock(): void {
    // An iterator is not locked.
  }
}
