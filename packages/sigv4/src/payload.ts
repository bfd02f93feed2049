/**
 * The last line of the canonical request: the hash of the body, or what stands in for it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { sha256HexLater } from './hash.ts';
import { SigV4Error } from './errors.ts';
import type { HeaderMap } from './headers.ts';
import type { SignerOptions } from './options.ts';
import type { RequestBody } from './request.ts';

/** What `fetch` takes as a body. */
export type SignedBody = NonNullable<RequestInit['body']>;

export const CONTENT_SHA256 = 'x-amz-content-sha256';
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** What stands in for the hash of the body, which then need not be computed. */
export function declaredHash(
  headers: HeaderMap,
  options: SignerOptions,
  byDefault?: string,
): string | undefined {
  return (
    options.payloadHash ??
    (options.unsignedPayload ? UNSIGNED_PAYLOAD : (headers[CONTENT_SHA256] ?? byDefault))
  );
}

/** What is hashed: text, as UTF-8, or bytes. Anything else is refused, because its bytes would be a guess. */
export function dataOf(body: RequestBody): Uint8Array | string {
  const data = body ?? '';
  if (typeof data === 'string') return data;
  // A view or a buffer, of any realm: nothing else has a byteLength.
  const view = data as Partial<DataView>;
  if (view.byteLength !== undefined)
    return new Uint8Array(view.buffer ?? (data as ArrayBuffer), view.byteOffset, view.byteLength);
  throw new SigV4Error(
    'unsupported-body',
    'body',
    'must be text or bytes; for a Blob use sign, for a stream set payloadHash or unsignedPayload',
  );
}

/**
 * The SHA-256 of text or bytes in hexadecimal, as the option `payloadHash` takes it. Without `node:crypto`, WebCrypto hashes bodies of
 * 8 KiB and more, in a tenth of the time of `signSync` and without blocking. Rejects with a `SigV4Error`: `unsupported-body`.
 */
export async function hashBody(body: RequestBody): Promise<string> {
  return sha256HexLater(dataOf(body));
}
