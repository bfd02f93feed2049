/** A small memory for what is worked out again and again from the same few texts: addresses, paths, signing keys. */

/** Returns what `memory` holds under `key`, after `make` has made it if need be. A full memory starts anew. */
export function remember<Value>(
  memory: Map<string, Value>,
  limit: number,
  key: string,
  make: () => Value,
): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= limit) memory.clear();
  const made = make();
  memory.set(key, made);
  return made;
}
