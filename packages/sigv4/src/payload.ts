/**
 * The last line of the canonical request: the hash of the body, or what stands in for it; and the body as bytes, so that
 * what is sent is what was hashed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { sha256Hex, sha256HexLater, utf8 } from '#hash';
import { SigV4Error } from './errors.ts';
import type { RequestBody } from './request.ts';

/** What `fetch` takes as a body. */
export type SignedBody = NonNullable<RequestInit['body']>;

export const CONTENT_SHA256 = 'x-amz-content-sha256';
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';
export const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export interface Payload {
  /** What goes into the canonical request. */
  readonly hash: string;
  /** What is to be sent; nothing when there was no body. */
  readonly body: SignedBody | undefined;
  /** What `fetch` would have said of a body that is bytes now. */
  readonly contentType?: string | undefined;
}

interface Bytes {
  readonly bytes: Uint8Array | undefined;
  readonly contentType?: string | undefined;
}

/** The payload when its bytes are at hand; what has no bytes yet (a Blob, a form, a stream) is refused. */
export function payloadOf(body: RequestBody, declared: string | undefined): Payload {
  if (declared !== undefined) return asDeclared(body, declared);
  const { bytes, contentType } = bytesOf(body);
  return payload(bytes, bytes?.length ? sha256Hex(bytes) : EMPTY_SHA256, contentType);
}

/** The same, also for a Blob or a form, and without blocking for long on a large body. */
export function payloadOfLater(body: RequestBody, declared: string | undefined): Payload | Promise<Payload> {
  if (declared !== undefined) return asDeclared(body, declared);
  if (/Blob|File|FormData/.test(kindOf(body))) return serialized(body);
  const { bytes, contentType } = bytesOf(body);
  const hash = bytes?.length ? sha256HexLater(bytes) : EMPTY_SHA256;
  if (typeof hash === 'string') return payload(bytes, hash, contentType);
  return hash.then((text) => payload(bytes, text, contentType));
}

/** A body whose hash is declared goes through untouched: nothing reads it, so it may be a stream. */
function asDeclared(body: RequestBody, declared: string): Payload {
  // RequestBody is BodyInit with views on a SharedArrayBuffer, which no type tells apart.
  return { hash: declared, body: (body ?? undefined) as SignedBody | undefined };
}

function payload(bytes: Uint8Array | undefined, hash: string, contentType: string | undefined): Payload {
  return { hash, body: bytes as Uint8Array<ArrayBuffer> | undefined, contentType }; // see asDeclared
}

/** A Blob or a form, written as `fetch` writes it; the boundary of a form stands in its content type. */
async function serialized(body: RequestBody): Promise<Payload> {
  const response = new Response(body as Blob | FormData); // told apart by the caller
  const bytes = new Uint8Array(await response.arrayBuffer());
  return payload(bytes, await sha256HexLater(bytes), response.headers.get('content-type') ?? undefined);
}

/** The bytes of a body that has them; refuses the others, each with what to do instead. */
export function bytesOf(body: RequestBody): Bytes {
  if (body === undefined || body === null) return { bytes: undefined };
  if (typeof body === 'string') return { bytes: utf8(body) };
  if (body instanceof Uint8Array) return { bytes: body };
  if (ArrayBuffer.isView(body))
    return { bytes: new Uint8Array(body.buffer, body.byteOffset, body.byteLength) };
  const kind = kindOf(body);
  if (/ArrayBuffer$/.test(kind)) return { bytes: new Uint8Array(body as ArrayBuffer) }; // by its tag, also from another realm
  if (kind === 'URLSearchParams') {
    return {
      bytes: utf8((body as URLSearchParams).toString()),
      contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
    };
  }
  if (/Stream$/.test(kind)) {
    throw new SigV4Error(
      'stream-body',
      'body',
      'is a stream, which cannot be hashed before it is sent: read it into bytes, give payloadHash, or set unsignedPayload where the service allows it (S3)',
    );
  }
  if (/Blob|File|FormData/.test(kind))
    throw new SigV4Error('asynchronous', 'body', `is a ${kind}: sign it with a promise`);
  throw new SigV4Error(
    'unsupported-body',
    'body',
    `is a ${kind}: give a string, bytes, URLSearchParams, Blob or FormData; JSON as JSON.stringify writes it`,
  );
}

// By tag, not by instanceof: a runtime may lack a class, and a value may come from another realm.
function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
