/**
 * Code that only certain calls need: loaded with the first of them, and only once.
 * https://tc39.es/ecma262/#sec-import-calls
 *
 * @module
 */
import { AISDKError } from '@ai-sdk/provider';

/** The value itself where it is there already. An abort ends the wait for it, not the loading, which others may wait for. */
export type OnDemand<Value> = (signal?: AbortSignal) => Value | Promise<Value>;

/**
 * The newest load. The next one starts when it has ended: a runner that links modules itself, such as Jest, fails if two loads at the same time
 * share a module. https://github.com/jestjs/jest/issues/11434
 */
let newest: Promise<unknown> = Promise.resolve();

/**
 * A load that fails rejects all who wait for it; the next call tries again.
 *
 * @param what for the message of such a failure
 * @throws AISDKError from the call, with the failure as its cause; the signal's reason, as from `fetch`.
 */
export function onDemand<Module>(what: string, load: () => Promise<Module>): OnDemand<Module> {
  let module: Module | undefined;
  let loading: Promise<Module> | undefined;
  const loaded = async (): Promise<Module> => {
    try {
      const own = newest.then(load, load);
      newest = own;
      module = await own;
      return module;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new AISDKError({
        name: 'AI_LoadModuleError',
        message: `The code of ${what} could not be loaded: ${reason}. The next call tries again.`,
        cause,
      });
    } finally {
      loading = undefined;
    }
  };
  return (signal) => module ?? unlessAborted((loading ??= loaded()), signal);
}

/** One value made of a module, when it is first asked for. */
export function madeOf<Module, Value>(
  module: OnDemand<Module>,
  make: (module: Module) => Value,
): OnDemand<Value> {
  let value: Value | undefined;
  return async (signal) => {
    const loaded = await module(signal);
    return (value ??= make(loaded));
  };
}

function unlessAborted<Value>(value: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return value;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      // The signals of the package abort-controller have no reason.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is the caller's own, and fetch rejects with it in the same way
      reject(signal.reason ?? new DOMException('Aborted', 'AbortError'));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    void value.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
