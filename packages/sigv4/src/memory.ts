/** A small memory for what is worked out again and again from the same few texts: addresses, dates, signing keys. */

/** A client needs a few of each, a server one for each of its clients; more than these only cost time. */
const MOST = 256;

/** The function `make`, which remembers what it made of a key. A memory that has become too large starts anew. */
export function remembered<Key, Value extends object | string | number>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const values = new Map<Key, Value>();
  // Mostly the same is asked for again, and to compare a text with the one before costs a third of looking it up.
  let last: Key | undefined;
  let value: Value | undefined;
  return (key) => {
    if (key !== last || value === undefined) {
      value = values.get(key) ?? make(key);
      values.set((last = key), value);
      if (values.size > MOST) values.clear();
    }
    return value;
  };
}
