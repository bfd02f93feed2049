/** A request as it is given to be signed, and where it goes: host, path and query as they are sent. */
import { canonicalPath } from './canonical-path.ts';
import { type Parameter, parametersOf, type QueryInput } from './canonical-query.ts';
import { SigV4Error } from './errors.ts';
import type { HeadersInput } from './headers.ts';

/** What becomes the body. A plain object is none of these: write it as JSON yourself, so that the bytes are yours. */
export type RequestBody =
  | NonNullable<RequestInit['body']>
  | string
  | Uint8Array
  | ArrayBuffer
  | ArrayBufferView
  | URLSearchParams
  | Blob
  | FormData
  | ReadableStream
  | null
  | undefined;

interface AnyRequest {
  /** `GET` by default. */
  readonly method?: string | undefined;
  readonly headers?: HeadersInput | undefined;
  /** Parameters that come after those that the URL or path already has. */
  readonly query?: QueryInput | undefined;
  readonly body?: RequestBody;
}

/** A request to a URL, which is read as `fetch` reads it: dot segments resolved, a space as `%20`, no fragment. */
export interface UrlRequest extends AnyRequest {
  /** Absolute, `http:` or `https:`. */
  readonly url: string | URL;
}

/** A request whose path is signed exactly as it stands here, for what a URL parser would rewrite. Needs a `host` header. */
export interface RawRequest extends AnyRequest {
  readonly url?: undefined;
  /** As it is sent; a query may follow after `?`. */
  readonly path: string;
}

export type SignableRequest = UrlRequest | RawRequest;

/** Where a request goes. */
export interface Target {
  /** Scheme and host, `https://example.amazonaws.com`; empty when only headers tell the host. */
  readonly origin: string;
  /** What a client sends as `host`. */
  readonly host: string;
  readonly path: string;
  /** Text that follows `?`. */
  readonly search: string;
  readonly parameters: readonly Parameter[];
}

// Parsing a URL and encoding its path costs 2 µs; a client calls the same few addresses over and over.
const LIMIT = 100;
const recentTargets = new Map<string, Target>();
const recentPaths = new Map<string, string>();

export function targetOf(request: SignableRequest): Target {
  const target = request.url === undefined ? rawTarget(request.path) : urlTarget(String(request.url));
  if (request.query === undefined) return target;
  const added = parametersOf(request.query);
  const text =
    typeof request.query === 'string'
      ? request.query.replace(/^\?/, '')
      : added.join('&').replaceAll('\0', '=');
  const search = [target.search, text].filter(Boolean).join('&');
  return { ...target, search, parameters: [...target.parameters, ...added] };
}

function rawTarget(raw: string): Target {
  const [, path = '', search = ''] = /^([^?]*)\??(.*)$/s.exec(raw) ?? [];
  return {
    origin: '',
    host: '',
    path: path.startsWith('/') ? path : `/${path}`,
    search,
    parameters: parametersOf(search),
  };
}

function urlTarget(text: string): Target {
  const known = recentTargets.get(text);
  if (known) return known;
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new SigV4Error('invalid-request', 'url', 'is not an absolute URL', { cause });
  }
  const { protocol, host, pathname, search } = url;
  if (!/^https?:$/.test(protocol))
    throw new SigV4Error('invalid-request', 'url', 'must begin with https: or http:');
  const query = search.slice(1);
  return remember(recentTargets, text, {
    origin: `${protocol}//${host}`,
    host,
    path: pathname,
    search: query,
    parameters: parametersOf(query),
  });
}

/** The path as it is signed, from a small memory: the same few paths come again and again. */
export function canonicalPathOf(path: string, normalize: boolean, doubleEncode: boolean): string {
  const key = `${normalize ? 1 : 0}${doubleEncode ? 1 : 0}${path}`;
  return recentPaths.get(key) ?? remember(recentPaths, key, canonicalPath(path, normalize, doubleEncode));
}

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): Value {
  if (memory.size >= LIMIT) memory.clear();
  memory.set(key, value);
  return value;
}
