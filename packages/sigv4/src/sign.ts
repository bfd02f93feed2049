/**
 * Signing by header: `Authorization` and `X-Amz-Date`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { sha256Hex } from '#hash';
import type { AwsCredentials } from './credentials.ts';
import { canonicalRequestOf, type Draft, type Scheme, signedHeadersOf } from './draft.ts';
import { hostOf } from './headers.ts';
import { sendsContentSha256 } from './options.ts';
import { CONTENT_SHA256, type Payload, type SignedBody, UNSIGNED_PAYLOAD } from './payload.ts';

/** A request to be sent as it is: `fetch(signed.url, signed)`. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  /** Lower-case names. `host` is among them only if it was given; whoever sends the request adds it otherwise. */
  readonly headers: Record<string, string>;
  /** The very bytes that were hashed; a body that was not hashed, as it was given. */
  readonly body?: SignedBody;
  /** What was signed, to compare with what a service says it expected. */
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  /** In hexadecimal. */
  readonly signature: string;
}

/** Everything but the signature. */
export interface Signable<Result> {
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  finish(signature: string): Result;
}

export const TOKEN_HEADER = 'x-amz-security-token';

export function signableRequest(
  draft: Draft,
  payload: Payload,
  { accessKeyId, sessionToken }: AwsCredentials,
  { algorithm, scope, regionSet }: Scheme,
): Signable<SignedRequest> {
  const { headers, target, settings, amzDate, method } = draft;
  const appended = settings.sessionToken === 'appended';
  if (payload.contentType !== undefined && !headers.has('content-type'))
    headers.set('content-type', payload.contentType);
  headers.set('x-amz-date', amzDate);
  if (regionSet !== undefined) headers.set('x-amz-region-set', regionSet);
  // Without a token of its own, a signature covers one that the caller put among the headers.
  if (sessionToken) headers.delete(TOKEN_HEADER);
  if (sessionToken && !appended) headers.set(TOKEN_HEADER, sessionToken);
  // A service that is not told of an unsigned payload hashes what it gets.
  if (payload.hash === UNSIGNED_PAYLOAD || sendsContentSha256(settings))
    headers.set(CONTENT_SHA256, payload.hash);
  const signed = signedHeadersOf(draft);
  const canonicalRequest = canonicalRequestOf(draft, signed, target.parameters, payload.hash);
  const stringToSign = `${algorithm}\n${amzDate}\n${scope}\n${sha256Hex(canonicalRequest)}`;
  return {
    canonicalRequest,
    stringToSign,
    finish(signature) {
      const url = `${target.origin || `https://${hostOf(headers)}`}${target.path}${target.search && `?${target.search}`}`;
      if (sessionToken && appended) headers.set(TOKEN_HEADER, sessionToken);
      headers.set(
        'authorization',
        `${algorithm} Credential=${accessKeyId}/${scope}, SignedHeaders=${signed.names}, Signature=${signature}`,
      );
      if (!draft.hostGiven) headers.delete('host');
      const request = {
        method,
        url,
        headers: Object.fromEntries(headers),
        canonicalRequest,
        stringToSign,
        signature,
      };
      return payload.body === undefined ? request : { ...request, body: payload.body };
    },
  };
}
