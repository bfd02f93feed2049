/**
 * A `fetch` that signs what passes through it. What a service refuses because of the clock or of expired credentials is
 * signed once more.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
import { cacheCredentials } from './credential-cache.ts';
import { type CredentialProvider, checkCredentials } from './credentials.ts';
import { collectHeaders, TOKEN_HEADER } from './headers.ts';
import { checkScope, type SignerOptions } from './options.ts';
import type { SignableRequest } from './request.ts';
import type { SignedRequest } from './draft.ts';
import { sign } from './sign.ts';

/** `fetch`, as far as it is used here. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Options of `createSignedFetch`. */
export interface SignedFetchOptions extends SignerOptions {
  /** Sends the requests; the global `fetch` by default, looked up for each call. */
  readonly fetch?: Fetch | undefined;
}

/**
 * The codes by which services say that the clock is wrong; the AWS SDK for JavaScript has the same list, since
 * https://github.com/smithy-lang/smithy-typescript/pull/2145 with AccessDeniedException, so the clock itself decides. AppSync says
 * BadRequestException: https://github.com/aws-amplify/amplify-js/issues/11480
 */
const SKEW =
  /^((AccessDenied|BadRequest|InvalidSignature)Exception|AuthFailure|Request(Expired|InTheFuture|TimeTooSkewed)|SignatureDoesNotMatch)$/;
const EXPIRED = /^(ExpiredToken(Exception)?|TokenRefreshRequired)$/;
/** A clock that is less wrong than this is not the reason: services allow five minutes, the AWS SDK corrects from four. */
const LEAST_SKEW = 240_000;

/**
 * Makes a `fetch` for one service and region. Throws a `SigV4Error` as `createSigner` does; the calls reject as
 * `Signer.sign` does, with the reason of an aborted signal, or as `fetch` does. The body of a `Request` is read into memory, to be hashed;
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

  /**
   * Whether the service's clock differs so much from the time of signing that another try makes sense. It may although the
   * clocks agree: a process that is frozen before its request is sent, as Lambda does it, sends an old signature.
   * https://github.com/smithy-lang/smithy-typescript/pull/1965
   */
  function correctClock(response: Response, signedAt: number): boolean {
    const served = Date.parse(response.headers.get('date') ?? '');
    // An answer out of a cache tells an old time.
    if (response.headers.has('age') || !(Math.abs(served - signedAt) >= LEAST_SKEW)) return false;
    offset = served - clock().getTime();
    return true;
  }

  /** Loads new credentials, unless another request already has. */
  async function renew(load: CredentialProvider, usedToken: string | undefined): Promise<void> {
    if ((await load()).sessionToken === usedToken) await load({ forceRefresh: true });
  }

  return async (input, init) => {
    const { request, signal, isOnce, forward } = await read(input, init, options);
    let mayCorrect = options.signingDate === undefined;
    let mayRenew = true;
    for (;;) {
      const signedAt = clock().getTime() + offset;
      const signed = await untilAborted(signal, () => sign(request, settings));
      const response = await forward(send ?? globalThis.fetch, signed);
      const code = isOnce ? '' : await errorCode(response);
      if (mayCorrect && SKEW.test(code) && correctClock(response, signedAt)) mayCorrect = false;
      else if (mayRenew && load && EXPIRED.test(code)) {
        mayRenew = false;
        await untilAborted(signal, () => renew(load, signed.headers[TOKEN_HEADER]));
      } else return response;
      // node-fetch gives a stream of Node, which has no such method.
      await (response.body as Partial<ReadableStream> | null)?.cancel?.();
    }
  };
}

/**
 * What a Request that is passed on has of the connection by which it came (RFC 9110 §7.6.1), and the name of who received it. Node's
 * fetch refuses to send the most of it, and that of Deno sends the bytes in chunks, which S3 refuses. `fetch` sends its own. And the
 * session token of who signed it, which AWS refuses beside another access key (InvalidToken).
 */
const HOP = /^(connection|expect|host|keep-alive|transfer-encoding|upgrade|x-amz-security-token)$/;

interface Outgoing {
  readonly request: SignableRequest;
  readonly signal: AbortSignal | null | undefined;
  /** Whether the body is a stream: once it is read there is no second time. */
  readonly isOnce: boolean;
  readonly forward: (send: Fetch, signed: SignedRequest) => Promise<Response>;
}

