// The order of calls in an asynchronous iterator: a next() made while another is waiting takes its turn after it.
// https://tc39.es/ecma262/#sec-asynciterator-interface

/** An iterator whose results come one at a time, in the order in which they were asked for. */
export abstract class TurnIterator<T> implements AsyncIterableIterator<T> {
  #last: Promise<IteratorResult<T>> | undefined;
  #waiting = 0;

  /** Whether a next() is waiting for its result. */
  protected get waiting(): boolean {
    return this.#waiting > 0;
  }

  next(): Promise<IteratorResult<T>> {
    const last = this.#waiting === 0 ? undefined : this.#last;
    this.#waiting++;
    this.#last = last === undefined ? this.#turn() : last.then(this.#turn, this.#turn);
    return this.#last;
  }

  abstract return(): Promise<IteratorResult<T>>;

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Finds the next result; never called again before it has settled. */
  protected abstract advance(): Promise<IteratorResult<T>>;

  readonly #turn = async (): Promise<IteratorResult<T>> => {
    try {
      return await this.advance();
    } finally {
      this.#waiting--;
    }
  };
}
