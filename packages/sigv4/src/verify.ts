/**
 * The other side: whether a received request carries a right signature, and if not, why not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
import { hmacHex, sha256Hex } from './hash.ts';
import { type Claim, ownParameters, readClaim } from './authorization.ts';
import { canonicalQuery, type Parameter } from './canonical-query.ts';
import { checkScope, checkSignedHeaders, checkTime } from './claim-checks.ts';
import { canonicalHeaders, collectHeaders, type HeaderMap } from './headers.ts';
import { isS3 } from './options.ts';
import { CONTENT_SHA256, dataOf, UNSIGNED_PAYLOAD } from './payload.ts';
import { targetOf } from './request.ts';
import { ALGORITHM, signingKey } from './signing-key.ts';
import {
  type KnownSecret,
  type ReceivedRequest,
  refusal,
  type VerifyOptions,
  type VerifyResult,
} from './verification.ts';

/**
 * Verifies the signature of a request, by header or by query. Never throws for what a request says: a refusal is a result.
 * What `lookupSecret` throws comes through. Throws a `SigV4Error` (`unsupported-body`) when the body is neither text nor
 * bytes.
 */
export async function verifyRequest(request: ReceivedRequest, options: VerifyOptions): Promise<VerifyResult> {
  return verified(request, options);
}

function verified(request: ReceivedRequest, options: VerifyOptions): VerifyResult | Promise<VerifyResult> {
  const hosts: string[] = [];
  const headers = collectHeaders(request.headers, (name, value) => {
    if (value && (name === 'host' || name === ':authority')) hosts.push(value.toLowerCase());
    return value;
  });
  // RFC 9112 §3.2 and RFC 9113 §8.3.1: one would be verified, and the server might go by the other.
  if (hosts.some((each) => each !== hosts[0])) return refusal('malformed', 'The request names two hosts.');
  const [authority, address] = split(String(request.url));
  const host = headers['host'] ?? headers[':authority'] ?? authority.toLowerCase();
  if (host) headers['host'] = host;
  const claim = readClaim(headers, targetOf(true)(true)(true)(address).parameters);
  if ('code' in claim) return refusal(claim.code, claim.message);
  const refused =
    checkScope(claim, options) ?? checkTime(claim, options) ?? checkSignedHeaders(claim, headers);
  if (refused) return refused;
  const found = options.lookupSecret(claim.signing.accessKeyId, claim.sessionToken);
  const judge = (secret: KnownSecret | null | undefined): VerifyResult =>
    judged(request, options, headers, address, claim, secret);
  return typeof found === 'string' ? judge(found) : Promise.resolve(found).then(judge);
}

function judged(
  request: ReceivedRequest,
  options: VerifyOptions,
  headers: HeaderMap,
  address: string,
  claim: Claim,
  found: KnownSecret | null | undefined,
): VerifyResult {
  const {
    signing: { accessKeyId, region, service, scope, signedHeaders },
    amzDate,
    date,
    presigned,
    expiresIn,
    sessionToken,
    signature,
  } = claim;
  const known = typeof found === 'string' ? { secretAccessKey: found } : found;
  // An entry whose secret is missing, as an environment variable may be, is signed for by anybody.
  if (!known?.secretAccessKey) return refusal('unknown-key', 'There is no such access key id.');
  if (known.sessionToken && !isEqual(known.sessionToken, sessionToken ?? '')) {
    return refusal('bad-token', 'The session token is not the one that belongs to the access key.');
  }
  const [canonicalRequest, payloadHash, isOtherBody] = asSigned(request, options, headers, address, claim);
  let stringToSign = '';
  const isSigned = (form: Uint8Array | string): boolean => {
    stringToSign = `${ALGORITHM}\n${amzDate}\n${scope}\n${sha256Hex(form)}`;
    return isEqual(hmacHex(signingKey(known.secretAccessKey)(scope), stringToSign), signature);
  };
  const holds = isSigned(canonicalRequest) || isSigned(bytesOf(canonicalRequest));
  const refused = holds
    ? isOtherBody &&
      refusal('body-mismatch', `The body is not the one whose hash was signed as ${CONTENT_SHA256}.`)
    : refusal(
        'signature-mismatch',
        'The signature is not that of the canonical request given here, with the known secret.',
      );
  if (refused) return { ...refused, canonicalRequest, stringToSign };
  return {
    ok: true,
    accessKeyId,
    sessionToken,
    region,
    service,
    date,
    expires: expiresIn ? new Date(date.getTime() + expiresIn * 1000) : undefined,
    presigned,
    signedHeaders: [...signedHeaders], // a copy, because the list is remembered
    signature,
    payloadHash,
    canonicalRequest,
    stringToSign,
  };
}

