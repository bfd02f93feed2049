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
