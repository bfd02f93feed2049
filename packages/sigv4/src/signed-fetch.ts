/**
 * A `fetch` that signs what passes through it. What a service refuses because of the clock or of expired credentials is
 * signed once more.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
import { cacheCredentials } from './credential-cache.ts';
import { type CredentialProvider, checkCredentials } from './credentials.ts';
import { type Fetch, readArguments } from './fetch-arguments.ts';
import { TOKEN_HEADER } from './headers.ts';
import { checkScope, type SignerOptions } from './options.ts';
import { sign } from './sign.ts';
import { untilAborted } from './until-aborted.ts';

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
/** EC2 says RequestExpired of credentials, too: https://github.com/aws/aws-sdk-go/pull/253 */
const EXPIRED = /^(ExpiredToken(Exception)?|RequestExpired|TokenRefreshRequired)$/;

/**
 * Makes a `fetch` that signs requests for one service and region. Throws a `SigV4Error` as `createSigner` does. The calls reject as
 * `Signer.sign` does, with the reason of an aborted signal, or as `fetch` does. The body of a `Request` is read into memory to be hashed;
 * a `ReadableStream` is refused unless `unsignedPayload` or `payloadHash` is set, and then never sent twice.
 */
export function createSignedFetch(options: SignedFetchOptions): Fetch {
  checkScope(options);
  const { credentials, clock = () => new Date(), fetch: send } = options;
  // How far the service's clock is ahead, in milliseconds.
  let offset = 0;
  const now = (): Date => new Date(clock().getTime() + offset);
  // By the service's clock, by which credentials expire.
  const load = typeof credentials === 'function' ? cacheCredentials(credentials, { clock: now }) : undefined;
  const settings: SignerOptions = {
    ...options,
    credentials: load ?? checkCredentials(credentials),
    clock: now,
  };

  /**
   * Whether the service's clock differs so much from the time of signing that another try makes sense. It may although the
   * clocks agree: a process that is frozen before its request is sent, as Lambda does it, sends an old signature.
   * https://github.com/smithy-lang/smithy-typescript/pull/1965
   */
  function correctClock(response: Response, signedAt: number): boolean {
    // A clock that is less wrong than this is not the reason: services allow five minutes, the AWS SDK corrects from four.
    const LEAST_SKEW = 240_000;
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
    const { request, toRead, signal, isOnce, forward } = readArguments(options, input, init);
    if (toRead) request.body = new Uint8Array(await untilAborted(signal, () => toRead.arrayBuffer()));
    let mayCorrect = options.signingDate === undefined;
    let mayRenew = true;
    for (;;) {
      const signedAt = now().getTime();
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

/** The code of an error that the signature may have caused, in any of the forms that services use. */
async function errorCode(response: Response): Promise<string> {
  // A fetch that looks into errors may have read it.
  if (![400, 401, 403].includes(response.status) || response.bodyUsed) return '';
  const text =
    response.headers.get('x-amzn-errortype') ??
    // An answer to HEAD has no body to say it in, so the clock itself decides.
    /(?:"(?:__type|[Cc]ode)"\s*:\s*"|<Code>)([^"<]*)/.exec(
      (await beginningOf(response)) || '<Code>AuthFailure',
    )?.[1] ??
    '';
  // `namespace#Code` in JSON, `Code:uri` in the header.
  return text.replace(/^.*#|:.*$/gs, '').trim();
}

async function beginningOf(response: Response): Promise<string> {
  // Far more than the error of a service: one without an end must neither be waited for nor kept.
  const MAX_ERROR = 65_536;
  const copy = response.clone();
  // node-fetch gives a stream of Node, React Native none.
  const reader = (copy.body as Partial<ReadableStream<Uint8Array>> | null)?.getReader?.();
  if (!reader) return copy.text();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < MAX_ERROR) {
    const { value } = await reader.read();
    if (!value) return text;
    text += decoder.decode(value, { stream: true });
  }
  // Ends with the other copy, which is the caller's.
  reader.cancel().catch(() => undefined);
  return text;
}
