/**
 * The other side: whether a received request carries a right signature, and if not, why not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
import { hmacHex, sha256Hex } from '#hash';
import { type Claim, ownParameters, readClaim } from './authorization.ts';
import { canonicalPath } from './canonical-path.ts';
import { canonicalQuery, type Parameter, parametersOf } from './canonical-query.ts';
import { canonicalHeaders, collectHeaders, type HeaderMap, type HeadersInput } from './headers.ts';
import { isS3 } from './options.ts';
import { bytesOf, CONTENT_SHA256, UNSIGNED_PAYLOAD } from './payload.ts';
import { type RequestBody, splitAddress } from './request.ts';
import { signingKey } from './signing-key.ts';

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query exactly as received (`request.url` of Node), or the absolute URL. */
  readonly url: string | URL;
  /** With `host` or `:authority`, unless the URL is absolute. Node's `rawHeaders`, as pairs, keep repeated names apart. */
  readonly headers: HeadersInput;
  /** As received; a Blob or a stream is to be read first. */
  readonly body?: RequestBody;
}

/** What is known of an access key; a string is the secret access key alone. */
export type KnownSecret =
  | string
  | {
      readonly secretAccessKey: string;
      /** If it is given, the request must carry the same. */
      readonly sessionToken?: string | undefined;
    };

export interface VerifyOptions {
  /** Finds the secret of an access key id; `undefined` when there is no such key. */
  readonly lookupSecret: (
    accessKeyId: string,
    sessionToken: string | undefined,
  ) => KnownSecret | undefined | Promise<KnownSecret | undefined>;
  /** The system's clock by default. */
  readonly now?: (() => Date) | undefined;
  /** The service, or services, that a request must be signed for; any by default. */
  readonly service?: string | readonly string[] | undefined;
  /** The region, or regions, that a request must be signed for; any by default. */
  readonly region?: string | readonly string[] | undefined;
  /** How far the date of a request may be from now, in seconds, in either direction; 300 by default, as for AWS. */
  readonly clockSkew?: number | undefined;
  /** As for signing; by default what the service in the credential scope wants. */
  readonly doubleEncode?: boolean | undefined;
  readonly normalizePath?: boolean | undefined;
  /** `appended` when the session token of a presigned URL is not part of its signature. */
  readonly sessionToken?: 'signed' | 'appended' | undefined;
  /** SHA-256 of the body in hexadecimal, if it was hashed while it was received; `body` is then not read. */
  readonly payloadHash?: string | undefined;
}

/** Why a request is refused. */
export type VerifyCode =
  | 'missing-signature'
  | 'unsupported-algorithm'
  | 'malformed'
  | 'wrong-scope'
  | 'skewed'
  | 'expired'
  | 'unsigned-header'
  | 'unknown-key'
  | 'bad-token'
  | 'signature-mismatch'
  | 'body-mismatch';

export interface Verified {
  readonly ok: true;
  readonly accessKeyId: string;
  readonly sessionToken: string | undefined;
  readonly region: string;
  readonly service: string;
  /** When it was signed. */
  readonly date: Date;
  /** When a presigned URL ends. */
  readonly expires: Date | undefined;
  readonly presigned: boolean;
  readonly signedHeaders: readonly string[];
  /** In hexadecimal; the prior signature of the first message, if an event stream follows. */
  readonly signature: string;
  /** What stood for the body: its SHA-256, `UNSIGNED-PAYLOAD`, or another word, which the body was then not compared with. */
  readonly payloadHash: string;
  readonly canonicalRequest: string;
  readonly stringToSign: string;
}

export interface Refused {
  readonly ok: false;
  readonly code: VerifyCode;
  /** For a person; holds no secret. */
  readonly message: string;
  /** What should have been signed, as far as it was worked out. */
  readonly canonicalRequest?: string | undefined;
  readonly stringToSign?: string | undefined;
}

export type VerifyResult = Verified | Refused;

/**
 * Verifies the signature of a request, by header or by query. Never throws for what a request says: a refusal is a result.
 * What `lookupSecret` throws comes through. Throws a `SigV4Error` (`unsupported-body`) when the
 * body is neither text nor bytes.
 */
