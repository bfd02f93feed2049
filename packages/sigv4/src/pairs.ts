/** Names and values in their usual forms: a list of pairs, or an object whose members may be lists. */

/** Calls `take` for each value, in the order given; a value that is `undefined` is none. */
export function eachPair<Value>(
  input: Iterable<readonly [string, Value]> | Readonly<Record<string, Value | readonly Value[]>>,
  take: (name: string, value: Exclude<Value, undefined>) => void,
): void {
  function give(name: string, value: unknown): void {
    if (Array.isArray(value)) for (const each of value) give(name, each);
    else if (value !== undefined) take(name, value as Exclude<Value, undefined>); // no list, so one value
  }
  if (Symbol.iterator in input) for (const [name, value] of input) give(name, value);
  // Not by `Object.entries`: making the pairs costs as much as everything else here.
  else for (const name of Object.keys(input)) give(name, input[name]);
}
