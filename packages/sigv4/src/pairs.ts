/** Names and values in the forms in which they are usually written: pairs, or an object whose members may be lists. */

/** Calls `take` for each value, in the order given; a value that is `undefined` is none. */
export function eachPair<Value>(
  input: Iterable<readonly [string, Value]> | Readonly<Record<string, Value | readonly Value[]>>,
  take: (name: string, value: Exclude<Value, undefined>) => void,
): void {
  for (const [name, values] of Symbol.iterator in input ? input : Object.entries(input)) {
    // What is no list is one value; the compiler does not know that of a readonly array.
    for (const value of (Array.isArray(values) ? values : [values]) as Value[])
      if (value !== undefined) take(name, value as Exclude<Value, undefined>); // as just asked
  }
}
