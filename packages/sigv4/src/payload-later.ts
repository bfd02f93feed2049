/**
 * The hash of bodies that cannot be read at once, or that take long: the part of the payload that needs a promise.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { sha256HexLater } from './hash.ts';
import type { AwsCredentials } from './credentials.ts';
import { collectHeaders, sendable } from './headers.ts';
import type { SignerOptions } from './options.ts';
import { dataOf, declaredHash } from './payload.ts';
import type { RawRequest, SignableRequest } from './request.ts';

/** Bodies shorter than this are hashed at once; longer ones perhaps by WebCrypto, see hash/portable.ts. */
const AT_ONCE = 8192;

/** Whether a request can be signed without waiting for anything. */
export function isAtHand({ body: given }: SignableRequest, { credentials }: SignerOptions): boolean {
  const body = given ?? '';
  // Apart from text, only bytes have a byteLength; a form has a `length` on Bun.
  const size = typeof body === 'string' ? body.length : (body as Partial<ArrayBuffer>).byteLength;
  return typeof credentials !== 'function' && size !== undefined && size < AT_ONCE;
}

/** The request and options with which it can be: the body hashed, a Blob, a form or parameters as bytes, credentials loaded. */
export async function prepared(
  request: SignableRequest,
  options: SignerOptions,
  hashByDefault?: string,
): Promise<readonly [SignableRequest, SignerOptions & { readonly credentials: AwsCredentials }]> {
  const { credentials } = options;
  // Named one by one: the members of a `Request` are getters of its class, which a spread would leave out.
  const { method, url, path, query } = request as RawRequest;
  const headers = collectHeaders(request.headers, sendable);
  let { body } = request;
  const hashLater = async (): Promise<string> => {
    // Not by instanceof: a runtime may lack a class, and a value may come from another realm. Nor by tag, which a Worker of Cloudflare
    // has none of before the compatibility date 2024-09-26. A form and parameters have getAll, and of what has both others only a Blob is left.
    const given = Object(body) as object;
    const blob = 'slice' in given && 'arrayBuffer' in given ? (given as Blob) : undefined;
    if (blob || 'getAll' in given) {
      // Written as fetch writes it, with the content type that fetch would send. A Blob is read by itself, since a Response makes text of
      // one that is not the platform's, as jsdom's is not: `[object Blob]`.
      const response = new Response(blob ? null : (body as BodyInit));
      // Read first: Bun works it out from the body, as long as there is one.
      const contentType = blob ? blob.type : response.headers.get('content-type');
      body = new Uint8Array(await (blob ?? response).arrayBuffer());
      if (contentType) headers['content-type'] ??= contentType;
    }
    return sha256HexLater(dataOf(body));
  };
  const [loaded, payloadHash] = await Promise.all([
    typeof credentials === 'function' ? credentials() : credentials,
    declaredHash(headers, options, hashByDefault) ?? hashLater(),
  ]);
  return [
    { method, url, path, query, body, headers },
    { ...options, payloadHash, credentials: loaded },
  ];
}
