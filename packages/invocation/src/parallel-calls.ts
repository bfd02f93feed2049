// Bounds how many requests of one model are under way: `embedMany` starts as many at once as there are values.
// https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html

/** Runs a task when there is room for it. */
export type Gate = <T>(task: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/** A task that is not let through yet. */
interface Waiting {
  readonly task: object;
  readonly signal: AbortSignal | undefined;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** The signals of the package abort-controller have no reason, nor `throwIfAborted`. */
function reasonOf(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('Aborted', 'AbortError');
}

/**
 * A task that takes longer, in milliseconds, counts as one that never ends, and the next one gets its place. A Cloudflare Worker drops what a
 * request has begun when that request ends: then comes neither a result nor an error.
 */
const lostMs = 30_000;

/**
 * Makes a gate that runs at most `limit` tasks at a time, in the order in which they came. A task whose signal is aborted
 * while it waits never runs: its promise is rejected with the signal's reason. One that has run for half a minute is not counted any more.
 */
export function createGate(limit: number): Gate {
  let waiting: Waiting[] = [];
  /** The tasks that run, and since when. */
  const running = new Map<object, number>();

  const isFull = (): boolean => {
    if (running.size < limit) return false;
    for (const [task, since] of running) if (Date.now() - since >= lostMs) running.delete(task);
    return running.size >= limit;
  };

  const letIn = (): void => {
    while (waiting.length > 0 && !isFull()) {
      // The cast: there is one.
      const { task, signal, resolve } = waiting.shift() as Waiting;
      if (!waiting.some((other) => other.signal === signal)) signal?.removeEventListener('abort', leave);
      running.set(task, Date.now());
      resolve();
    }
  };

  // One listener for all who wait with the same signal: Node goes through all listeners of a signal whenever one is added.
  const leave = (): void => {
    waiting = waiting.filter(({ signal, reject }) => {
      if (signal?.aborted) reject(reasonOf(signal));
      return !signal?.aborted;
    });
  };

  const enter = async (task: object, signal: AbortSignal | undefined): Promise<void> => {
    letIn();
    if (!isFull()) {
      running.set(task, Date.now());
      return;
    }
    signal?.addEventListener('abort', leave, { once: true });
    // Each has its own: a Worker whose request waits for nothing but what another request does ends it as one that hangs.
    const timer = setInterval(letIn, lostMs);
    try {
      await new Promise<void>((resolve, reject) => {
        waiting.push({ task, signal, resolve, reject });
      });
    } finally {
      clearInterval(timer);
    }
  };

  return async (task, signal) => {
    if (signal?.aborted) throw reasonOf(signal);
    // One function may run several times.
    const own = {};
    await enter(own, signal);
    try {
      return await task();
    } finally {
      running.delete(own);
      letIn();
    }
  };
}
