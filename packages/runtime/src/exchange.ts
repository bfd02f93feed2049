// One request and its answer: authorize, fetch, tell success from failure, try again where that was asked for.
// https://fetch.spec.whatwg.org/#fetch-method
import type { Authorization, UnauthorizedRequest } from './authorization/authorize.ts';
import type { Call, CallOptions, ClientSettings, TimeoutSettings } from './client.ts';
import { baseUrlOf } from './endpoint.ts';
import { processEnvironment } from './environment.ts';
import { coralEnvelope, errorOfResponse, jsonObject, type Members } from './error-response.ts';
import { mergedHeaders } from './headers.ts';
import { toBedrockError } from './network-error.ts';
import { checkOptions, countOf, wrongOption } from './option-values.ts';
import { pause, steadyMs } from './pause.ts';
import { regionOf } from './region.ts';
import { bodyOf, errorText, headOf, type ResponseHead } from './response.ts';
import { type Watchdog, watchdogOf } from './watchdog.ts';

/** A successful answer whose body is still to be read, and what reading it needs. */
export interface Exchange {
  readonly head: ResponseHead;
  readonly response: Response;
  /** Its body as a stream: see `bodyOf`. */
  readonly body: ReturnType<typeof bodyOf>;
  readonly watchdog: Watchdog;
  /** In milliseconds; Infinity where there is no limit. */
  readonly timeouts: Readonly<Record<keyof TimeoutSettings, number>>;
  /** How long the headers took, which counts as time without an event. */
  readonly waitedMs: number;
  /** Takes the secrets of this request out of a text. */
  readonly redact: (text: string) => string;
  /** The error to throw for a failure of any kind. With `head`, once the answer has begun, an error that is not ours is the connection's. */
  readonly failure: (error: unknown, head?: ResponseHead) => Error;
  /** What `take` makes of the body. The call ends with it, or with its interruption. */
  readonly read: <Body, T>(content: Promise<Body>, take: (content: Body) => T) => Promise<T>;
  /**
   * Throws the error that stands in the body of this answer in spite of its status, where one does. A member, so that
   * an operation that is bundled without the core does not bring the catalogue of errors along.
   */
  readonly throwIfRefused: (text: string, members?: Members, isAnswer?: boolean) => void;
}

export async function exchange(
  settings: ClientSettings,
  build: () => Call,
  options?: CallOptions,
): Promise<Exchange> {
  const started = steadyMs();
  const { request, attempt, watchdog, timeouts, failure } = await prepare(settings, build, options);
  const answer = await attempt(
    () => answered(settings, request, watchdog.signal),
    (late) => void late.body?.cancel().catch(() => undefined),
  );
  watchdog.disarm();
  const { head, redact } = answer; // an error may still come, in the body
  return {
    ...answer,
    watchdog,
    timeouts,
    waitedMs: steadyMs() - started,
    failure: (error) => failure(error, head),
    async read(content, take) {
      try {
        return take(await watchdog.race(content));
      } catch (error) {
        throw failure(error, head);
      } finally {
        watchdog.close();
      }
    },
    throwIfRefused(text, members = jsonObject(text), isAnswer = true) {
      if (!isAnswer || coralEnvelope(members)) throw errorOfResponse(head, redact(text));
    },
  };
}

/** A request that is not yet sent, nor authorized: what a transport other than fetch begins with. */
export interface Prepared extends Pick<Exchange, 'watchdog' | 'timeouts' | 'failure'> {
  readonly request: UnauthorizedRequest;
  /** Asks for credentials and signs. */
  readonly authorize: () => Promise<Authorization>;
  /** Runs the next step of the call, which ends if it fails or is interrupted; a result that comes too late goes to `discard`. */
  readonly attempt: <T>(step: () => Promise<T>, discard?: (late: T) => void) => Promise<T>;
}

