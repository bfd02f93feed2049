/**
 * The hash of a body that cannot be read at once, or takes long to hash: what needs a promise before a request can be signed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { sha256HexLater } from './hash.ts';
import { parametersOf, queryText } from './canonical-query.ts';
import type { AwsCredentials } from './credentials.ts';
import { collectHeaders, sendable } from './headers.ts';
import type { SignerOptions } from './options.ts';
import { dataOf, declaredHash } from './payload.ts';
import type { RawRequest, SignableRequest } from './request.ts';

/** Whether a request can be signed without waiting for anything. */
export function isAtHand({ body: given }: SignableRequest, { credentials }: SignerOptions): boolean {
  // Shorter bodies are hashed at once, longer ones perhaps by WebCrypto: see hash/portable.ts. In bytes, or characters of a text.
  const AT_ONCE = 8192;
  const body = given ?? '';
  // Apart from text, only bytes have a byteLength; a form has a `length` on Bun.
  const size = typeof body === 'string' ? body.length : (body as Partial<ArrayBuffer>).byteLength;
  return typeof credentials !== 'function' && size !== undefined && size < AT_ONCE;
}

/**
 * The request and the options with which nothing has to be waited for: the body is hashed, a Blob, a form or parameters have become
 * bytes, the credentials are loaded.
 */
export async function prepared(
  request: SignableRequest,
  options: SignerOptions,
  hashByDefault?: string,
): Promise<readonly [SignableRequest, SignerOptions & { readonly credentials: AwsCredentials }]> {
  const { credentials } = options;
  // Named one by one: the members of a `Request` are getters of its class, which a spread would leave out.
  const { method, path } = request as RawRequest;
  // As text: whoever calls may change a URL or parameters for the next request before this one is signed.
  const url = request.url && String(request.url);
  const query = request.query && queryText(parametersOf(request.query));
  const headers = collectHeaders(request.headers, sendable);
  let { body } = request;
  const hashLater = async (): Promise<string> => {
    // Told by their methods. `instanceof` fails where a runtime lacks the class or the value is of another realm, and before the
    // compatibility date 2024-09-26 a Cloudflare Worker gives them no tag. Forms and parameters have getAll, and only a Blob has both of
    // the others.
    const given = Object(body) as object;
    const isForm = 'getAll' in given;
    if (isForm || ('slice' in given && 'arrayBuffer' in given)) {
      // A form is written as fetch writes it, with the content type that fetch would send. A Blob is read by itself: of one that is not
      // the platform's, such as jsdom's, a Response makes the text `[object Blob]`.
      const source = (isForm ? new Response(body as BodyInit) : body) as Blob & Partial<Response>;
      // Before the body: Bun works the type out from it, as long as it has not been read.
      const contentType = source.headers?.get('content-type') ?? source.type;
      body = new Uint8Array(await source.arrayBuffer());
      if (contentType) headers['content-type'] ??= contentType;
    }
    return sha256HexLater(dataOf(body));
  };
  const [loaded, payloadHash] = await Promise.all([
    typeof credentials === 'function' ? credentials() : credentials,
    declaredHash(headers, options, hashByDefault) ?? hashLater(),
  ]);
  return [
    { method, url, path, query, body, headers } as SignableRequest, // it has what the given one has of url and path
    { ...options, payloadHash, credentials: loaded },
  ];
}
