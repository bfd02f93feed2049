// One request and its answer: authorize, fetch, tell success from failure, try again where that was asked for.
// https://fetch.spec.whatwg.org/#fetch-method
import type { UnauthorizedRequest } from './authorization/authorize.ts';
import type { Call, CallOptions, ClientSettings } from './client.ts';
import { coralEnvelope, errorOfResponse, jsonObject, type Members } from './error-response.ts';
import { toBedrockError } from './network-error.ts';
import { wrongOption } from './option-values.ts';
import { pause, steadyMs } from './pause.ts';
import { type Prepared, prepare } from './prepare.ts';
import { redactorOf } from './redact.ts';
import { bodyOf, errorText, headOf, type ResponseHead } from './response.ts';
import type { Watchdog } from './watchdog.ts';

/** A successful answer whose body is still to be read, and what reading it needs. */
export interface Exchange extends Pick<Prepared, 'watchdog' | 'timeouts' | 'failure' | 'refusal'> {
  readonly head: ResponseHead;
  readonly response: Response;
  /** Its body as a stream: see `bodyOf`. */
  readonly body: ReturnType<typeof bodyOf>;
  /** How long the headers took, which counts as time without an event. */
  readonly waitedMs: number;
  /** Takes the secrets of this request out of a text. */
  readonly redact: (text: string) => string;
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
  const { request, attempt, watchdog, timeouts, failure, refusal } = await prepare(settings, build, options);
  const answer = await attempt(
    () => answered(settings, request, watchdog),
    (late) => void late.body?.cancel().catch(() => undefined),
  );
  const { head, redact } = answer;
  return {
    ...answer,
    watchdog,
    timeouts,
    waitedMs: steadyMs() - started,
    // What fails from here on, such as the body, fails with this answer's id and headers.
    failure: (error) => failure(error, head),
    refusal: (error) => refusal(error, head),
    async read(content, take) {
      try {
        return take(await watchdog.race(content));
      } catch (error) {
        throw await failure(error, head);
      } finally {
        watchdog.close();
      }
    },
    throwIfRefused(text, members = jsonObject(text), isAnswer = true) {
      if (!isAnswer || coralEnvelope(members)) throw errorOfResponse(head, redact(text));
    },
  };
}

/** Sends the request until it is answered with success. */
async function answered(
  settings: ClientSettings,
  request: UnauthorizedRequest,
  watchdog: Watchdog,
): Promise<Pick<Exchange, 'head' | 'response' | 'body' | 'redact'>> {
  const { url, method, body } = request;
  const { signal } = watchdog;
  const recovered: string[] = [];
  let passed: AbortSignal | null = signal;
  for (let attempt = 1; ; ) {
    watchdog.throwIfAborted();
    const authorization = await settings.authorize(request);
    const redact = redactorOf(authorization);
    watchdog.throwIfAborted();
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
      const head = headOf(response, url, redact);
      if (response.ok) return { head, response, body: bodyOf(response), redact };
      throw errorOfResponse(head, redact(await errorText(response)));
    } catch (cause) {
      watchdog.throwIfAborted();
      const error = toBedrockError(cause, url, redact);
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
