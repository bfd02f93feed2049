/** A request on its way to a signature. */
import { sha256Hex } from './hash.ts';
import { formatAmzDate } from './amz-date.ts';
import { SigV4Error } from './errors.ts';
import { collectHeaders, type HeaderMap, signedHeadersOf } from './headers.ts';
import { checkScope, type SignerOptions } from './options.ts';
import { CONTENT_SHA256, type SignedBody, UNSIGNED_PAYLOAD } from './payload.ts';
import { type RequestBody, type SignableRequest, type Target, targetOf } from './request.ts';

/** A request to be sent as it is: `fetch(signed.url, signed)`. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  /** Lower-case names. `host` is among them only if it was given; whoever sends the request adds it otherwise. */
  readonly headers: Record<string, string>;
  /** The body as it was given; the bytes that were hashed in place of a Blob, a form or URLSearchParams. */
  readonly body?: SignedBody;
  /** What was signed, to compare with what a service says it expected. */
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  /** In hexadecimal. */
  readonly signature: string;
}

/** How a signature is made: the name of its algorithm, and where it is valid. */
export type Scheme = readonly [algorithm: string, scope: string];

export const ALGORITHM = 'AWS4-HMAC-SHA256';

/** Everything that is known before the body is hashed. */
export interface Draft {
  readonly options: SignerOptions;
  readonly method: string;
  readonly target: Target;
  /** Those that are to be sent. */
  readonly headers: HeaderMap;
  /** What a client sends as `host`, whether or not it is among the headers. */
  readonly host: string;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly amzDate: string;
  /** What stands for the hash of the body when it is not to be worked out. */
  readonly declaredHash: string | undefined;
  /** As it was given, until it is read for its hash. */
  body: RequestBody;
}

export function draftOf(request: SignableRequest, options: SignerOptions, hashByDefault?: string): Draft {
  checkScope(options);
  const { method = 'GET', headers: given, body } = request;
  const target = targetOf(request, options);
  const headers = collectHeaders(given, true);
  const host = headers['host'] ?? headers[':authority'] ?? target.host;
  if (!host) throw new SigV4Error('invalid-request', 'headers.host', 'is missing');
  return {
    options,
    method: method.toUpperCase(),
    target,
    headers,
    host,
    amzDate: formatAmzDate(options.signingDate ?? options.clock?.() ?? Date.now()),
    declaredHash:
      options.payloadHash ??
      (options.unsignedPayload ? UNSIGNED_PAYLOAD : (headers[CONTENT_SHA256] ?? hashByDefault)),
    body,
  };
}

/** What of the headers is signed, as they are now. */
export function signedPart({ headers, host, options }: Draft): ReturnType<typeof signedHeadersOf> {
  return signedHeadersOf(':authority' in headers ? headers : { ...headers, host }, options);
}

/** Everything but the signature, and what makes a signed request of it. */
export type Signable = readonly [stringToSign: string, finish: (signature: string) => SignedRequest];

/** Puts a draft together; `place` puts the signature where it belongs and returns the query to send. */
export function signableOf(
  { method, target, headers, host, amzDate, body }: Draft,
  [algorithm, scope]: Scheme,
  [lines, list]: ReturnType<typeof signedHeadersOf>,
  query: string,
  hash: string,
  place: (signature: string) => string,
): Signable {
  const canonicalRequest = `${method}\n${target.canonicalPath}\n${query}\n${lines}\n${list}\n${hash}`;
  const stringToSign = `${algorithm}\n${amzDate}\n${scope}\n${sha256Hex(canonicalRequest)}`;
  return [
    stringToSign,
    (signature) => ({
      method,
      url: (target.host ? '' : `https://${host}`) + target.address + place(signature),
      headers,
      canonicalRequest,
      stringToSign,
      signature,
      // RequestBody is what fetch takes, and views on a SharedArrayBuffer, which only some compilers tell apart.
      ...(body != null && { body: body as SignedBody }),
    }),
  ];
}
