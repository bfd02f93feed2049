/**
 * Signing by header: `Authorization` and `X-Amz-Date`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { hmacHex } from '#hash';
import { type AwsCredentials, checkCredentials } from './credentials.ts';
import {
  ALGORITHM,
  type Draft,
  declaredHash,
  draftOf,
  type Scheme,
  type Signable,
  type SignedRequest,
  signableOf,
  signedHeadersOf,
  TOKEN_HEADER,
} from './draft.ts';
import { isS3, type SignerOptions } from './options.ts';
import { CONTENT_SHA256, type Payload, payloadOf, payloadOfLater, UNSIGNED_PAYLOAD } from './payload.ts';
import type { SignableRequest } from './request.ts';
import { scopeOf, signingKey } from './signing-key.ts';

/** https://docs.aws.amazon.com/amazonglacier/latest/dev/api-common-request-headers.html and .../opensearch-service/latest/developerguide/serverless-clients.html */
const NEEDS_CONTENT_SHA256 = /^(glacier|aoss)$/;

export function withHeaders(
  draft: Draft,
  payload: Payload,
  credentials: AwsCredentials,
  scheme: Scheme,
): Signable {
  const { headers, options, target } = draft;
  const { service, signBody = isS3(service) || NEEDS_CONTENT_SHA256.test(service) } = options;
  const { accessKeyId, sessionToken } = credentials;
  const [algorithm, scope] = scheme;
  const appended = options.sessionToken === 'appended';
  if (payload.contentType && !headers.has('content-type')) headers.set('content-type', payload.contentType);
  headers.set('x-amz-date', draft.amzDate);
  // Without a token of its own, a signature covers one that the caller put among the headers.
  if (sessionToken) headers.set(TOKEN_HEADER, sessionToken);
  if (sessionToken && appended) headers.delete(TOKEN_HEADER);
  // A service that is not told of an unsigned payload hashes what it gets.
  if (signBody || payload.hash === UNSIGNED_PAYLOAD) headers.set(CONTENT_SHA256, payload.hash);
  const signed = signedHeadersOf(draft);
  return signableOf(draft, scheme, signed, target.parameters, payload, (signature) => {
    if (sessionToken) headers.set(TOKEN_HEADER, sessionToken);
    const names = signed.names;
    headers.set(
      'authorization',
      `${algorithm} Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    );
    return target.search;
  });
}

/** A way to place a signature: in the headers, or in the query. */
export type Placement = typeof withHeaders;

export function complete(
  place: Placement,
  draft: Draft,
  payload: Payload,
  credentials: AwsCredentials,
): SignedRequest {
  const scope = scopeOf(draft.amzDate, draft.options);
  const { stringToSign, finish } = place(draft, payload, credentials, [ALGORITHM, scope]);
  return finish(hmacHex(signingKey(credentials.secretAccessKey, scope), stringToSign));
}

/**
 * Signs one request, whose body is text or bytes, with credentials that are at hand. Throws a `SigV4Error`:
 * `invalid-request`, `invalid-option`, `missing-credentials` or `unsupported-body`.
 */
export function signSync(request: SignableRequest, options: SignerOptions): SignedRequest {
  const draft = draftOf(request, options);
  return complete(
    withHeaders,
    draft,
    payloadOf(request.body, declaredHash(draft)),
    checkCredentials(options.credentials),
  );
}

/** Signs one request, also with credentials that have to be loaded, or with a Blob, a form or URLSearchParams as body. */
export async function sign(request: SignableRequest, options: SignerOptions): Promise<SignedRequest> {
  const draft = draftOf(request, options);
  return completeLater(withHeaders, draft, declaredHash(draft));
}

/** Loads the credentials while the body is hashed. */
export function completeLater(
  place: Placement,
  draft: Draft,
  hash: string | undefined,
): SignedRequest | Promise<SignedRequest> {
  const { credentials } = draft.options;
  const payload = payloadOfLater(draft.request.body, hash);
  // Usually there is nothing to wait for, and a wait costs more than all else that is not a hash. Not by instanceof: a
  // promise of WebCrypto may come from another realm.
  if (typeof credentials !== 'function' && 'hash' in payload) {
    return complete(place, draft, payload, checkCredentials(credentials));
  }
  const loading = typeof credentials === 'function' ? credentials() : credentials;
  return Promise.all([payload, loading]).then(([read, loaded]) =>
    complete(place, draft, read, checkCredentials(loaded)),
  );
}
