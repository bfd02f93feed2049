import { AISDKError } from '@ai-sdk/provider';
import { expect, test, vi } from 'vitest';
import { madeOf, onDemand } from '../src/on-demand.ts';

/** A load that ends when the test says so. */
function deferred() {
  const settle: { resolve?: (module: string) => void; reject?: (reason: Error) => void } = {};
  const promise = new Promise<string>((resolve, reject) => void Object.assign(settle, { resolve, reject }));
  return { ...settle, promise };
}

test('callers at the same time share one loading, later ones get the module itself', async () => {
  const load = vi.fn(() => Promise.resolve({ name: 'module' }));
  const module = onDemand('the test', load);
  const [one, other] = await Promise.all([module(), module()]);
  expect(one).toBe(other);
  expect(module()).toBe(one);
  expect(module(AbortSignal.abort())).toBe(one);
  expect(load).toHaveBeenCalledTimes(1);
});

test('nothing is loaded before it is asked for', () => {
  const load = vi.fn(() => Promise.resolve({}));
  madeOf(onDemand('the test', load), () => 1);
  expect(load).not.toHaveBeenCalled();
});

test('a load that fails is told with its cause to all who wait, and tried again for the next', async () => {
  const failure = new Error('no network');
  const load = vi.fn(() => Promise.resolve('module')).mockRejectedValueOnce(failure);
  const module = onDemand('the image model', load);
  const outcomes = await Promise.allSettled([module(), module(new AbortController().signal)]);
  for (const outcome of outcomes) {
    const reason: unknown = outcome.status === 'rejected' ? outcome.reason : undefined;
    expect(AISDKError.isInstance(reason)).toBe(true);
    expect(reason).toMatchObject({
      name: 'AI_LoadModuleError',
      message: 'The code of the image model could not be loaded: no network. The next call tries again.',
      cause: failure,
    });
  }
  expect(await module()).toBe('module');
  expect(load).toHaveBeenCalledTimes(2);
});

test('an abort of the package abort-controller, whose signals have no reason, is an AbortError', async () => {
  const signal = Object.assign(new EventTarget(), { aborted: true }) as AbortSignal; // All that is read of one.
  const aborted = onDemand('the test', () => Promise.resolve('module'))(signal);
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
});

test('an abort ends the wait of its own call alone, with the reason of the signal', async () => {
  const loading = deferred();
  const module = onDemand('the test', () => loading.promise);
  const controller = new AbortController();
  const [aborted, patient] = [module(controller.signal), module()];
  const reason = new Error('the user left');
  controller.abort(reason);
  await expect(aborted).rejects.toBe(reason);
  await expect(module(controller.signal)).rejects.toBe(reason);
  loading.resolve?.('module');
  expect(await patient).toBe('module');
});

test('a load that fails after everybody has left is no unhandled rejection', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const loading = deferred();
  const controller = new AbortController();
  const aborted = onDemand('the test', () => loading.promise)(controller.signal);
  controller.abort();
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  loading.reject?.(new Error('no network'));
  // Node tells of unhandled rejections once the microtasks of a turn are done.
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test('what is made of a module is made once, by calls at the same time too', async () => {
  const make = vi.fn(() => ({}));
  const value = madeOf(
    onDemand('the test', () => Promise.resolve(1)),
    make,
  );
  const [one, other] = await Promise.all([value(), value()]);
  expect(one).toBe(other);
  expect(await value()).toBe(one);
  expect(make).toHaveBeenCalledTimes(1);
});

test('loads of different code run one at a time, also behind one that fails', async () => {
  const running: string[] = [];
  const load = (name: string) => async () => {
    running.push(`start ${name}`);
    await Promise.resolve();
    running.push(`end ${name}`);
    if (name === 'images') throw new Error('no network');
    return name;
  };
  const kinds = ['language', 'images', 'reranking'].map(async (name) => onDemand(name, load(name))());
  expect((await Promise.allSettled(kinds)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(running).toEqual(
    ['language', 'images', 'reranking'].flatMap((name) => [`start ${name}`, `end ${name}`]),
  );
});
