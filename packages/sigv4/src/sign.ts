/**
 * Signing by header: `Authorization` and `X-Amz-Date`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { hmacHex, sha256Hex } from './hash.ts';
import { type AwsCredentials, checkCredentials } from './credentials.ts';
import {
  ALGORITHM,
  type Draft,
  draftOf,
  type Scheme,
  type Signable,
  type SignedRequest,
  signableOf,
  signedPart,
} from './draft.ts';
import { TOKEN_HEADER } from './headers.ts';
import { isS3, type SignerOptions } from './options.ts';
import { CONTENT_SHA256, dataOf, UNSIGNED_PAYLOAD } from './payload.ts';
import { hashLater } from './payload-later.ts';
import type { SignableRequest } from './request.ts';
import { scopeOf, signingKey } from './signing-key.ts';

/** https://docs.aws.amazon.com/amazonglacier/latest/dev/api-common-request-headers.html and .../opensearch-service/latest/developerguide/serverless-clients.html */
const NEEDS_CONTENT_SHA256 = /^(glacier|aoss)$/;

export function withHeaders(
  draft: Draft,
  hash: string,
  { accessKeyId, sessionToken }: AwsCredentials,
  scheme: Scheme,
): Signable {
  const { headers, options, target } = draft;
  const { service, signBody = isS3(service) || NEEDS_CONTENT_SHA256.test(service) } = options;
  headers['x-amz-date'] = draft.amzDate;
  if (sessionToken) headers[TOKEN_HEADER] = sessionToken;
  // A service that is not told of an unsigned payload hashes what it gets.
  if (signBody || hash === UNSIGNED_PAYLOAD) headers[CONTENT_SHA256] = hash;
  const signed = signedPart(draft);
  return signableOf(draft, scheme, signed, target.canonicalQuery, hash, (signature) => {
    headers['authorization'] =
      `${scheme[0]} Credential=${accessKeyId}/${scheme[1]}, SignedHeaders=${signed[1]}, Signature=${signature}`;
    return target.search;
  });
}

/** A way to place a signature: in the headers, or in the query. */
export type Placement = typeof withHeaders;

/** Signs text or bytes; a body whose hash is declared is not looked at, and may be a stream. */
export function complete(
  place: Placement,
  draft: Draft,
  given: SignerOptions['credentials'] = draft.options.credentials,
  hash: string = draft.declaredHash ?? sha256Hex(dataOf(draft.body)),
): SignedRequest {
  const credentials = checkCredentials(given);
  const scope = scopeOf(draft.amzDate, draft.options);
  const [stringToSign, finish] = place(draft, hash, credentials, [ALGORITHM, scope]);
  return finish(hmacHex(signingKey(credentials.secretAccessKey, scope), stringToSign));
}

/**
 * Signs one request, whose body is text or bytes, with credentials that are at hand. Throws a `SigV4Error`:
 * `invalid-request`, `invalid-option`, `missing-credentials` or `unsupported-body`.
 */
export function signSync(request: SignableRequest, options: SignerOptions): SignedRequest {
  return complete(withHeaders, draftOf(request, options));
}

/** Signs one request, also with credentials that have to be loaded, or with a Blob, a form or URLSearchParams as body. */
export function sign(request: SignableRequest, options: SignerOptions): Promise<SignedRequest> {
  return completeLater(withHeaders, () => draftOf(request, options));
}

/** Loads the credentials while the body is hashed. */
export function completeLater(place: Placement, draw: () => Draft): Promise<SignedRequest> {
  // Not an async function: those cost a tenth of a signature, because usually there is nothing to wait for.
  try {
    const draft = draw();
    const { credentials } = draft.options;
    const hash = draft.declaredHash ?? hashLater(draft);
    if (typeof credentials !== 'function' && typeof hash === 'string')
      return Promise.resolve(complete(place, draft, credentials, hash));
    const loading = typeof credentials === 'function' ? credentials() : credentials;
    return Promise.all([hash, loading]).then(([known, loaded]) => complete(place, draft, loaded, known));
  } catch (error) {
    return Promise.reject(error as Error); // as it was thrown
  }
}
