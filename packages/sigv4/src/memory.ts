/** A small memory for what is worked out again and again from the same few texts: addresses, dates, signing keys. */

/** A client needs a few of each, a server one for each of its clients; more than these only cost time. */
const MOST = 256;

export class Memory<Key, Value extends string | number | object> {
  readonly #all = new Map<Key, Value>();
  // Mostly the same is asked for again, and to compare a new text with that of before costs a third of looking it up.
  #key: Key | undefined;
  #value: Value | undefined;

  /** Returns what is held under `key`, after `make` has made it if need be. A full memory starts anew. */
  get(key: Key, make: () => Value): Value {
    if (this.#value !== undefined && key === this.#key) return this.#value;
    let value = this.#all.get(key);
    if (value === undefined) {
      if (this.#all.size >= MOST) this.#all.clear();
      this.#all.set(key, (value = make()));
    }
    this.#key = key;
    return (this.#value = value);
  }
}
