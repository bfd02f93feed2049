/**
 * The last line of the canonical request: the hash of the body, or what stands in for it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { sha256HexLater } from './hash.ts';
import { SigV4Error } from './errors.ts';
import type { HeaderMap } from './headers.ts';
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

/** A body that is hashed later, and the headers that go with it. */
export interface Unhashed {
  body: RequestBody;
  readonly headers: HeaderMap;
}

/**
 * Hashes a body, also a Blob, a form or parameters, which then become bytes, without blocking for long on a large one.
 */
export function hashLater(request: Unhashed): string | Promise<string> {
  // By tag, not by instanceof: a runtime may lack a class, and a value may come from another realm.
  const tag = Object.prototype.toString.call(request.body);
  return / (Blob|File|FormData|URLSearchParams)]$/.test(tag)
    ? serialize(request).then(sha256HexLater)
    : sha256HexLater(dataOf(request.body));
}

/** Writes a body as fetch writes it, with the content type that fetch would send. */
async function serialize(request: Unhashed): Promise<Uint8Array> {
  const response = new Response(request.body as BodyInit); // a Blob, a form or parameters
  // Read first: Bun works it out from the body, as long as there is one.
  const contentType = response.headers.get('content-type');
  const bytes = new Uint8Array(await response.arrayBuffer());
  request.body = bytes;
  if (contentType) request.headers['content-type'] ??= contentType;
  return bytes;
}
