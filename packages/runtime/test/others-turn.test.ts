import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  vi.resetModules();
});

test('a stream does not wait for fake timers, which run nothing by themselves', async () => {
  vi.useFakeTimers();
  vi.resetModules();
  const { othersTurn } = await import('../src/others-turn.ts');
  expect(othersTurn()).toBeUndefined();
});
