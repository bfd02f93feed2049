// Ends a call whose caller has given up or whose server has gone silent.
// https://dom.spec.whatwg.org/#interface-abortcontroller
import { BedrockError } from './errors.ts';
import { wrongOption } from './option-values.ts';

/** Longer timers go off at once: https://html.spec.whatwg.org/#timers. Nobody waits for 24 days. */
const maxTimerMs = 2 ** 31 - 1;

type Silence = 'FirstEventTimeout' | 'IdleTimeout';

/**
 * Watches one call. At the first of an abort and a silence it aborts the request, and from then on `interruption` says
 * why. It is of use only until `close`, which leaves no timer and no listener behind.
 */
export class Watchdog {
  #interruption: BedrockError | undefined;
  /** Called once, when the call is interrupted: whoever waits for something that no signal reaches lets go of it here. */
  onInterruption: ((reason: BedrockError) => void) | undefined;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(caller: AbortSignal | undefined) {
    this.#caller = caller;
    // Not `instanceof`: a signal of another realm is as good.
    if (caller && typeof caller.addEventListener !== 'function')
      throw wrongOption('signal', 'AbortSignal', typeof caller);
    if (caller?.aborted) this.#onAbort();
    else caller?.addEventListener('abort', this.#onAbort);
  }

  /** What the transport is given. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** `limit` milliseconds without `disarm`, less those that were `waited` already, are a silence. Replaces a running limit. */
  arm(limit: number, silence: Silence, waited = 0): void {
    this.disarm();
    if (limit > maxTimerMs || this.#interruption) return;
    this.#timer = setTimeout(
      () => {
        this.#interrupt(silent(silence, limit));
      },
      Math.max(0, limit - waited),
    );
  }

  disarm(): void {
    clearTimeout(this.#timer);
  }

  get interruption(): BedrockError | undefined {
    return this.#interruption;
  }

  throwIfInterrupted(): void {
    if (this.#interruption) throw this.#interruption;
  }

  /** The result of `work`, or the interruption if that comes first; a result that comes later goes to `discard`. */
  race<T>(work: Promise<T>, discard?: (late: T) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#interruption) reject(this.#interruption);
      this.onInterruption = reject;
      work.then((result) => {
        if (this.#interruption) discard?.(result);
        resolve(result);
      }, reject);
    });
  }

  close(): void {
    this.disarm();
    this.onInterruption = undefined;
    this.#caller?.removeEventListener('abort', this.#onAbort);
  }

  /** Ends the request for a reason that is no error. */
  release(): void {
    this.close();
    this.#controller.abort();
  }

  readonly #onAbort = (): void => {
    this.#interrupt(aborted(this.#caller?.reason));
  };

  #interrupt(reason: BedrockError): void {
    if (this.#interruption) return;
    this.#interruption = reason;
    const waiting = this.onInterruption;
    this.close();
    this.#controller.abort(reason);
    waiting?.(reason);
  }
}

function aborted(cause: unknown): BedrockError {
  return new BedrockError({ code: 'Aborted', message: 'The call was aborted.', cause });
}

function silent(code: Silence, milliseconds: number): BedrockError {
  const what = code === 'IdleTimeout' ? 'The stream brought nothing' : 'No event of the stream came';
  return new BedrockError({
    code,
    message: `${what} for ${milliseconds} ms, so the request was ended.`,
    isRetryable: true,
    hint:
      code === 'IdleTimeout'
        ? 'A model may think for minutes between two events: raise idleTimeoutMs if this one does.'
        : 'A long prompt delays the first event: raise firstEventTimeoutMs if the model is only slow.',
  });
}