export async function verifyRequest(request: ReceivedRequest, options: VerifyOptions): Promise<VerifyResult> {
  const headers = collectHeaders(request.headers);
  const [, , authority, path = '', search = ''] = splitAddress(String(request.url));
  const host = headers.get('host') ?? headers.get(':authority') ?? authority?.toLowerCase();
  // HTTP/2 says :authority for what is signed as host; a proxy may turn either into the other.
  if (host !== undefined) headers.set('host', host).set(':authority', host);
  const parameters = parametersOf(search);
  const claim = readClaim(headers, parameters);
  if ('code' in claim) return refusal(claim.code, claim.message);
  const refused =
    checkScope(claim, options) ?? checkTime(claim, options) ?? checkSignedHeaders(claim, headers);
  if (refused) return refused;
  const found = await options.lookupSecret(claim.accessKeyId, claim.sessionToken);
  if (found === undefined) return refusal('unknown-key', 'There is no such access key id.');
  const known = typeof found === 'string' ? { secretAccessKey: found } : found;
  if (known.sessionToken && !isEqual(known.sessionToken, claim.sessionToken ?? '')) {
    return refusal('bad-token', 'The session token is not the one that belongs to the access key.');
  }
  const payload = payloadHashes(request, headers, parameters, claim, options);
  const canonicalRequest = canonicalRequestOf(
    request.method,
    path,
    parameters,
    headers,
    payload.signed,
    claim,
    options,
  );
  const stringToSign = `AWS4-HMAC-SHA256\n${claim.amzDate}\n${claim.scope}\n${sha256Hex(canonicalRequest)}`;
  const key = signingKey(known.secretAccessKey, claim.scope);
  if (!isEqual(hmacHex(key, stringToSign), claim.signature)) {
    return {
      ...refusal(
        'signature-mismatch',
        'The signature is not that of the canonical request given here, with the known secret.',
      ),
      canonicalRequest,
      stringToSign,
    };
  }
  if (payload.received !== undefined && payload.received !== payload.signed) {
    return {
      ...refusal('body-mismatch', `The body is not the one whose hash was signed as ${CONTENT_SHA256}.`),
      canonicalRequest,
      stringToSign,
    };
  }
  const { accessKeyId, sessionToken, region, service, date, presigned, signedHeaders, signature } = claim;
  return {
    ok: true,
    accessKeyId,
    sessionToken,
    region,
    service,
    date,
    expires: claim.expiresIn === undefined ? undefined : new Date(date.getTime() + claim.expiresIn * 1000),
    presigned,
    signedHeaders,
    signature,
    payloadHash: payload.signed,
    canonicalRequest,
    stringToSign,
  };
}

function checkScope({ service, region }: Claim, options: VerifyOptions): Refused | undefined {
  const allows = (allowed: string | readonly string[] | undefined, value: string): boolean =>
    allowed === undefined || [allowed].flat().includes(value);
  if (!allows(options.service, service))
    return refusal('wrong-scope', `It is signed for the service ${service}.`);
  if (!allows(options.region, region))
    return refusal('wrong-scope', `It is signed for the region ${region}.`);
  return undefined;
}

/** Services of AWS allow five minutes. */
const CLOCK_SKEW = 300;

function checkTime(
  { date, amzDate, expiresIn }: Claim,
  { now, clockSkew = CLOCK_SKEW }: VerifyOptions,
): Refused | undefined {
  const age = ((now?.() ?? new Date()).getTime() - date.getTime()) / 1000;
  if (age < -clockSkew)
    return refusal('skewed', `It is signed for ${amzDate}, which is ${Math.round(-age)} s ahead of now.`);
  if (expiresIn !== undefined) {
    return age > expiresIn
      ? refusal('expired', `It expired ${Math.round(age - expiresIn)} s ago.`)
      : undefined;
  }
  return age > clockSkew
    ? refusal('skewed', `It was signed at ${amzDate}, ${Math.round(age)} s ago.`)
    : undefined;
}

/** The host and every header that AWS reads must be signed, else whoever is in between could change them. */
function checkSignedHeaders({ signedHeaders }: Claim, headers: HeaderMap): Refused | undefined {
  if (!signedHeaders.includes('host') && !signedHeaders.includes(':authority')) {
    return refusal('unsigned-header', 'The host is not among the signed headers.');
  }
  for (const name of headers.keys()) {
    if (name.startsWith('x-amz-') && name !== 'x-amz-security-token' && !signedHeaders.includes(name)) {
      return refusal('unsigned-header', `The header ${name} is not among the signed headers.`);
    }
  }
  return undefined;
}

interface PayloadHashes {
  /** What was signed. */
  readonly signed: string;
  /** The hash of what came, where it can be compared. */
  readonly received: string | undefined;
}

function payloadHashes(
  { body }: ReceivedRequest,
  headers: HeaderMap,
  parameters: readonly Parameter[],
  { presigned, service }: Claim,
  { payloadHash }: VerifyOptions,
): PayloadHashes {
  const declared =
    headers.get(CONTENT_SHA256) ??
    (presigned
      ? (ownParameters(parameters).get(CONTENT_SHA256) ?? (isS3(service) ? UNSIGNED_PAYLOAD : undefined))
      : undefined);
  if (declared !== undefined && !/^[\da-f]{64}$/.test(declared))
    return { signed: declared, received: undefined };
  const received = payloadHash ?? sha256Hex(bytesOf(body) ?? '');
  return { signed: declared ?? received, received };
}

function canonicalRequestOf(
  method: string,
  path: string,
  parameters: readonly Parameter[],
  headers: HeaderMap,
  payloadHash: string,
  { service, signedHeaders }: Claim,
  options: VerifyOptions,
): string {
  const unsigned =
    options.sessionToken === 'appended' ? /^X-Amz-(?:Signature|Security-Token)\0/i : /^X-Amz-Signature\0/i;
  const query = canonicalQuery(parameters.filter((each) => !unsigned.test(each)));
  // A header that is said to be signed but did not come is an empty one: the signature then does not match.
  for (const name of signedHeaders) if (!headers.has(name)) headers.set(name, '');
  const { block, names } = canonicalHeaders(headers, (name) => signedHeaders.includes(name));
  const single = isS3(service);
  const canonical = canonicalPath(path, options.normalizePath ?? !single, options.doubleEncode ?? !single);
  return `${method.toUpperCase()}\n${canonical}\n${query}\n${block}\n${names}\n${payloadHash}`;
}

/** In a time that does not tell where the first difference is. */
function isEqual(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index++)
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}

function refusal(code: VerifyCode, message: string): Refused {
  return { ok: false, code, message };
}
