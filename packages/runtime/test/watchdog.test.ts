import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BedrockError } from '../src/index.ts';
import { watchdogOf } from '../src/watchdog.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = (): Promise<never> => new Promise(() => undefined);

describe('a silence', () => {
  test('interrupts once, aborts the request and tells whoever waits', () => {
    const watchdog = watchdogOf(undefined);
    const told: BedrockError[] = [];
    watchdog.onInterruption = (reason) => told.push(reason);
    watchdog.arm(100, 'IdleTimeout');
    vi.advanceTimersByTime(99);
    expect(watchdog.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(watchdog.interruption).toMatchObject({ code: 'IdleTimeout', isRetryable: true });
    expect(watchdog.signal.reason).toBe(watchdog.interruption);
    expect(told).toEqual([watchdog.interruption]);
    expect(() => {
      watchdog.signal.throwIfAborted();
    }).toThrow(watchdog.interruption);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('counts what was waited already, and starts anew when it is armed anew', () => {
    const watchdog = watchdogOf(undefined);
    watchdog.arm(100, 'FirstEventTimeout', 70);
    vi.advanceTimersByTime(29);
    watchdog.arm(100, 'IdleTimeout');
    vi.advanceTimersByTime(99);
    expect(watchdog.interruption).toBeUndefined();
    watchdog.arm(100, 'FirstEventTimeout', 200);
    vi.advanceTimersByTime(0);
    expect(watchdog.interruption).toMatchObject({
      code: 'FirstEventTimeout',
      message: 'No event of the stream came for 100 ms, so the request was ended.',
    });
  });

  test('that is told of long after its time, as by a process that was frozen, is waited for once more', () => {
    const watchdog = watchdogOf(undefined);
    watchdog.arm(100, 'IdleTimeout');
    vi.spyOn(performance, 'now').mockReturnValueOnce(performance.now() + 3_600_000);
    vi.advanceTimersByTime(199);
    expect(watchdog.interruption).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(watchdog.interruption).toMatchObject({ code: 'IdleTimeout' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('has no limit unless one is set, and none after disarm and close', () => {
    const watchdog = watchdogOf(undefined);
    watchdog.arm(Infinity, 'IdleTimeout');
    expect(vi.getTimerCount()).toBe(0);
    // A timer would go off at once.
    watchdog.arm(2 ** 31, 'IdleTimeout');
    expect(vi.getTimerCount()).toBe(0);
    watchdog.arm(10, 'IdleTimeout');
    watchdog.disarm();
    expect(vi.getTimerCount()).toBe(0);
    watchdog.arm(10, 'IdleTimeout');
    watchdog.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('an abort of the caller', () => {
  test('counts also when it came before', () => {
    const watchdog = watchdogOf(AbortSignal.abort('reason'));
    expect(watchdog.interruption).toMatchObject({ code: 'Aborted', cause: 'reason' });
    expect(watchdog.signal.aborted).toBe(true);
  });

  test.each([
    [new DOMException('Step timeout of 100ms exceeded', 'TimeoutError'), 'Step timeout of 100ms exceeded'],
    [new Error('the user pressed stop'), 'the user pressed stop'],
    [{ message: 'of another realm' }, 'of another realm'],
    [new Error(), 'The call was aborted.'],
    ['a reason without a message', 'The call was aborted.'],
    [null, 'The call was aborted.'],
    [Object.create(null), 'The call was aborted.'],
  ])('is told of in the words of its reason: %o', (reason, message) => {
    const { interruption } = watchdogOf(AbortSignal.abort(reason));
    expect(interruption?.message).toBe(message);
    expect(interruption?.cause).toBe(reason);
  });

  test('comes after close to nobody, and leaves no listener', () => {
    const controller = new AbortController();
    const added = vi.spyOn(controller.signal, 'addEventListener');
    const removed = vi.spyOn(controller.signal, 'removeEventListener');
    const watchdog = watchdogOf(controller.signal);
    watchdog.close();
    controller.abort();
    expect(watchdog.interruption).toBeUndefined();
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });

  test('may come through a signal of another realm, or of a polyfill', () => {
    const controller = new AbortController();
    const listen = controller.signal.addEventListener.bind(controller.signal);
    // All that is used of one, and of no class that is known here.
    const foreign: unknown = {
      aborted: false,
      reason: 'foreign',
      addEventListener: listen,
      removeEventListener: () => undefined,
    };
    const watchdog = watchdogOf(foreign as AbortSignal);
    controller.abort();
    expect(watchdog.interruption).toMatchObject({ code: 'Aborted', cause: 'foreign' });
  });

  test('does not replace the reason that was first', () => {
    const controller = new AbortController();
    const watchdog = watchdogOf(controller.signal);
    watchdog.arm(10, 'IdleTimeout');
    vi.advanceTimersByTime(10);
    controller.abort();
    expect(watchdog.interruption).toMatchObject({ code: 'IdleTimeout' });
  });
});

describe('a race', () => {
  test('is won by the work, by its failure, or by the interruption', async () => {
    const controller = new AbortController();
    const watchdog = watchdogOf(controller.signal);
    expect(await watchdog.race(Promise.resolve(1))).toBe(1);
    await expect(watchdog.race(Promise.reject(new Error('work')))).rejects.toThrow('work');
    const lost = watchdog.race(never());
    controller.abort();
    await expect(lost).rejects.toMatchObject({ code: 'Aborted' });
    await expect(watchdog.race(never())).rejects.toMatchObject({ code: 'Aborted' });
  });

  test('hands a result that comes too late to be discarded', async () => {
    const controller = new AbortController();
    const watchdog = watchdogOf(controller.signal);
    let finish: ((value: string) => void) | undefined;
    const discarded: string[] = [];
    const lost = watchdog.race(new Promise<string>((resolve) => (finish = resolve)), (late) =>
      discarded.push(late),
    );
    controller.abort();
    await expect(lost).rejects.toMatchObject({ code: 'Aborted' });
    finish?.('late');
    await Promise.resolve();
    expect(discarded).toEqual(['late']);
  });
});

test('release ends the request without an error', () => {
  const watchdog = watchdogOf(undefined);
  watchdog.arm(10, 'IdleTimeout');
  watchdog.release();
  expect(watchdog.signal.aborted).toBe(true);
  expect(watchdog.interruption).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});
