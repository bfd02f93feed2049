/** A request as it is given to be signed, and where it goes: host, path and query as they are sent. */
import { canonicalPath } from './canonical-path.ts';
import { type Parameter, parametersOf, type QueryInput, queryText } from './canonical-query.ts';
import { SigV4Error } from './errors.ts';
import type { HeadersInput } from './headers.ts';
import { Memory } from './memory.ts';

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
  readonly path?: undefined;
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
  /** What a client sends as `host`; empty when only headers tell it. */
  readonly host: string;
  /** Scheme, host and path as they are sent; the path alone when only headers tell the host. */
  readonly address: string;
  readonly canonicalPath: string;
  /** In the order in which they were given. */
  readonly parameters: readonly Parameter[];
  /** The parameters as they are sent, after `?`; empty if there are none. */
  readonly search: string;
}

// Parsing a URL and encoding its path costs 2 to 3 µs, and a client calls the same few over and over.
// One memory for each way of writing them.
const addresses: Memory<number, Memory<string, Target>> = /* @__PURE__ */ new Memory();

export function targetOf(request: SignableRequest, normalize: boolean, doubleEncode: boolean): Target {
  const { url, path, query } = request;
  const target = addressOf(String(url ?? path), url === undefined, normalize, doubleEncode);
  if (query === undefined) return target;
  const parameters = [...target.parameters, ...parametersOf(query)];
  return { ...target, parameters, search: `?${queryText(parameters)}` };
}

/** Where an address goes: path and query as they stand if it is raw, otherwise a URL as `fetch` sends it. */
export function addressOf(text: string, isRaw: boolean, normalize: boolean, doubleEncode: boolean): Target {
  const way = +isRaw + +normalize * 2 + +doubleEncode * 4;
  const ofWay = addresses.get(way, () => new Memory<string, Target>());
  return ofWay.get(text, () => {
    const { origin = '', host = '', pathname, search } = isRaw ? split(text) : parsed(text);
    return {
      host,
      address: origin + pathname,
      canonicalPath: canonicalPath(pathname, normalize, doubleEncode),
      parameters: parametersOf(search),
      search,
    };
  });
}

type Address = Readonly<Partial<Pick<URL, 'origin' | 'host'>> & Pick<URL, 'pathname' | 'search'>>;

/** A URL parser would rewrite what is to stay as it stands. */
function split(text: string): Address {
  const parts = /(?<pathname>[^?#]*)(?<search>[^#]*)/.exec(text.replace(/^\/?/, '/'));
  return parts?.groups as unknown as Address; // any text matches, with both groups
}

function parsed(text: string): Address {
  if (/^\s*https?:/i.test(text) && URL.canParse(text)) return new URL(text);
  throw new SigV4Error('invalid-request', 'url', 'must be absolute, http: or https:');
}
