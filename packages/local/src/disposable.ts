/**
 * `await using`: what can be closed by hand can be closed by the end of a block, too.
 *
 * https://github.com/tc39/proposal-explicit-resource-management
 */

/** The same thing, which `await using` closes in runtimes that have it. */
export function disposable<Thing extends { close(): Promise<void> }>(thing: Thing): Thing & AsyncDisposable {
  const symbol = Symbol.asyncDispose as symbol | undefined; // the in-process face also runs where there is none
  if (symbol !== undefined) Object.defineProperty(thing, symbol, { value: () => thing.close() });
  return thing as Thing & AsyncDisposable; // was just made one
}
