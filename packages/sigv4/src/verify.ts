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
import { addressOf } from './request.ts';
import { signingKey } from './signing-key.ts';
import { type ReceivedRequest, refusal, type VerifyOptions, type VerifyResult } from './verification.ts';

/**
 * Verifies the signature of a request, by header or by query. Never throws for what a request says: a refusal is a result.
 * What `lookupSecret` throws comes through. Throws a `SigV4Error` (`unsupported-body`) when the body is neither text nor
 * bytes.
 */
export async function verifyRequest(request: ReceivedRequest, options: VerifyOptions): Promise<VerifyResult> {
  const headers = collectHeaders(request.headers);
  const [authority, address] = split(String(request.url));
  const { parameters } = addressOf(true)(true)(true)(address);
  const host = headers['host'] ?? headers[':authority'] ?? authority.toLowerCase();
  // HTTP/2 says :authority for what is signed as host; a proxy may turn either into the other.
  if (host) headers['host'] = headers[':authority'] = host;
  const claim = readClaim(headers, parameters);
  if ('code' in claim) return refusal(claim.code, claim.message);
  const refused =
    checkScope(claim, options) ?? checkTime(claim, options) ?? checkSignedHeaders(claim, headers);
  if (refused) return refused;
  const answer = options.lookupSecret(claim.accessKeyId, claim.sessionToken);
  // To wait for what is there already costs a twentieth of all this.
  const found = typeof answer === 'string' ? answer : await answer;
  if (!found) return refusal('unknown-key', 'There is no such access key id.');
  const known = typeof found === 'string' ? { secretAccessKey: found } : found;
  if (known.sessionToken && !isEqual(known.sessionToken, claim.sessionToken ?? '')) {
    return refusal('bad-token', 'The session token is not the one that belongs to the access key.');
  }
  const payload = payloadHashes(request, headers, parameters, claim, options);
  const canonicalRequest = canonicalRequestOf(
    request.method,
    address,
    headers,
    payload.signed,
    claim,
    options,
  );
  const stringToSign = `AWS4-HMAC-SHA256\n${claim.amzDate}\n${claim.scope}\n${sha256Hex(canonicalRequest)}`;
  const shown = { canonicalRequest, stringToSign };
  const key = signingKey(known.secretAccessKey, claim.scope);
  if (!isEqual(hmacHex(key, stringToSign), claim.signature)) {
    const message = 'The signature is not that of the canonical request given here, with the known secret.';
    return { ...refusal('signature-mismatch', message), ...shown };
  }
  if (payload.received !== undefined && payload.received !== payload.signed) {
    return {
      ...refusal('body-mismatch', `The body is not the one whose hash was signed as ${CONTENT_SHA256}.`),
      ...shown,
    };
  }
  const { accessKeyId, sessionToken, region, service, date, expiresIn, presigned, signedHeaders, signature } =
    claim;
  return {
    ok: true,
    accessKeyId,
    sessionToken,
    region,
    service,
    date,
    expires: expiresIn === undefined ? undefined : new Date(date.getTime() + expiresIn * 1000),
    presigned,
    signedHeaders: [...signedHeaders], // a copy, because the list is remembered
    signature,
    payloadHash: payload.signed,
    canonicalRequest,
    stringToSign,
  };
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
  const inQuery = presigned ? ownParameters(parameters).get(CONTENT_SHA256) : undefined;
  const byDefault = presigned && isS3(service) ? UNSIGNED_PAYLOAD : undefined;
  const declared = headers[CONTENT_SHA256] ?? inQuery ?? byDefault;
  if (declared !== undefined && !/^[\da-f]{64}$/.test(declared))
    return { signed: declared, received: undefined };
  const received = payloadHash ?? sha256Hex(dataOf(body));
  return { signed: declared ?? received, received };
}

function canonicalRequestOf(
  method: string,
  address: string,
  headers: HeaderMap,
  payloadHash: string,
  { service, sortedHeaders, headerList }: Claim,
  options: VerifyOptions,
): string {
  const { normalizePath = !isS3(service), doubleEncode = !isS3(service) } = options;
  const { canonicalPath, parameters } = addressOf(true)(normalizePath)(doubleEncode)(address);
  const unsigned =
    options.sessionToken === 'appended' ? /^X-Amz-(Signature|Security-Token)\0/i : /^X-Amz-Signature\0/i;
  const query = canonicalQuery(parameters.filter((each) => !unsigned.test(each)));
  // A header that is said to be signed but did not come is an empty one: the signature then does not match.
  const lines = canonicalHeaders(headers, sortedHeaders);
  return `${method.toUpperCase()}\n${canonicalPath}\n${query}\n${lines}\n${headerList}\n${payloadHash}`;
}

/** Authority and path as they were received: a URL parser would rewrite them. */
function split(url: string): readonly [authority: string, address: string] {
  if (url.startsWith('/')) return ['', url];
  const [, authority = '', address = ''] = /^(?:https?:\/\/([^/?#]*))?(.*)$/is.exec(url) ?? [];
  return [authority, address];
}

/** In a time that does not tell where the first difference is. */
function isEqual(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index++)
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
