/** A small memory for what is worked out again and again from the same few texts: addresses, dates, signing keys. */

/** A client needs a few, a server one for each of its clients. Where a memory is too small, values are only worked out again. */
const MAX_ENTRIES = 256;

/** Of longer texts only the last is kept: 256 addresses with a query of 300 kB would hold 200 MB for ever. */
const MAX_LENGTH = 8192;

/** Wraps `make` so that it remembers its results. A memory that has grown too large is emptied. */
export function remembered<Key, Value extends object | string | number>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const values = new Map<Key, Value>();
  // Usually the same key comes again, and comparing it with the last one costs a third of a look-up.
  let last: Key | undefined;
  let value: Value | undefined;
  return (key) => {
    if (key !== last) {
      value = values.get(key) ?? make(key);
      last = key;
      if (String(key).length <= MAX_LENGTH) values.set(key, value);
      if (values.size > MAX_ENTRIES) values.clear();
    }
    return value as Value; // made for this key: no key is undefined, which `last` is at first
  };
}
