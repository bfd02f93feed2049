// One request and its answer: authorize, fetch, tell success from failure, try again where that was asked for.
// https://fetch.spec.whatwg.org/#fetch-method
import type { Authorization, UnauthorizedRequest } from './authorization/authorize.ts';
import type { Call, CallOptions, ClientSettings, TimeoutSettings } from './client.ts';
import { baseUrlOf } from './endpoint.ts';
import { processEnvironment } from './environment.ts';
import { coralEnvelope, errorOfResponse, jsonObject, type Members } from './error-response.ts';
import { BedrockError } from './errors.ts';
import { mergedHeaders } from './headers.ts';
import { networkError, toBedrockError } from './network-error.ts';
import { checkOptions, wrongOption } from './option-values.ts';
import { pause } from './pause.ts';
import { regionOf } from './region.ts';
import { errorText, headOf, type ResponseHead } from './response.ts';
import { Watchdog } from './watchdog.ts';

/** A successful answer whose body is still to be read, and what reading it needs. */
export interface Exchange {
  readonly head: ResponseHead;
  readonly response: Response;
  readonly watchdog: Watchdog;
  /** In milliseconds; Infinity where there is no limit. */
  readonly timeouts: Readonly<Record<keyof TimeoutSettings, number>>;
  /** How long the headers took, which counts as time without an event. */
  readonly waitedMs: number;
  /** Takes the secrets of this request out of a text. */
  readonly redact: (text: string) => string;
  /** The error to throw for a failure of whatever kind, with what is known of the answer to `head`. */
  readonly failure: (error: unknown, head?: ResponseHead) => Error;
  /** Waits for the body, unless the call is interrupted. */
  readonly read: <Body>(body: Promise<Body>) => Promise<Body>;
  /**
   * The error that stands in the body of this answer in spite of its status; undefined where none does. A member, so
   * that an operation, which a bundle may hold without the core, does not bring the catalogue of errors along.
   */
  readonly refusal: (text: string, body?: Members) => BedrockError | undefined;
}

export async function exchange(
  settings: ClientSettings,
  build: () => Call,
  options: CallOptions,
): Promise<Exchange> {
  const started = Date.now();
  const { request, attempt, ...begun } = await prepare(settings, build, options);
  const { watchdog, failure } = begun;
  const { url } = request;
  const { authorization, response } = await attempt(
    () => answered(settings, request, watchdog),
    (late) => void late.response.body?.cancel().catch(() => undefined),
  );
  watchdog.disarm();
  const head = headOf(response, url);
  const redact = (text: string): string => redacted(text, authorization);
  const lost = (cause: unknown): never => {
    throw networkError(url, cause);
  };
  return {
    ...begun,
    head,
    response,
    waitedMs: Date.now() - started,
    redact,
    failure: (error) => failure(error, head),
    read: (body) => watchdog.race(body.catch(lost)),
    refusal: (text, body = jsonObject(text)) => coralEnvelope(body) && errorOfResponse(head, redact(text)),
  };
}

/** A request that is not yet sent, nor authorized: what a transport other than fetch begins with. */
export interface Prepared extends Begun {
  readonly request: UnauthorizedRequest;
  /** Asks for credentials and signs. */
  readonly authorize: () => Promise<Authorization>;
  /** Runs the next step of the call, which ends if it fails or is interrupted; a result that comes too late goes to `discard`. */
  readonly attempt: <T>(step: () => Promise<T>, discard?: (late: T) => void) => Promise<T>;
}

export async function prepare(
  settings: ClientSettings,
  build: () => Call,
  options: CallOptions,
): Promise<Prepared> {
  const begun = begin(settings, options);
  const { watchdog, timeouts, failure } = begun;
  const attempt: Prepared['attempt'] = async (step, discard) => {
    try {
      return await watchdog.race(step(), discard);
    } catch (error) {
      watchdog.close();
      throw failure(error);
    }
  };
  const request = await attempt(async () => {
    const { service, method, target, headers, body, arn, stream } = build();
    if (stream) watchdog.arm(timeouts.firstEventTimeoutMs, 'FirstEventTimeout');
    const { environment: given } = settings;
    const environment = (typeof given === 'function' ? given() : given) ?? processEnvironment();
    const region = regionOf(settings, arn, environment);
    return {
      method,
      url: baseUrlOf(settings, service, region, environment) + target,
      target,
      headers: await mergedHeaders(settings, headers, options.headers),
      body,
      region,
      environment,
    };
  });
  return { ...begun, request, attempt, authorize: () => attempt(async () => settings.authorize(request)) };
}

