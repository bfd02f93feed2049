/** A request on its way to a signature. */
import { sha256Hex } from './hash.ts';
import { formatAmzDate } from './amz-date.ts';
import { SigV4Error } from './errors.ts';
import { canonicalHeaders, checkHeaders, collectHeaders, type HeaderMap, UNSIGNED } from './headers.ts';
import { checkScope, isS3, lists, type SignerOptions } from './options.ts';
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
export const TOKEN_HEADER = 'x-amz-security-token';

/** Everything that is known before the body is hashed. */
export interface Draft {
  readonly options: SignerOptions;
  readonly method: string;
  readonly target: Target;
  readonly headers: HeaderMap;
  /** Whether the caller gave the host; if not, whoever sends the request adds it. */
  readonly hostGiven: boolean;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly amzDate: string;
  /** As it was given, until it is read for its hash. */
  body: RequestBody;
}

export function draftOf(request: SignableRequest, options: SignerOptions): Draft {
  checkScope(options);
  const single = isS3(options.service);
  const { doubleEncode = !single, normalizePath = !single } = options;
  const target = targetOf(request, normalizePath, doubleEncode);
  const headers = collectHeaders(request.headers);
  checkHeaders(headers);
  const hostGiven = 'host' in headers || ':authority' in headers;
  if (!hostGiven) headers['host'] = target.host;
  if (headers['host'] === '') throw new SigV4Error('invalid-request', 'headers.host', 'is missing');
  // Those of an earlier signature go, so that a signed request can be signed again. AWS prefers x-amz-date to date.
  // To delete makes the object a slow one, so only what is there.
  if ('authorization' in headers) delete headers['authorization'];
  if ('date' in headers) delete headers['date'];
  return {
    options,
    method: request.method?.toUpperCase() ?? 'GET',
    target,
    headers,
    hostGiven,
    amzDate: formatAmzDate(options.signingDate ?? options.clock?.() ?? Date.now()),
    body: request.body,
  };
}

/** What stands for the hash of the body when it is not to be worked out. */
export function declaredHash({ options, headers }: Draft, byDefault?: string): string | undefined {
  return (
    options.payloadHash ??
    (options.unsignedPayload ? UNSIGNED_PAYLOAD : (headers[CONTENT_SHA256] ?? byDefault))
  );
}

/** Names of the headers of a draft that are signed, as they are now, sorted. */
export function signedNames({
  headers,
  options: { signedHeaders, unsignedHeaders, signBody, sessionToken },
}: Draft): readonly string[] {
  const names: string[] = [];
  for (const name in headers) {
    const isSigned =
      lists(signedHeaders, name) ||
      // Who signs the body signs its length, if it is given: AWS's own suite does.
      ((!UNSIGNED.test(name) || (signBody && name === 'content-length')) &&
        !(sessionToken === 'appended' && name === TOKEN_HEADER) &&
        !lists(unsignedHeaders, name));
    if (!isSigned) continue;
    // Into its place at once, which for a few names takes a quarter of the time of sorting them.
    let place = names.length;
    for (let before; place > 0 && (before = names[place - 1] ?? '') > name; place--) names[place] = before;
    names[place] = name;
  }
  return names;
}

/** The names as a signature lists them: for a few of them, in half the time of `join`. */
export function listOf(names: readonly string[]): string {
  let list = '';
  for (const name of names) list += list ? `;${name}` : name;
  return list;
}

/** Everything but the signature, and what makes a signed request of it. */
export type Signable = readonly [stringToSign: string, finish: (signature: string) => SignedRequest];

/** Puts a draft together; `place` puts the signature where it belongs and returns the query to send. */
export function signableOf(
  { method, target, headers, hostGiven, amzDate, body }: Draft,
  [algorithm, scope]: Scheme,
  names: readonly string[],
  signedHeaders: string,
  query: string,
  hash: string,
  place: (signature: string) => string,
): Signable {
  const canonicalRequest = `${method}\n${target.canonicalPath}\n${query}\n${canonicalHeaders(headers, names)}\n${signedHeaders}\n${hash}`;
  const stringToSign = `${algorithm}\n${amzDate}\n${scope}\n${sha256Hex(canonicalRequest)}`;
  return [
    stringToSign,
    (signature) => {
      const search = place(signature);
      // Both take half the time of copying name by name.
      const { host = headers[':authority'], ...others } = headers;
      return {
        method,
        url: (target.host ? '' : `https://${host}`) + target.address + search,
        headers: hostGiven ? { ...headers } : others,
        // RequestBody is what fetch takes, and views on a SharedArrayBuffer, which only some compilers tell apart.
        ...(body != null && { body: body as SignedBody }),
        canonicalRequest,
        stringToSign,
        signature,
      };
    },
  ];
}
