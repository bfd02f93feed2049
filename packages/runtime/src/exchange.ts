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
import { pause } from './pause.ts';
import { regionOf } from './region.ts';
import { errorText, headOf, type ResponseHead } from './response.ts';
import { Watchdog } from './watchdog.ts';

/** A successful answer whose body is still to be read, and what reading it needs. */
export interface Exchange {
  readonly head: ResponseHead;
  readonly response: Response;
  readonly watchdog: Watchdog;
  readonly timeouts: TimeoutSettings;
  /** How long the headers took, which counts as time without an event. */
  readonly waitedMs: number;
  /** Takes the secrets of this request out of a text. */
  readonly redact: (text: string) => string;
  /** The error to throw for a failure of whatever kind. */
  readonly failure: (error: unknown) => Error;
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
  const attempt = begin(settings, options);
  const { watchdog, timeouts } = attempt;
  const started = Date.now();
  try {
    const call = build();
    if (call.stream) watchdog.arm(timeouts.firstEventTimeoutMs, 'FirstEventTimeout');
    const { authorization, response, url } = await watchdog.race(
      attempts(settings, call, options, watchdog),
      ({ response }) => void response.body?.cancel().catch(() => undefined),
    );
    watchdog.disarm();
    const head = headOf(response, url);
    const redact = (text: string): string => redacted(text, authorization);
    const lost = (cause: unknown): never => {
      throw networkError(url, cause);
    };
    return {
      ...attempt,
      head,
      response,
      waitedMs: Date.now() - started,
      redact,
      read: (body) => watchdog.race(body.catch(lost)),
      refusal: (text, body = jsonObject(text)) => coralEnvelope(body) && errorOfResponse(head, redact(text)),
    };
  } catch (error) {
    watchdog.close();
    throw attempt.failure(error);
  }
}

/** A request that is not yet sent, nor authorized: what a transport other than fetch begins with. */
export interface Prepared extends Begun {
  readonly request: UnauthorizedRequest;
  /** Asks for credentials and signs. */
  readonly authorize: () => Promise<Authorization>;
}

export async function prepare(
  settings: ClientSettings,
  build: () => Call,
  options: CallOptions,
): Promise<Prepared> {
  const begun = begin(settings, options);
  const { watchdog, failure } = begun;
  const attempt = async <T>(step: () => T | Promise<T>): Promise<T> => {
    try {
      return await watchdog.race(Promise.resolve(step()));
    } catch (error) {
      watchdog.close();
      throw failure(error);
    }
  };
  const request = await attempt(() => prepared(settings, build(), options));
  return { ...begun, request, authorize: () => attempt(() => settings.authorize(request)) };
}

type Begun = Pick<Exchange, 'watchdog' | 'timeouts' | 'failure'>;

function begin(settings: ClientSettings, options: CallOptions): Begun {
  const watchdog = new Watchdog(options.signal);
  return {
    watchdog,
    timeouts: {
      firstEventTimeoutMs: options.firstEventTimeoutMs ?? settings.firstEventTimeoutMs,
      idleTimeoutMs: options.idleTimeoutMs ?? settings.idleTimeoutMs,
    },
    failure(error) {
      // An interruption is the reason of all that follows from it.
      const reason = watchdog.interruption ?? toBedrockError(error);
      const hint = reason.hint ?? settings.hintFor?.(reason.code, reason.message);
      // Added here, at the one place that every error passes, so that what reads errors need not know of hints.
      if (hint !== undefined) Object.assign(reason, { hint });
      return settings.wrapError ? settings.wrapError(reason) : reason;
    },
  };
}

interface Answer {
  readonly authorization: Authorization;
  readonly response: Response;
  readonly url: string;
}

async function attempts(
  settings: ClientSettings,
  call: Call,
  options: CallOptions,
  watchdog: Watchdog,
): Promise<Answer> {
  const request = await prepared(settings, call, options);
  const recovered = new Set<string>();
  for (let attempt = 1; ; ) {
    watchdog.throwIfInterrupted();
    const authorization = await settings.authorize(request);
    watchdog.throwIfInterrupted();
    const result = await sent(settings, request, authorization, watchdog.signal);
    if (!(result instanceof BedrockError)) return { authorization, response: result, url: request.url };
    watchdog.throwIfInterrupted();
    const learnt = authorization.recover?.(result);
    if (learnt !== undefined && !recovered.has(learnt)) {
      recovered.add(learnt);
      continue;
    }
    const delay = settings.retry?.(result, attempt++);
    if (delay === undefined) throw result;
    await pause(delay, watchdog.signal);
  }
}

async function prepared(
  settings: ClientSettings,
  call: Call,
  options: CallOptions,
): Promise<UnauthorizedRequest> {
  const { environment: given = processEnvironment } = settings;
  const environment = typeof given === 'function' ? given() : given;
  const region = regionOf(settings, call.arn, environment);
  const { method, target, body } = call;
  return {
    method,
    url: baseUrlOf(settings, call.service, region, environment) + target,
    target,
    headers: await mergedHeaders(settings, call.headers, options.headers),
    body,
    region,
    environment,
  };
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
