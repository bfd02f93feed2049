// Bounds how many requests of one model are under way: `embedMany` starts as many at once as there are values.
// https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html

/** Runs a task when there is room for it. */
export type Gate = <T>(task: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/** A task that is not let through yet. */
interface Waiting {
  readonly signal: AbortSignal | undefined;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** The signals of the package abort-controller have no reason, nor `throwIfAborted`. */
function reasonOf(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('Aborted', 'AbortError');
}

/**
 * Makes a gate that runs at most `limit` tasks at a time, in the order in which they came. A task whose signal is aborted
 * while it waits never runs: its promise is rejected with the signal's reason.
 */
export function createGate(limit: number): Gate {
  let waiting: Waiting[] = [];
  let running = 0;

  // One listener for all who wait with the same signal: Node goes through all listeners of a signal whenever one is added.
  const leave = (): void => {
    waiting = waiting.filter(({ signal, reject }) => {
      if (signal?.aborted) reject(reasonOf(signal));
      return !signal?.aborted;
    });
  };

  const enter = (signal: AbortSignal | undefined): Promise<void> => {
    if (running < limit) {
      running++;
      return Promise.resolve();
    }
    signal?.addEventListener('abort', leave, { once: true });
    return new Promise((resolve, reject) => {
      waiting.push({ signal, resolve, reject });
    });
  };

  return async (task, signal) => {
    if (signal?.aborted) throw reasonOf(signal);
    await enter(signal);
    try {
      return await task();
    } finally {
      // The place goes to the next in line, or is free again.
      const next = waiting.shift();
      if (next) {
        const { signal: waited, resolve } = next;
        if (!waiting.some((other) => other.signal === waited)) waited?.removeEventListener('abort', leave);
        resolve();
      } else running--;
    }
  };
}
