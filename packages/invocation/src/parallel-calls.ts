// Bounds how many requests of one model are under way: `embedMany` starts as many at once as there are values.
// https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html
import { countOr } from './provider-options.ts';

/** The setting that bounds them. */
export interface ParallelCalls {
  /** Requests of a model under way at once. Default 8. */
  readonly maxParallelCalls?: number | undefined;
}

/** Eight keep a connection pool busy and stay far below the quotas of new accounts. */
const defaultParallelCalls = 8;

/** @throws InvalidArgumentError below 1 */
export function maxParallelCallsOf({ maxParallelCalls }: ParallelCalls): number {
  return countOr(defaultParallelCalls, maxParallelCalls, 'maxParallelCalls');
}

/** Runs a task when there is room for it. */
export type Gate = <T>(task: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/**
 * A gate that lets `limit` tasks run at a time, in the order in which they came. A task whose signal is aborted while it
 * waits never runs: its promise is rejected with the signal's reason.
 */
export function createGate(limit: number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;

  const enter = (signal: AbortSignal | undefined): Promise<void> => {
    if (running < limit) {
      running++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const start = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(start), 1);
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is the caller's own, and fetch rejects with it in the same way
        reject(signal?.reason);
      };
      waiting.push(start);
      signal?.addEventListener('abort', leave, { once: true });
    });
  };

  return async (task, signal) => {
    signal?.throwIfAborted();
    await enter(signal);
    try {
      return await task();
    } finally {
      // The place goes to the next in line, or is free again.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