/** The request as it must have been signed, what stands in it for the body, and whether the body that came is another one. */
function asSigned(
  request: ReceivedRequest,
  options: VerifyOptions,
  headers: HeaderMap,
  address: string,
  { signing: { service, signedHeaders, sortedHeaders, headerList }, presigned }: Claim,
): readonly [canonicalRequest: string, payloadHash: string, isOtherBody: boolean] {
  const forS3 = isS3(service);
  const { normalizePath = !forS3, doubleEncode = !forS3 } = options;
  const { path, parameters } = targetOf(normalizePath)(doubleEncode)(true)(address);
  const inQuery = presigned ? ownParameters(parameters).get(CONTENT_SHA256) : undefined;
  const byDefault = presigned && forS3 ? UNSIGNED_PAYLOAD : undefined;
  const declared = headers[CONTENT_SHA256] ?? inQuery ?? byDefault;
  // The hash of what came, where it can be compared.
  const received =
    declared === undefined || /^[\da-f]{64}$/i.test(declared)
      ? (options.payloadHash ?? sha256Hex(dataOf(request.body)))
      : declared;
  const payloadHash = declared ?? received;
  const query = signedQuery(parameters, options);
  // HTTP/2 says :authority for what is signed as host; a proxy may turn either into the other.
  if (headers['host'] && signedHeaders.includes(':authority')) headers[':authority'] = headers['host'];
  // A header that is said to be signed but did not come is an empty one: the signature then does not match.
  const lines = canonicalHeaders(headers, sortedHeaders);
  return [
    `${request.method.toUpperCase()}\n${path}\n${query}\n${lines}\n${headerList}\n${payloadHash}`,
    payloadHash,
    received.toLowerCase() !== payloadHash.toLowerCase(),
  ];
}

/**
 * The bytes behind a text that Node has read: it reads header values as Latin-1 even if a client has signed and sent UTF-8. Text that
 * cannot have been read in this way is left as it is.
 */
function bytesOf(text: string): Uint8Array | string {
  if (/[\u0100-\uffff]/.test(text)) return text;
  // Not by Uint8Array.from, which takes 16 ms for 66 kB that anybody may send, a loop 0.9.
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The parameters that a signature covers: all but itself, and a token that was appended to it. */
function signedQuery(parameters: readonly Parameter[], { sessionToken }: VerifyOptions): string {
  if (parameters.length === 0) return ''; // the usual case; the rest takes a tenth of a verification
  const unsigned =
    sessionToken === 'appended' ? /^X-Amz-(Signature|Security-Token)\0/i : /^X-Amz-Signature\0/i;
  return canonicalQuery(parameters.filter((each) => !unsigned.test(each)));
}

/** Authority and path as they were received: a URL parser would rewrite them. */
function split(url: string): readonly [authority: string, address: string] {
  // A `#` begins no fragment here, since nobody sends one: what follows it must have been signed, too. Looking for one first is cheaper.
  if (url.startsWith('/')) return ['', url.includes('#') ? url.replaceAll('#', '%23') : url];
  const [, authority = '', address = ''] = /^(?:https?:\/\/([^/?#]*))?(.*)$/is.exec(url) ?? [];
  return [authority, address];
}

/** Takes the same time wherever the first difference is. */
function isEqual(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index++)
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
