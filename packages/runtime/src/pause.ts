// A pause that an abort ends at once, and a clock to measure waiting.

/** Longer timers go off at once: https://html.spec.whatwg.org/#timers. Nobody waits for 24 days. */
export const maxTimerMs: number = 2 ** 31 - 1;

/** What takes so much longer than a timer allowed was a process that was frozen, as a function between its calls or a laptop that sleeps. */
export const frozenMs = 1000;

/** Resolves after so many milliseconds, or as soon as the signal is aborted: look at it afterwards. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(milliseconds, maxTimerMs));
    signal?.addEventListener('abort', done);
  });
}

/** Milliseconds since some moment, by a clock that nobody sets where the engine has one. */
export function steadyMs(): number {
  return ((globalThis as { performance?: { now(): number } }).performance ?? Date).now();
}
