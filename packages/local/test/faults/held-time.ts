// Time that passes only when a test says so.
import { afterEach, beforeEach, vi } from 'vitest';

/** Once at the beginning of a file: for each of its tests. */
export function holdTime(): void {
  beforeEach(() => {
    // Sockets keep their own time; what the service waits for is moved on by hand.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: false });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** How many milliseconds of the faked time pass until the promise is settled. */
export async function arrivalOf(promise: Promise<unknown>): Promise<number> {
  const state = { settled: false };
  const settle = (): void => {
    state.settled = true;
  };
  promise.then(settle, settle);
  const step = 100;
  for (let passed = 0; passed < 1_000_000; passed += step) {
    // Not by the clock: whatever needs no waiting happens in these turns.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (state.settled) return passed;
    await vi.advanceTimersByTimeAsync(step);
  }
  return Infinity;
}
