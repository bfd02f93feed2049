// Lets the event loop look at other connections, so that the one with the most to say does not keep all others waiting.
// https://nodejs.org/api/timers.html#setimmediatecallback-args

// Node, Bun and Deno have it. A timer would not do: browsers delay one by four milliseconds. Taken when this is loaded, because
// the fake timers of tests replace it by one that never runs by itself, which is recognised by its `clock`.
const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };

/**
 * Resolves once the event loop has looked at what has arrived meanwhile; `undefined` where the runtime has no means to know.
 * Without it, 50 streams that arrive in one burst are read one after the other, each to its end, and a first token waits for the
 * last tokens of all the others.
 */
export function othersTurn(): Promise<void> | undefined {
  if (setImmediate && !('clock' in setImmediate)) return new Promise((resolve) => void setImmediate(resolve));
  return undefined;
}
