/** A request on its way to a signature. */
import { sha256Hex } from '#hash';
import { formatAmzDate } from './amz-date.ts';
import { canonicalQuery, type Parameter } from './canonical-query.ts';
import { SigV4Error } from './errors.ts';
import {
  type CanonicalHeaders,
  canonicalHeaders,
  collectHeaders,
  type HeaderMap,
  isSignedByDefault,
} from './headers.ts';
import { checkScope, isS3, lists, type SignerOptions } from './options.ts';
import { CONTENT_SHA256, type Payload, type SignedBody, UNSIGNED_PAYLOAD } from './payload.ts';
import { type SignableRequest, type Target, targetOf } from './request.ts';

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
  readonly request: SignableRequest;
  readonly method: string;
  readonly target: Target;
  readonly headers: HeaderMap;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly amzDate: string;
  readonly host: string;
  /** Whether the caller gave the host; if not, whoever sends the request adds it. */
  readonly hostGiven: boolean;
}

export function draftOf(request: SignableRequest, options: SignerOptions): Draft {
  checkScope(options);
  const single = isS3(options.service);
  const { doubleEncode = !single, normalizePath = !single } = options;
  const target = targetOf(request, normalizePath, doubleEncode);
  const headers = collectHeaders(request.headers);
  const given = headers.get('host') ?? headers.get(':authority');
  const host = given ?? target.host;
  if (!host) throw new SigV4Error('invalid-request', 'headers.host', 'is missing');
  if (given === undefined) headers.set('host', host);
  // Those of an earlier signature go, so that a signed request can be signed again. AWS prefers x-amz-date to date.
  headers.delete('authorization');
  headers.delete('date');
  return {
    options,
    request,
    method: request.method?.toUpperCase() ?? 'GET',
    target,
    headers,
    amzDate: formatAmzDate(options.signingDate ?? options.clock?.() ?? Date.now()),
    host,
    hostGiven: given !== undefined,
  };
}

/** What stands for the hash of the body when it is not to be worked out. */
export function declaredHash({ options, headers }: Draft, byDefault?: string): string | undefined {
  return (
    options.payloadHash ??
    (options.unsignedPayload ? UNSIGNED_PAYLOAD : (headers.get(CONTENT_SHA256) ?? byDefault))
  );
}

/** The headers of a draft that are signed, as they are now. */
export function signedHeadersOf({
  headers,
  options: { signedHeaders, unsignedHeaders, signBody },
}: Draft): CanonicalHeaders {
  return canonicalHeaders(
    headers,
    (name) =>
      lists(signedHeaders, name) ||
      // Who signs the body signs its length, if it is given: AWS's own suite does.
      ((isSignedByDefault(name) || (name === 'content-length' && signBody === true)) &&
        !lists(unsignedHeaders, name)),
  );
}

/** Everything but the signature. */
export interface Signable {
  readonly stringToSign: string;
  readonly finish: (signature: string) => SignedRequest;
}

/** Puts a draft together; `place` puts the signature where it belongs and returns the query to send. */
export function signableOf(
  { method, target, headers, amzDate, host, hostGiven }: Draft,
  [algorithm, scope]: Scheme,
  { block, names }: CanonicalHeaders,
  parameters: readonly Parameter[],
  { hash, body }: Payload,
  place: (signature: string) => string,
): Signable {
  const canonicalRequest = `${method}\n${target.canonicalPath}\n${canonicalQuery(parameters)}\n${block}\n${names}\n${hash}`;
  const stringToSign = `${algorithm}\n${amzDate}\n${scope}\n${sha256Hex(canonicalRequest)}`;
  return {
    stringToSign,
    finish(signature) {
      const search = place(signature);
      if (!hostGiven) headers.delete('host');
      // A third of the time of Object.fromEntries.
      const sent: Record<string, string> = {};
      for (const [name, value] of headers) sent[name] = value;
      return {
        method,
        url: (target.origin || `https://${host}`) + target.path + (search && `?${search}`),
        headers: sent,
        // RequestBody is what fetch takes, and views on a SharedArrayBuffer, which only some compilers tell apart.
        ...(body != null && { body: body as SignedBody }),
        canonicalRequest,
        stringToSign,
        signature,
      };
    },
  };
}
