/** A small memory for what is worked out again and again from the same few texts: addresses, dates, signing keys. */

/** A client needs a few of each, a server one for each of its clients; more than these only cost time. */
const MOST = 256;

/** Returns what `memory` holds under `key`, after `make` has made it if need be. A full memory starts anew. */
export function remember<Key, Value>(memory: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = memory.get(key);
  if (value === undefined) {
    if (memory.size >= MOST) memory.clear();
    memory.set(key, (value = make()));
  }
  return value;
}
