/**
 * A `fetch` that signs what passes through it. What a service refuses because of the clock or of expired credentials is
 * signed once more.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
import { cacheCredentials } from './credential-cache.ts';
import { checkCredentials } from './credentials.ts';
import { collectHeaders } from './headers.ts';
import { checkScope, type SignerOptions } from './options.ts';
import type { SignableRequest } from './request.ts';
import type { SignedRequest } from './draft.ts';
import { sign } from './sign.ts';

/** `fetch` as far as it is called here. */
export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

export interface SignedFetchOptions extends SignerOptions {
  /** What sends; the global `fetch` by default, looked up for each call. */
  readonly fetch?: Fetch | undefined;
}

/** The codes by which services say that the clock is wrong; the AWS SDK for JavaScript has the same list. */
const SKEW =
  /^(?:AuthFailure|InvalidSignatureException|RequestExpired|RequestInTheFuture|RequestTimeTooSkewed|SignatureDoesNotMatch)$/;
const EXPIRED = /^(?:ExpiredToken|ExpiredTokenException|TokenRefreshRequired)$/;
/** A clock that is less wrong than this is not the reason: services allow five minutes, the AWS SDK corrects from four. */
const LEAST_SKEW = 240_000;

/**
 * Makes a `fetch` for one service and region. Throws a `SigV4Error` as `createSigner` does; the calls reject as
 * `Signer.sign` does, with the reason of an aborted signal, or as `fetch` does. The body of a `Request` is read into memory;
 * a `ReadableStream` is refused unless `unsignedPayload` or `payloadHash` is set, and then never sent twice.
 */
export function createSignedFetch(options: SignedFetchOptions): Fetch {
  const { credentials, clock = () => new Date(), fetch: send } = options;
  const load = typeof credentials === 'function' ? cacheCredentials(credentials, { clock }) : undefined;
  // How far the service's clock is ahead, in milliseconds.
  let offset = 0;
  const settings: SignerOptions = {
    ...options,
    credentials: load ?? checkCredentials(credentials),
    clock: () => new Date(clock().getTime() + offset),
  };
  checkScope(settings);

  /** Whether the service's clock differs so much that another try makes sense. */
  function correctClock(response: Response): boolean {
    const difference = Date.parse(response.headers.get('date') ?? '') - clock().getTime();
    // An answer out of a cache tells an old time.
    if (response.headers.has('age') || !(Math.abs(difference - offset) >= LEAST_SKEW)) return false;
    offset = difference;
    return true;
  }

  return async (input, init) => {
    const { request, signal, forward } = await read(input, init, options);
    let mayCorrect = options.signingDate === undefined;
    let mayRefresh = load !== undefined;
    for (;;) {
      const signed = await untilAborted(sign(request, settings), signal);
      const response = await forward(send ?? globalThis.fetch, signed);
      // A stream has been read; there is no second time.
      const code =
        signed.body === undefined || signed.body instanceof Uint8Array ? await errorCode(response) : '';
      if (mayCorrect && SKEW.test(code) && correctClock(response)) mayCorrect = false;
      else if (mayRefresh && load && EXPIRED.test(code)) {
        mayRefresh = false;
        await untilAborted(load({ forceRefresh: true }), signal);
      } else return response;
      await response.body?.cancel();
    }
  };
}

interface Outgoing {
  readonly request: SignableRequest;
  readonly signal: AbortSignal | undefined;
  readonly forward: (send: Fetch, signed: SignedRequest) => Promise<Response>;
}

async function read(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  options: SignedFetchOptions,
): Promise<Outgoing> {
  const given = typeof input === 'string' || input instanceof URL ? undefined : input;
  const isRead = options.payloadHash === undefined && !options.unsignedPayload;
  let body = init?.body;
  if (body === undefined && given?.body)
    body = isRead ? new Uint8Array(await given.arrayBuffer()) : given.body;
  const headers = collectHeaders(init?.headers ?? given?.headers);
  // What fetch would say of a string; it says nothing of bytes.
  if (typeof init?.body === 'string' && !headers.has('content-type'))
    headers.set('content-type', 'text/plain;charset=UTF-8');
  return {
    request: {
      method: init?.method ?? given?.method,
      url: given?.url ?? (input as string | URL),
      headers,
      body,
    },
    signal: init?.signal ?? given?.signal,
    forward(send, { url, method, headers: signedHeaders, body: bytes }) {
      const rest = {
        ...init,
        method,
        headers: signedHeaders,
        ...(bytes === undefined ? {} : { body: bytes }),
      };
      return given ? send(new Request(given, rest)) : send(url, rest);
    },
  };
}

/** The code of an error that a signature may be the reason of, in each of the ways in which services write it. */
async function errorCode(response: Response): Promise<string> {
  if (![400, 401, 403].includes(response.status)) return '';
  const text =
    response.headers.get('x-amzn-errortype') ??
    /"(?:__type|[Cc]ode)"\s*:\s*"([^"]*)|<Code>([^<]*)/
      .exec(await response.clone().text())
      ?.slice(1)
      .join('') ??
    '';
  // `namespace#Code` in JSON, `Code:uri` in the header.
  return text.replace(/^.*#/, '').replace(/:.*$/, '').trim();
}

async function untilAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | null | undefined,
): Promise<Value> {
  if (!signal) return promise;
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      // The reason is whatever abort() was given.
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
