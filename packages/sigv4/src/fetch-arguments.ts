/**
 * What `fetch` was called with, as a request to be signed, and how that is sent on.
 * https://fetch.spec.whatwg.org/#fetch-method
 */
import type { SignedRequest } from './draft.ts';
import { collectHeaders } from './headers.ts';
import type { SigningOptions } from './options.ts';
import type { RequestBody, UrlRequest } from './request.ts';

/** `fetch`, as far as it is used here. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Headers of a Request that are not passed on: those of the connection by which it came (RFC 9110 §7.6.1) and its host, which `fetch`
 * sets anew (Node's refuses to send most of them; with them Deno's sends the body in chunks, which S3 refuses), and the session token
 * of an earlier signer, which AWS refuses beside another access key (InvalidToken).
 */
const NOT_PASSED_ON = /^(connection|expect|host|keep-alive|transfer-encoding|upgrade|x-amz-security-token)$/;

/** A call of `fetch`, as a request to be signed. */
interface FetchCall {
  /** Without a body where that is still `toRead`. */
  readonly request: UrlRequest & { body?: RequestBody };
  /** The Request whose body has to be read to be signed. */
  readonly toRead: Request | undefined;
  readonly signal: AbortSignal | null | undefined;
  /** Whether the body is a stream, which can be read, and so sent, only once. */
  readonly isOnce: boolean;
  /** Sends the request once it is signed, with everything else that the call said. */
  readonly forward: (send: Fetch, signed: SignedRequest) => Promise<Response>;
}

/** Reads what may be changed after the call, such as a URL, before the call returns, as `fetch` does. */
export function readArguments(
  options: SigningOptions,
  input: string | URL | Request,
  init: RequestInit = {},
): FetchCall {
  // As a proxy passes on what it received: `fetch(elsewhere, request)`. By a Request, because its members are getters, which a spread
  // would leave behind.
  if (isRequest(init)) return readArguments(options, new Request(input, init));
  const given = isRequest(input) ? input : undefined;
  const { method = given?.method, headers: initHeaders = given?.headers, signal = given?.signal } = init;
  const headers = collectHeaders(initHeaders, (name, value) =>
    !init.headers && NOT_PASSED_ON.test(name) ? undefined : value,
  );
  const { body } = init;
  // What fetch sets for a string, but not for bytes.
  if (typeof body === 'string' && !headers['content-type'])
    headers['content-type'] = 'text/plain;charset=UTF-8';
  // Also with a body of null in `init` fetch sends that of the Request.
  const isOwn = body == null && given !== undefined && hasBody(given);
  const isUnread = isOwn && (options.payloadHash !== undefined || options.unsignedPayload === true);
  // By their methods: Node's fetch also takes its own streams and generators, not every browser can iterate a ReadableStream, and React
  // Native has no such class.
  const isOnce =
    isUnread || 'getReader' in (Object(body) as object) || Symbol.asyncIterator in (Object(body) as object);
  // A redirect is not followed: it would carry the session token and the body to a host for which the signature does not hold.
  // That a Request says `follow` tells nothing: it is the default.
  const { redirect = given?.redirect === 'error' ? 'error' : 'manual' } = init;
  const rest = { ...init, redirect };
  return {
    request: { method, url: isRequest(input) ? input.url : String(input), headers, body },
    toRead: isOwn && !isUnread ? given : undefined,
    signal,
    isOnce,
    forward(send, signed) {
      const { method, url, headers, body: bytes } = signed;
      const sent = { ...rest, method, headers, ...(bytes && { body: bytes }) };
      if (!given) return send(url, sent);
      // A Request of another class, such as that of the package undici, is sent by its members.
      if (!(given instanceof Request)) return send(url, { signal: (given as Request).signal, ...sent });
      const request = new Request(given, sent);
      // A key of S3 is sent as it is signed, which some stores want (moto). A Request made of another one sends its body in chunks,
      // without a length, which S3 refuses: so the bytes are given again, and where they are not at hand the URL stays as it is.
      const isOther = !isOnce && url !== request.url;
      return send(isOther ? new Request(new Request(url, request), sent) : request);
    },
  };
}

/**
 * Whether a Request has a body. Firefox does not tell: there every Request is read whose method allows a body.
 * https://developer.mozilla.org/en-US/docs/Web/API/Request/body#browser_compatibility
 */
function hasBody({ body, method }: Pick<Partial<Request>, 'body' | 'method'>): boolean {
  return body === undefined ? !/^(GET|HEAD)$/.test(method ?? '') : body !== null;
}

function isRequest(given: object | string): given is Request {
  return 'arrayBuffer' in Object(given);
}
