import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { maxTimerMs, pause } from '../src/pause.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a pause ends when its time is over', async () => {
  let over = false;
  const ended = pause(100, undefined).then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(99);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await ended;
  expect(over).toBe(true);
});

test('an abort ends a pause at once, and leaves no timer that keeps a process alive', async () => {
  const controller = new AbortController();
  const ended = pause(100_000, controller.signal);
  controller.abort();
  await ended;
  expect(vi.getTimerCount()).toBe(0);
});

test('there is no pause under a signal that is aborted already', async () => {
  await pause(100_000, AbortSignal.abort());
  expect(vi.getTimerCount()).toBe(0);
});

test('a pause that is longer than a timer can be does not end at once', async () => {
  let over = false;
  void pause(Infinity, undefined).then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(maxTimerMs - 1);
  expect(over).toBe(false);
});