export async function prepare(
  settings: ClientSettings,
  build: () => Call,
  options: CallOptions = {},
): Promise<Prepared> {
  const { hintFor, wrapError, environment: given } = settings;
  const { signal } = options;
  // Not `instanceof`: a signal of another realm is as good.
  const isSignal = typeof signal?.addEventListener === 'function';
  const watchdog = watchdogOf(isSignal ? signal : undefined);
  const failure: Prepared['failure'] = (error, head) => {
    // An interruption is the cause of every error that follows it.
    const reason = toBedrockError(watchdog.interruption ?? error, head?.url);
    // Added here, at the one place that every error passes, so that what reads errors need not know of them.
    Object.assign(reason, {
      hint: reason.hint ?? (typeof hintFor === 'function' ? hintFor(reason.code, reason.message) : undefined),
      url: reason.url ?? head?.url,
      requestId: reason.requestId ?? head?.requestId,
      responseHeaders: reason.responseHeaders ?? head?.headers,
    });
    return typeof wrapError === 'function' ? wrapError(reason) : reason;
  };
  const attempt: Prepared['attempt'] = async (step, discard) => {
    try {
      return await watchdog.race(step(), discard);
    } catch (error) {
      watchdog.close();
      throw failure(error);
    }
  };
  const limit = (name: keyof TimeoutSettings): number =>
    countOf(name, options[name] ?? settings[name] ?? Infinity);
  const known = await attempt(async () => {
    checkOptions(settings);
    if (signal && !isSignal) throw wrongOption('signal', 'AbortSignal', typeof signal);
    const timeouts = {
      firstEventTimeoutMs: limit('firstEventTimeoutMs'),
      idleTimeoutMs: limit('idleTimeoutMs'),
    };
    const call = build();
    if (call.stream) watchdog.arm(timeouts.firstEventTimeoutMs, 'FirstEventTimeout');
    const environment = (typeof given === 'function' ? given() : given) ?? processEnvironment();
    const region = regionOf(settings, call.arn, environment);
    const url = baseUrlOf(settings, call.service, region, environment) + call.target;
    const headers = await mergedHeaders(settings, call.headers, options.headers);
    return { timeouts, request: { body: undefined, ...call, url, headers, region, environment } };
  });
  const authorize = (): Promise<Authorization> => attempt(async () => settings.authorize(known.request));
  return { watchdog, failure, attempt, authorize, ...known };
}

/** Sends the request until it is answered with success. */
async function answered(
  settings: ClientSettings,
  request: UnauthorizedRequest,
  signal: AbortSignal,
): Promise<Pick<Exchange, 'head' | 'response' | 'body' | 'redact'>> {
  const { url, method, body } = request;
  const recovered: string[] = [];
  let passed: AbortSignal | null = signal;
  for (let attempt = 1; ; ) {
    signal.throwIfAborted();
    const authorization = await settings.authorize(request);
    signal.throwIfAborted();
    try {
      const response = await (settings.fetch ?? fetch)(url, {
        method,
        headers: authorization.headers,
        // The bytes are our own, never in shared memory, which is all that BodyInit's narrower type excludes.
        body: (body ?? null) as Uint8Array<ArrayBuffer> | null,
        signal: passed,
        // A redirect would carry the session token to another host.
        redirect: 'manual',
      });
      checkResponse(response);
      const redact = redactorOf(authorization);
      const head = headOf(response, url, redact);
      if (response.ok) return { head, response, body: bodyOf(response), redact };
      throw errorOfResponse(head, redact(await errorText(response)));
    } catch (cause) {
      signal.throwIfAborted();
      const error = toBedrockError(cause, url);
      // Node's fetch refuses a signal of jsdom, and sends nothing: https://github.com/vitest-dev/vitest/issues/8374. Without a signal an
      // abort still ends the call, and the connection of a stream; a connection that waits for its answer stays open until that comes.
      if (passed && error.code === 'NetworkError' && error.message.includes('AbortSignal')) {
        passed = null;
        continue;
      }
      const learnt = authorization.recover?.(error);
      if (learnt && !recovered.includes(learnt)) {
        recovered.push(learnt);
        continue;
      }
      const delay = settings.retry?.(error, attempt++) ?? NaN;
      // Anything but a number, as a policy without types may return, would mean to retry for ever without a wait.
      if (!Number.isFinite(delay)) throw error;
      await pause(delay, signal);
    }
  }
}

/** A `fetch` of the caller may give anything: mocks look like a Response, and one that logs an answer has read it. */
function checkResponse(response: Response): void {
  const { ok, headers, bodyUsed, body } = Object(response) as Partial<Response>;
  if (!(Symbol.iterator in (Object(headers) as object)))
    throw wrongOption('fetch', 'an unread Response', typeof response);
  if (ok && (bodyUsed || body?.locked))
    throw wrongOption('fetch', 'an unread Response', 'one that was read: read a clone()');
}

/** A shorter key, such as that of an emulator, is no secret and may occur in any word. */
const minSecretLength = 8;

/** Takes the secrets of a request out of what a server says. */
export function redactorOf({ secrets }: Authorization): (text: string) => string {
  return (text) =>
    secrets.reduce(
      (rest, secret) => (secret.length < minSecretLength ? rest : rest.replaceAll(secret, '***')),
      text,
    );
}
