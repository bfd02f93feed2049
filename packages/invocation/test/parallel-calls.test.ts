import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGate } from '../src/parallel-calls.ts';

/** A task that ends when it is told to. */
function task(): { run: () => Promise<string>; end: (value: string) => void; fail: (error: Error) => void } {
  let end: (value: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { run: () => promise, end, fail };
}

afterEach(() => {
  vi.useRealTimers();
});

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('a gate', () => {
  it('lets as many through as its limit, and the next as one ends, in their order', async () => {
    const gate = createGate(2);
    const started: number[] = [];
    const tasks = [task(), task(), task(), task()];
    const results = tasks.map(({ run }, index) =>
      gate(() => {
        started.push(index);
        return run();
      }, undefined),
    );
    await turn();
    expect(started).toEqual([0, 1]);
    tasks[1]?.end('one');
    await turn();
    expect(started).toEqual([0, 1, 2]);
    for (const [index, { end }] of tasks.entries()) end(String(index));
    expect(await Promise.all(results)).toEqual(['0', 'one', '2', '3']);
  });

  it('is as wide as before when all have gone through', async () => {
    const gate = createGate(1);
    await gate(() => Promise.resolve(), undefined);
    expect(await gate(() => Promise.resolve('second'), undefined)).toBe('second');
  });

  it('makes room when a task fails', async () => {
    const gate = createGate(1);
    const failing = task();
    const first = gate(failing.run, undefined);
    const second = gate(() => Promise.resolve('second'), undefined);
    failing.fail(new Error('no'));
    await expect(first).rejects.toThrow('no');
    expect(await second).toBe('second');
  });

  it('never runs a task that is aborted while it waits, and keeps the place of the others', async () => {
    const gate = createGate(1);
    const blocking = task();
    const first = gate(blocking.run, undefined);
    const controller = new AbortController();
    let ran = false;
    const second = gate(() => {
      ran = true;
      return Promise.resolve('');
    }, controller.signal);
    const third = gate(() => Promise.resolve('third'), undefined);
    controller.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    blocking.end('first');
    expect(await Promise.all([first, third])).toEqual(['first', 'third']);
    expect(ran).toBe(false);
  });

  it('listens once to a signal that many wait with, and no longer when nobody waits', async () => {
    const gate = createGate(1);
    const listeners = (signals: readonly AbortSignal[]): number[] =>
      signals.map((signal) => getEventListeners(signal, 'abort').length);
    const first = new AbortController();
    const second = new AbortController();
    const signals = [first.signal, second.signal];
    const blocking = task();
    const calls = [gate(blocking.run, undefined)];
    for (let index = 0; index < 1000; index++)
      calls.push(gate(() => Promise.resolve(String(index)), signals[index % 2]));
    const settled = Promise.allSettled(calls);
    await turn();
    expect(listeners(signals)).toEqual([1, 1]);
    first.abort(new Error('enough'));
    blocking.end('blocking');
    expect(await settled).toEqual([
      { status: 'fulfilled', value: 'blocking' },
      ...Array.from({ length: 1000 }, (_, index) =>
        index % 2 === 0
          ? { status: 'rejected', reason: new Error('enough') }
          : { status: 'fulfilled', value: String(index) },
      ),
    ]);
    expect(listeners(signals)).toEqual([0, 0]);
  });

  it('lets go of the signal of a task that is through, also while there is always another that waits', async () => {
    const gate = createGate(1);
    const blocking = [task(), task(), task()];
    const signals = blocking.map(() => new AbortController().signal);
    const calls = blocking.map(({ run }, index) => gate(run, signals[index]));
    const listeners = (): number[] => signals.map((signal) => getEventListeners(signal, 'abort').length);
    expect(listeners()).toEqual([0, 1, 1]);
    blocking[0]?.end('');
    await turn();
    expect(listeners()).toEqual([0, 0, 1]);
    for (const { end } of blocking) end('');
    await Promise.all(calls);
    expect(listeners()).toEqual([0, 0, 0]);
  });

  it('lets go of the signal of a task that was aborted', async () => {
    const gate = createGate(1);
    const blocking = task();
    const controller = new AbortController();
    const calls = [
      gate(blocking.run, undefined),
      gate(() => Promise.resolve(''), controller.signal),
      gate(() => Promise.resolve(''), undefined),
    ];
    const settled = Promise.allSettled(calls);
    controller.abort();
    await turn();
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    blocking.end('');
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('takes the signals of the package abort-controller', async () => {
    // It has no throwIfAborted and no reason.
    const polyfill = (aborted: boolean): AbortSignal =>
      Object.defineProperty(new EventTarget(), 'aborted', { value: aborted }) as AbortSignal;
    const gate = createGate(1);
    await expect(gate(() => Promise.resolve('done'), polyfill(false))).resolves.toBe('done');
    await expect(gate(() => Promise.resolve(''), polyfill(true))).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('does not take in a task whose signal is aborted already', async () => {
    const gate = createGate(1);
    await expect(gate(() => Promise.resolve(''), AbortSignal.abort(new Error('before')))).rejects.toThrow(
      'before',
    );
  });

  // A Cloudflare Worker drops the tasks of a request that has ended: they neither end nor fail.
  it('gives the place of a task that never ends to the next after half a minute, once', async () => {
    vi.useFakeTimers();
    const gate = createGate(2);
    const started: string[] = [];
    const tasks = { never: task(), a: task(), b: task(), c: task() };
    const calls = (['never', 'a', 'b', 'c'] as const).map((name) =>
      gate(() => {
        started.push(name);
        return tasks[name].run();
      }, undefined),
    );
    await vi.advanceTimersByTimeAsync(29_999);
    tasks.a.end('');
    await vi.advanceTimersByTimeAsync(0);
    expect(started).toEqual(['never', 'a', 'b']);
    await vi.advanceTimersByTimeAsync(1);
    expect(started).toEqual(['never', 'a', 'b', 'c']);
    tasks.never.end('late'); // which makes no room a second time
    const last = gate(() => {
      started.push('last');
      return Promise.resolve();
    }, undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(started).toHaveLength(4);
    tasks.b.end('');
    await last;
    tasks.c.end('');
    await Promise.all(calls);
    expect(vi.getTimerCount()).toBe(0);
  });

  // Without something of its own to wait for, a Cloudflare Worker ends a request as one that hangs.
  it('has a timer for each task that waits, and none for the others', async () => {
    vi.useFakeTimers();
    const gate = createGate(1);
    const blocking = task();
    const controller = new AbortController();
    const first = gate(blocking.run, undefined);
    expect(vi.getTimerCount()).toBe(0);
    const second = gate(() => Promise.resolve(''), undefined);
    const aborted = gate(() => Promise.resolve(''), controller.signal);
    expect(vi.getTimerCount()).toBe(2);
    controller.abort();
    await expect(aborted).rejects.toThrow();
    expect(vi.getTimerCount()).toBe(1);
    blocking.end('');
    await Promise.all([first, second]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
