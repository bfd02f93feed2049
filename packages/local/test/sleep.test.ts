import { afterEach, expect, it, vi } from 'vitest';
import { sleep } from '../src/sleep.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('a pause that is longer than a timer can be is as long as one can be, and ends with its signal', async () => {
  const timer = vi.spyOn(globalThis, 'setTimeout');
  const client = new AbortController();
  const pause = sleep(10_000_000_000, client.signal);
  expect(timer.mock.calls.map(([, ms]) => ms)).toEqual([2_147_483_647]);
  client.abort();
  await pause;
});
