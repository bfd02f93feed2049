/**
 * The last line of the canonical request: the hash of the body, or what stands in for it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { SigV4Error } from './errors.ts';
import type { RequestBody } from './request.ts';

/** What `fetch` takes as a body. */
export type SignedBody = NonNullable<RequestInit['body']>;

export const CONTENT_SHA256 = 'x-amz-content-sha256';
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** What is hashed: text, of which the UTF-8 counts, or bytes. Refuses what would have to be guessed at. */
export function dataOf(body: RequestBody): Uint8Array | string {
  const data = body ?? '';
  if (typeof data === 'string') return data;
  // A view, or a buffer of whatever realm: both say how long they are, and nothing else does.
  const { buffer = data as ArrayBuffer, byteOffset, byteLength } = data as Partial<DataView>;
  if (byteLength !== undefined) return new Uint8Array(buffer, byteOffset, byteLength);
  throw new SigV4Error(
    'unsupported-body',
    'body',
    'must be text or bytes, or set payloadHash or unsignedPayload',
  );
}
