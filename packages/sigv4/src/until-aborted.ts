/**
 * Lets an abort end the wait for what takes no signal itself: credentials, the bytes of a body.
 * https://dom.spec.whatwg.org/#interface-AbortSignal
 */

/** Waits for the result, but no longer than until the signal is aborted. */
export async function untilAborted<Value>(
  signal: AbortSignal | null | undefined,
  start: () => Promise<Value>,
): Promise<Value> {
  if (!signal) return start();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      // The signals of the package abort-controller have no reason.
      reject((signal.reason ?? new DOMException('Aborted', 'AbortError')) as Error);
    };
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop);
    void start()
      .then(resolve, reject)
      .then(() => {
        signal.removeEventListener('abort', stop);
      });
  });
}
