// What a call begins with on any transport: settings that are checked, limits that are watched, where it goes and with which headers.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/welcome.html
import type { Authorization, UnauthorizedRequest } from './authorization/authorize.ts';
import type { Call, CallOptions, ClientSettings, TimeoutSettings } from './client.ts';
import { BedrockError } from './errors.ts';
import { baseUrlOf } from './endpoint.ts';
import { processEnvironment } from './environment.ts';
import { checkedHeaders, mergedHeaders } from './headers.ts';
import { toBedrockError } from './network-error.ts';
import { checkOptions, countOf, wrongOption } from './option-values.ts';
import { regionOf } from './region.ts';
import type { ResponseHead } from './response.ts';
import { type Watchdog, watchdogOf } from './watchdog.ts';

/** A request that is not yet sent, nor authorized: what a transport other than fetch begins with. */
export interface Prepared {
  readonly watchdog: Watchdog;
  /** In milliseconds; Infinity where there is no limit. */
  readonly timeouts: Readonly<Record<keyof TimeoutSettings, number>>;
  /**
   * The error to throw for a failure of any kind. `head` is given once the answer has begun: an error that is not ours is then one of the
   * connection, before that one of the request.
   */
  readonly failure: (error: unknown, head?: ResponseHead) => Promise<Error>;
  /** The same at once, without a hint: for what is thrown where nobody waits. */
  readonly refusal: (error: unknown, head?: ResponseHead) => Error;
  readonly request: UnauthorizedRequest;
  /** Asks for credentials and signs. */
  readonly authorize: () => Promise<Authorization>;
  /** Runs the next step of the call, which ends if it fails or is interrupted; a result that comes too late goes to `discard`. */
  readonly attempt: <T>(step: () => Promise<T>, discard?: (late: T) => void) => Promise<T>;
}

export async function prepare(
  settings: ClientSettings,
  build: () => Call,
  options: CallOptions | undefined,
): Promise<Prepared> {
  const { environment: variables } = settings;
  const { signal } = options ?? {};
  // Not `instanceof`: a signal of another realm is as good.
  const isSignal = typeof signal?.addEventListener === 'function';
  const watchdog = watchdogOf(isSignal ? signal : undefined);
  const { failure, refusal } = failuresOf(settings, watchdog);
  const attempt: Prepared['attempt'] = async (step, discard) => {
    try {
      return await watchdog.race(step(), discard);
    } catch (error) {
      watchdog.close();
      throw await failure(error);
    }
  };
  const limit = (name: keyof TimeoutSettings): number => {
    const milliseconds = options?.[name] ?? settings[name] ?? false;
    return milliseconds === false ? Infinity : countOf(name, milliseconds);
  };
  const begin = () => {
    checkOptions(settings);
    if (signal && !isSignal) throw wrongOption('signal', 'AbortSignal', typeof signal);
    const timeouts = {
      firstEventTimeoutMs: limit('firstEventTimeoutMs'),
      idleTimeoutMs: limit('idleTimeoutMs'),
    };
    const call = build();
    if (call.stream) watchdog.arm(timeouts.firstEventTimeoutMs, 'FirstEventTimeout');
    const environment = (typeof variables === 'function' ? variables() : variables) ?? processEnvironment();
    const region = regionOf(settings, call.arn, environment);
    const url = baseUrlOf(settings, call.service ?? 'bedrock-runtime', region, environment) + call.target;
    // Before anything is waited for: the caller may write into the same object for the next call.
    const own = checkedHeaders(options?.headers);
    return { timeouts, own, request: { method: 'POST', body: undefined, ...call, url, region, environment } };
  };
  const known = await attempt(async () => {
    const { timeouts, own, request } = fromCallersLine(begin);
    const headers = await mergedHeaders(settings, request.headers, own);
    return { timeouts, request: { ...request, headers } };
  });
  const authorize = (): Promise<Authorization> => attempt(async () => settings.authorize(known.request));
  return { watchdog, failure, refusal, attempt, authorize, ...known };
}

/**
 * Runs a step so that the stack of its refusal shows the line that made the call. V8 keeps ten frames, and a refusal is made deeper than that:
 * its stack is begun again where the call begins.
 */
function fromCallersLine<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (BedrockError.isInstance(error)) beginStack(error, prepare);
    throw error;
  }
}

/**
 * Gives the error a new stack: the callers of `above`, without `above` itself and what it called. Does nothing where the runtime cannot do so.
 * https://v8.dev/docs/stack-trace-api
 */
function beginStack(error: BedrockError, above: unknown): void {
  const { captureStackTrace } = Error as ErrorConstructor & {
    captureStackTrace?: (error: Error, above: unknown) => void;
  };
  captureStackTrace?.(error, above);
}

/** Makes the error that the caller gets, at the one place that every error passes: what reads errors need not know of hints and wrapping. */
function failuresOf(
  { hintFor, wrapError }: ClientSettings,
  watchdog: Watchdog,
): Pick<Prepared, 'failure' | 'refusal'> {
  const reasonOf = (error: unknown, head: ResponseHead | undefined): BedrockError => {
    const { interruption } = watchdog;
    // An interruption is the cause of every error that follows it.
    const reason = toBedrockError(interruption ?? error, head?.url);
    // It was made in a timer, in a listener or deep in a decoder, so its own stack does not lead to the caller.
    if (interruption || head) beginStack(reason, reasonOf);
    return Object.assign(reason, {
      url: reason.url ?? head?.url,
      requestId: reason.requestId ?? head?.requestId,
      responseHeaders: reason.responseHeaders ?? head?.headers,
    });
  };
  const wrapped = (reason: BedrockError): Error =>
    // One that only writes to a log returns nothing.
    (typeof wrapError === 'function' && wrapError(reason)) || reason;
  /** If the hint cannot be had, the error goes without it: the error is what matters. */
  const hintOf = async ({ hint, code, message }: BedrockError): Promise<string | undefined> => {
    try {
      return hint ?? (await hintFor?.(code, message));
    } catch {
      return undefined;
    }
  };
  return {
    async failure(error, head) {
      const reason = reasonOf(error, head);
      return wrapped(Object.assign(reason, { hint: await hintOf(reason) }));
    },
    refusal: (error, head) => wrapped(reasonOf(error, head)),
  };
}