type Begun = Pick<Exchange, 'watchdog' | 'timeouts' | 'failure'>;

function begin(settings: ClientSettings, options: CallOptions): Begun {
  const { hintFor, wrapError } = settings;
  const failure = (error: unknown, head?: ResponseHead): Error => {
    const reason = toBedrockError(error);
    // Added here, at the one place that every error passes, so that what reads errors need not know of them.
    Object.assign(reason, {
      hint: reason.hint ?? (typeof hintFor === 'function' ? hintFor(reason.code, reason.message) : undefined),
      url: reason.url ?? head?.url,
      requestId: reason.requestId ?? head?.requestId,
      responseHeaders: reason.responseHeaders ?? head?.headers,
    });
    return typeof wrapError === 'function' ? wrapError(reason) : reason;
  };
  const limit = (name: keyof TimeoutSettings): number => {
    const value = options[name] ?? settings[name] ?? Infinity;
    // Written so that NaN is refused too.
    if (typeof value === 'number' && value >= 0) return value;
    throw wrongOption(name, 'milliseconds from 0 on', value);
  };
  try {
    checkOptions(settings);
    const watchdog = new Watchdog(options.signal);
    return {
      watchdog,
      timeouts: {
        firstEventTimeoutMs: limit('firstEventTimeoutMs'),
        idleTimeoutMs: limit('idleTimeoutMs'),
      },
      // An interruption is the reason of all that follows from it.
      failure: (error, head) => failure(watchdog.interruption ?? error, head),
    };
  } catch (error) {
    throw failure(error);
  }
}

/** Sends the request until it is answered with success. */
async function answered(
  settings: ClientSettings,
  request: UnauthorizedRequest,
  watchdog: Watchdog,
): Promise<{ authorization: Authorization; response: Response }> {
  const recovered = new Set<string>();
  for (let attempt = 1; ; ) {
    watchdog.throwIfInterrupted();
    const authorization = await settings.authorize(request);
    watchdog.throwIfInterrupted();
    const response = await sent(settings, request, authorization, watchdog.signal);
    if (!(response instanceof BedrockError)) return { authorization, response };
    watchdog.throwIfInterrupted();
    const learnt = authorization.recover?.(response);
    if (learnt !== undefined && !recovered.has(learnt)) {
      recovered.add(learnt);
      continue;
    }
    const delay = settings.retry?.(response, attempt++);
    if (delay === undefined) throw response;
    await pause(delay, watchdog.signal);
  }
}

/** The successful response, or the error that came in its place. */
async function sent(
  settings: ClientSettings,
  { method, url, body }: UnauthorizedRequest,
  authorization: Authorization,
  signal: AbortSignal,
): Promise<Response | BedrockError> {
  const send = settings.fetch ?? globalThis.fetch;
  try {
    const response = await send(url, {
      method,
      headers: authorization.headers,
      // The bytes are our own, never in shared memory, which is all that BodyInit's narrower type excludes.
      body: (body ?? null) as Uint8Array<ArrayBuffer> | null,
      signal,
      // A redirect would carry the session token to another host.
      redirect: 'manual',
    });
    if (response.ok) return response;
    return errorOfResponse(headOf(response, url), redacted(await errorText(response), authorization));
  } catch (cause) {
    return networkError(url, cause);
  }
}

/** A shorter key, such as that of an emulator, is no secret, and may be part of any word. */
const minSecretLength = 8;

/** Takes the secrets of a request out of what a server says. */
export function redacted(text: string, { secrets }: Authorization): string {
  return secrets.reduce(
    (rest, secret) => (secret.length < minSecretLength ? rest : rest.replaceAll(secret, '***')),
    text,
  );
}
