// Lets the event loop look at other connections, so that the one with the most to say does not keep all others waiting.
// https://nodejs.org/api/timers.html#setimmediatecallback-args

// Node, Bun and Deno have it. A timer is none of its kind: browsers let one wait for four milliseconds. Taken when this is loaded,
// because tests put one in its place that runs nothing by itself: fake timers, which say so by their `clock`.
const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };

/**
 * Resolves once whatever has arrived meanwhile has been looked at; at once where a runtime cannot tell. Without it the streams of
 * 50 calls whose answers come in one burst are read one after the other, each to its end, and a first token waits for the last of
 * all others.
 */
export function othersTurn(): Promise<void> | undefined {
  if (setImmediate && !('clock' in setImmediate)) return new Promise((resolve) => void setImmediate(resolve));
  return undefined;
}
