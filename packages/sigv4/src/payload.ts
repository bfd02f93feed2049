/**
 * The last line of the canonical request: the hash of the body, or what stands in for it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { sha256Hex, sha256HexLater } from '#hash';
import { SigV4Error } from './errors.ts';
import type { RequestBody } from './request.ts';

/** What `fetch` takes as a body. */
export type SignedBody = NonNullable<RequestInit['body']>;

export const CONTENT_SHA256 = 'x-amz-content-sha256';
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** What goes into the canonical request, and what is to be sent. */
export interface Payload {
  readonly hash: string;
  readonly body: RequestBody;
  /** Of a body whose type is lost when it becomes bytes. */
  readonly contentType?: string | null | undefined;
}

/** The payload of text or bytes; a body whose hash is declared goes through untouched, also a stream. */
export function payloadOf(body: RequestBody, declaredHash: string | undefined): Payload {
  return { hash: declaredHash ?? sha256Hex(dataOf(body)), body };
}

/** What is hashed: text, of which the UTF-8 counts, or bytes. Refuses what would have to be guessed at. */
export function dataOf(body: RequestBody): Uint8Array | string {
  if (body == null) return '';
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  // Any other view, or a buffer of whatever realm: both say how long they are, and nothing else does.
  const { buffer = body as ArrayBuffer, byteOffset, byteLength } = body as Partial<DataView>;
  if (byteLength !== undefined) return new Uint8Array(buffer, byteOffset, byteLength);
  throw new SigV4Error(
    'unsupported-body',
    'body',
    'is not text or bytes: read it, or set payloadHash or unsignedPayload',
  );
}

/** The same, also for a Blob, a form or parameters, and without blocking for long on a large body. */
export function payloadOfLater(
  body: RequestBody,
  declaredHash: string | undefined,
): Payload | Promise<Payload> {
  if (declaredHash !== undefined || body == null) return payloadOf(body, declaredHash);
  // By tag, not by instanceof: a runtime may lack a class, and a value may come from another realm.
  const isSerialized = / (Blob|File|FormData|URLSearchParams)]$/.test(Object.prototype.toString.call(body));
  return isSerialized ? serialized(body) : hashed(dataOf(body), body);
}

function hashed(
  data: Uint8Array | string,
  body: RequestBody,
  contentType?: string | null,
): Payload | Promise<Payload> {
  const hash = sha256HexLater(data);
  return typeof hash === 'string'
    ? { hash, body, contentType }
    : hash.then((text) => ({ hash: text, body, contentType }));
}

/** Written as fetch writes it, with the content type that fetch would send. */
async function serialized(body: RequestBody): Promise<Payload> {
  const response = new Response(body as BodyInit); // a Blob, a form or parameters
  // Read first: Bun works it out from the body, as long as there is one.
  const contentType = response.headers.get('content-type');
  const bytes = new Uint8Array(await response.arrayBuffer());
  return hashed(bytes, bytes, contentType);
}
