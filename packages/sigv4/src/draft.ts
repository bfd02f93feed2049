/** A request on its way to a signature. */
import { hmacHex, sha256Hex } from './hash.ts';
import { formatAmzDate } from './amz-date.ts';
import { checkCredentials } from './credentials.ts';
import { SigV4Error } from './errors.ts';
import { canonicalQuery, type Parameter, parametersOf, queryText } from './canonical-query.ts';
import { collectHeaders, type HeaderMap, sendable, signedHeadersOf, TOKEN_HEADER } from './headers.ts';
import { remembered } from './memory.ts';
import { checkScope, isS3, type SignerOptions } from './options.ts';
import { CONTENT_SHA256, dataOf, declaredHash, type SignedBody } from './payload.ts';
import { type SignableRequest, targetOf } from './request.ts';
import { ALGORITHM, scopeOf, signingKey } from './signing-key.ts';

/** A signed request, to be sent as it is: `fetch(signed.url, signed)`. If the body is a stream, add `duplex: 'half'`. */
export interface SignedRequest {
  /** In upper case; `GET` if none was given. */
  readonly method: string;
  /** The URL as it was signed. It may be encoded differently from the one that was given. */
  readonly url: string;
  /** Lower-case names. `host` is among them only if it was given; otherwise whoever sends the request adds it. */
  readonly headers: Record<string, string>;
  /** The body as it was given; for a Blob, a form or URLSearchParams, the bytes that were hashed. */
  readonly body?: SignedBody;
  /** What was signed, to compare with what a service says it expected. */
  readonly canonicalRequest: string;
  /** What the key signed: algorithm, date, scope and the hash of the canonical request. */
  readonly stringToSign: string;
  /** The signature in hexadecimal. */
  readonly signature: string;
}

/** What differs between the versions of the signature: 4, an HMAC, and 4A, which is ECDSA. */
export type Scheme = readonly [
  algorithm: string,
  scopeOf: (amzDate: string, options: SignerOptions) => string,
  signatureOf: (stringToSign: string, secretAccessKey: string, scope: string) => string,
];

const sigv4: Scheme = [
  ALGORITHM,
  scopeOf,
  (text, secretAccessKey, scope) => hmacHex(signingKey(secretAccessKey)(scope), text),
];

/**
 * Moves what belongs to a signature into the query. The function that it returns adds one more parameter and returns the whole
 * query; it is called twice, with the names of the signed headers and with the signature.
 */
export type ByQuery = (
  options: SignerOptions,
  headers: HeaderMap,
  parameters: readonly Parameter[],
  hash: string,
  signing: readonly [algorithm: string, scope: string, amzDate: string],
) => (name: string, value: string) => string;

/**
 * The token with its line breaks taken out, as from any other header: `fetch` would quote it in an error. Remembered, because a token has
 * a thousand characters, and looking at each costs 1 µs.
 */
const sendableToken: (sessionToken: unknown) => string = /* @__PURE__ */ remembered(
  // Only `authorization` and `date` become undefined. A token that JavaScript read from a file as bytes counts as its text, as keys do.
  (sessionToken) => sendable(TOKEN_HEADER, String(sessionToken)) as string,
);

/** https://docs.aws.amazon.com/amazonglacier/latest/dev/api-common-request-headers.html and .../opensearch-service/latest/developerguide/serverless-clients.html */
const NEEDS_CONTENT_SHA256 = /^(glacier|aoss)$/;

/**
 * Signs a request whose body is text or bytes, with credentials that are loaded: by query where `byQuery` is given, otherwise by
 * header. A body whose hash is declared is not read, so it may be a stream.
 */
export function complete(
  request: SignableRequest,
  options: SignerOptions,
  byQuery?: ByQuery,
  hashByDefault?: string,
  [algorithm, scopeOf, signatureOf]: Scheme = sigv4,
): SignedRequest {
  checkScope(options);
  const { accessKeyId, secretAccessKey, sessionToken } = checkCredentials(options.credentials);
  const { service } = options;
  const { url, body } = request;
  const forS3 = isS3(service);
  // Where JavaScript gives neither, the error is about the missing URL, not about a path named `undefined`.
  const target = targetOf(options.normalizePath ?? !forS3)(options.doubleEncode ?? !forS3)(
    !url && request.path !== undefined,
  )(String(url || request.path));
  let { parameters, query, search } = target;
  if (request.query) {
    parameters = [...parameters, ...parametersOf(request.query)];
    query = canonicalQuery(parameters);
    search = `?${queryText(parameters)}`;
  }
  const headers = collectHeaders(request.headers, sendable);
  const host = headers['host'] ?? headers[':authority'] ?? target.host;
  if (!host) throw new SigV4Error('invalid-request', 'headers.host', 'is missing');
  const method = (request.method ?? 'GET').toUpperCase();
  const amzDate = formatAmzDate(options.signingDate ?? options.clock?.() ?? Date.now());
  const scope = scopeOf(amzDate, options);
  const hash = declaredHash(headers, options, hashByDefault) ?? sha256Hex(dataOf(body));
  // Such as the promise of `hashBody`, which would be signed as `[object Promise]`.
  if (!hash.length) throw new SigV4Error('invalid-option', 'payloadHash', 'is no text, or empty');
  const queryWith = byQuery?.(options, headers, parameters, hash, [algorithm, scope, amzDate]);
  if (!queryWith) {
    headers['x-amz-date'] = amzDate;
    if (sessionToken) headers[TOKEN_HEADER] = sendableToken(sessionToken);
    // A word in place of the hash, such as UNSIGNED-PAYLOAD, has to be sent: the service would hash the body otherwise. All such words
    // are shorter than the 64 digits of a hash.
    if ((options.signBody ?? (forS3 || NEEDS_CONTENT_SHA256.test(service))) || !hash[63])
      headers[CONTENT_SHA256] = hash;
  }
  const [lines, list] = signedHeadersOf(':authority' in headers ? headers : { ...headers, host }, options);
  if (queryWith) query = queryWith('SignedHeaders', list);
  const canonicalRequest = `${method}\n${target.path}\n${query}\n${lines}\n${list}\n${hash}`;
  const stringToSign = `${algorithm}\n${amzDate}\n${scope}\n${sha256Hex(canonicalRequest)}`;
  const signature = signatureOf(stringToSign, secretAccessKey, scope);
  if (queryWith) search = `?${queryWith('Signature', signature)}`;
  else
    headers['authorization'] =
      `${algorithm} Credential=${accessKeyId}/${scope}, SignedHeaders=${list}, Signature=${signature}`;
  return {
    method,
    url: (target.origin ?? `https://${host}`) + target.pathname + search,
    headers,
    canonicalRequest,
    stringToSign,
    signature,
    // The cast: RequestBody has views on shared memory, too, which fetch does not take and only some compilers tell apart.
    ...(body != null && { body: body as SignedBody }),
  };
}
