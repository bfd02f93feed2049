/**
 * The hash of bodies that cannot be read at once, or that take long: the part of the payload that needs a promise.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { sha256HexLater } from './hash.ts';
import type { HeaderMap } from './headers.ts';
import { dataOf } from './payload.ts';
import type { RequestBody } from './request.ts';

/** A body that is hashed later, and the headers that go with it. */
export interface Unhashed {
  body: RequestBody;
  readonly headers: HeaderMap;
}

const tagOf: () => string = Object.prototype.toString;

/**
 * Hashes a body, also a Blob, a form or parameters, which then become bytes, without blocking for long on a large one.
 */
export function hashLater(request: Unhashed): string | Promise<string> {
  const { body } = request;
  // By tag, not by instanceof: a runtime may lack a class, and a value may come from another realm.
  return typeof body === 'object' && / (Blob|File|FormData|URLSearchParams)]$/.test(tagOf.call(body))
    ? serialize(request).then(sha256HexLater)
    : sha256HexLater(dataOf(body));
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
