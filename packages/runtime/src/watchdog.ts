// Ends a call whose caller has given up or whose server has gone silent.
// https://dom.spec.whatwg.org/#interface-abortcontroller
import { BedrockError } from './errors.ts';
import { frozenMs, maxTimerMs, steadyMs } from './pause.ts';

type Silence = 'FirstEventTimeout' | 'IdleTimeout';

/**
 * Watches one call. It aborts the request at an abort of the caller or at a silence, whichever comes first, and from then on
 * `interruption` says why. `close` ends its work, and leaves no timer and no listener behind.
 */
export interface Watchdog {
  /** What the transport is given. Its reason is the interruption, or nothing in particular after a `release`. */
  readonly signal: AbortSignal;
  /**
   * Called once, when the call is interrupted. Set by whoever waits for something that does not look at the signal. It is not a listener of
   * the signal, because that costs 3 µs, three times a call.
   */
  onInterruption: ((reason: BedrockError) => void) | undefined;
  readonly interruption: BedrockError | undefined;
  /** In place of the signal's own, which the package abort-controller lacks: React Native has its classes as globals. */
  throwIfAborted(): void;
  /**
   * Interrupts the call with `silence` after `limit` milliseconds, less those `waited` already, unless `disarm` comes first. Replaces a running
   * limit. A process that was frozen meanwhile waits for `limit` once more.
   */
  arm(limit: number, silence: Silence, waited?: number): void;
  disarm(): void;
  /** The result of `work`, or the interruption if that comes first; a result that comes later goes to `discard`. */
  race<T>(work: Promise<T>, discard?: (late: T) => void): Promise<T>;
  close(): void;
  /** Ends the request for a reason that is no error. */
  release(): void;
}

export function watchdogOf(caller: AbortSignal | undefined): Watchdog {
  const controller = new AbortController();
  const { signal } = controller;
  let interruption: BedrockError | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const disarm = (): void => {
    clearTimeout(timer);
  };
  const close = (): void => {
    disarm();
    caller?.removeEventListener('abort', onAbort);
  };
  const interrupt = (reason: BedrockError): void => {
    if (interruption) return;
    interruption = reason;
    close();
    controller.abort(reason);
    watchdog.onInterruption?.(reason);
  };
  const onAbort = (): void => {
    const cause: unknown = caller?.reason;
    // In the words that fetch would give: they tell, for example, which of the AI SDK's timeouts it was.
    const message = (Object(cause) as Partial<Error>).message || 'The call was aborted.';
    interrupt(new BedrockError({ code: 'Aborted', message, cause }));
  };

  const watchdog: Watchdog = {
    signal,
    onInterruption: undefined,
    get interruption() {
      return interruption;
    },
    throwIfAborted() {
      if (signal.aborted) throw interruption ?? signal.reason;
    },
    arm(limit, silence, waited = 0) {
      disarm();
      if (limit > maxTimerMs || interruption) return;
      const end = (): void => {
        interrupt(silent(silence, limit));
      };
      const wait = Math.max(0, limit - waited);
      const due = steadyMs() + wait;
      timer = setTimeout(() => {
        const lateMs = steadyMs() - due;
        // Where this process was busy or frozen, its timers go off before it reads what has arrived: a second one comes after that.
        if (lateMs < 1) end();
        else timer = setTimeout(end, lateMs > frozenMs ? limit : 0);
      }, wait);
    },
    disarm,
    race: (work, discard) =>
      new Promise((resolve, reject) => {
        if (interruption) reject(interruption);
        watchdog.onInterruption = reject;
        const kept = discard
          ? work.then((result) => {
              if (interruption) discard(result);
              return result;
            })
          : work;
        // The promise's own functions: V8 follows these back to the caller. Behind a function of ours, the stack of an error would lack the
        // caller's line. https://v8.dev/docs/stack-trace-api#async-stack-traces
        kept.then(resolve, reject);
      }),
    close,
    release() {
      close();
      controller.abort();
    },
  };
  caller?.addEventListener('abort', onAbort);
  if (caller?.aborted) onAbort();
  return watchdog;
}

function silent(code: Silence, milliseconds: number): BedrockError {
  const [what, option] =
    code === 'IdleTimeout' ? ['byte', 'idleTimeoutMs'] : ['event', 'firstEventTimeoutMs'];
  return new BedrockError({
    code,
    message: `No ${what} of the stream came for ${milliseconds} ms, so the request was ended.`,
    isRetryable: true,
    hint: `Raise ${option} for a model that thinks for minutes, and let no proxy buffer the stream.`,
  });
}
