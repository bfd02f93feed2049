/**
 * Copies of what others may write into: the conversation that a handler gets, and the options.
 */

/**
 * A copy of all lists and plain objects, however deep; anything else in them, such as bytes, dates and functions, is shared. Not by
 * `structuredClone`, whose objects are of another realm in Jest and which jsdom lacks.
 */
export function copyOf<Value>(value: Value): Value;
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}

/** An object of no class. By its prototype's own, which is null in every realm. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