async function read(
  input: string | URL | Request,
  init: RequestInit = {},
  settings: SignedFetchOptions,
): Promise<Outgoing> {
  // A proxy passes on what it got: `fetch(elsewhere, request)`. The members of a Request are getters, which a spread leaves behind.
  if (isRequest(init)) return read(new Request(input, init), {}, settings);
  const { payloadHash, unsignedPayload } = settings;
  const given = isRequest(input) ? input : undefined;
  const { method = given?.method, headers: initHeaders = given?.headers, signal = given?.signal } = init;
  const headers = collectHeaders(initHeaders, (name, value) =>
    !init.headers && HOP.test(name) ? undefined : value,
  );
  let { body } = init;
  // What fetch sets for a string, but not for bytes.
  if (typeof body === 'string' && !headers['content-type'])
    headers['content-type'] = 'text/plain;charset=UTF-8';
  const isOwn = body == null && given !== undefined && hasBody(given); // with null, too, fetch sends that of the Request
  const isUnread = isOwn && (payloadHash !== undefined || unsignedPayload === true);
  if (isOwn && !isUnread) body = new Uint8Array(await untilAborted(signal, () => given.arrayBuffer()));
  // Node's fetch also takes its streams and generators; not every browser can iterate a ReadableStream, which React Native does not have.
  const isOnce =
    isUnread || ['getReader', Symbol.asyncIterator].some((name) => name in (Object(body) as object));
  return {
    request: { method, url: given?.url ?? (input as string | URL), headers, body }, // no Request, so one of these
    signal,
    isOnce,
    forward(send, signed) {
      const { method, url, headers, body: bytes } = signed;
      // Followed, a redirect would carry the session token and the body to another host, with a signature that holds for neither.
      // A Request does not tell whether it was asked to follow.
      const { redirect = given?.redirect === 'error' ? 'error' : 'manual' } = init;
      const sent = { ...init, redirect, method, headers, ...(bytes && { body: bytes }) };
      if (!given) return send(url, sent);
      // One of another class, such as the package undici has, is sent by its members.
      if (!(given instanceof Request))
        return send(url, {
          signal: (given as Request).signal,
          ...sent,
        });
      const request = new Request(given, sent);
      // Only a plus sign in a key of S3 needs the other URL, and what takes the body of another Request sends it in chunks, without
      // its length, which S3 refuses: so the bytes are given again, and where they are not at hand the URL stays as it is.
      const isOther = !isOnce && url !== request.url && request.url.includes('+');
      return send(isOther ? new Request(new Request(url, request), sent) : request);
    },
  };
}

/**
 * Firefox does not tell whether a Request has a body: there each one is read whose method allows it.
 * https://developer.mozilla.org/en-US/docs/Web/API/Request/body#browser_compatibility
 */
function hasBody({ body, method }: Pick<Partial<Request>, 'body' | 'method'>): boolean {
  return body === undefined ? !/^(GET|HEAD)$/.test(method ?? '') : body !== null;
}

function isRequest(given: object | string): given is Request {
  return 'arrayBuffer' in Object(given);
}

/** The code of an error that the signature may have caused, in any of the forms that services use. */
async function errorCode(response: Response): Promise<string> {
  // A fetch that looks into errors may have read it.
  if (![400, 401, 403].includes(response.status) || response.bodyUsed) return '';
  const text =
    response.headers.get('x-amzn-errortype') ??
    /(?:"(?:__type|[Cc]ode)"\s*:\s*"|<Code>)([^"<]*)/.exec(await response.clone().text())?.[1] ??
    '';
  // `namespace#Code` in JSON, `Code:uri` in the header.
  return text.replace(/^.*#|:.*$/gs, '').trim();
}

/** Waits for the result, but no longer than until the signal is aborted. */
async function untilAborted<Value>(
  signal: AbortSignal | null | undefined,
  start: () => Promise<Value>,
): Promise<Value> {
  if (!signal) return start();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      // Whatever abort() was given; the signals of the package abort-controller have no reason.
      reject((signal.reason ?? new DOMException('The call was aborted.', 'AbortError')) as Error);
    };
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop);
    void start()
      .then(resolve, reject)
      .then(() => {
        signal.removeEventListener('abort', stop);
      });
  });
}
