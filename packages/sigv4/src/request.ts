/** A request as it is given to be signed, and where it goes: host, path and query as they are sent. */
import { canonicalPath } from './canonical-path.ts';
import {
  canonicalQuery,
  type Parameter,
  parametersOf,
  type QueryInput,
  queryText,
} from './canonical-query.ts';
import { SigV4Error } from './errors.ts';
import type { HeadersInput } from './headers.ts';
import { remembered } from './memory.ts';
import { isS3, type SignerOptions, type SigningOptions } from './options.ts';

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
  readonly canonicalQuery: string;
  /** The parameters as they are sent, after `?`; empty if there are none. */
  readonly search: string;
}

export function targetOf({ url, path, query }: SignableRequest, options: SignerOptions): Target {
  const target = addressOf(String(url ?? path), url === undefined, options.service, options);
  if (query === undefined) return target;
  const parameters = [...target.parameters, ...parametersOf(query)];
  const search = `?${queryText(parameters)}`;
  return { ...target, parameters, canonicalQuery: canonicalQuery(parameters), search };
}

/**
 * Where an address goes: path and query as they stand if it is raw, otherwise a URL as `fetch` sends it. Its path is signed as
 * the service wants it, if nothing else is said.
 */
export function addressOf(
  text: string,
  isRaw: boolean,
  service: string,
  options: Pick<SigningOptions, 'normalizePath' | 'doubleEncode'>,
): Target {
  const byDefault = !isS3(service);
  const { normalizePath = byDefault, doubleEncode = byDefault } = options;
  return addresses(isRaw)(normalizePath)(doubleEncode)(text);
}

type Flag<Value> = (flag: boolean) => Value;

// Remembered for each way of writing it: parsing a URL and encoding its path costs 2 to 3 µs, and a client calls the same few
// over and over.
const addresses: Flag<Flag<Flag<(text: string) => Target>>> = /* @__PURE__ */ remembered((isRaw) =>
  remembered((normalize) =>
    remembered((doubleEncode) =>
      remembered((text) => {
        const { origin = '', host = '', pathname, search } = isRaw ? split(text) : parsed(text);
        const parameters = parametersOf(search);
        return {
          host,
          address: origin + pathname,
          canonicalPath: canonicalPath(pathname, normalize, doubleEncode),
          parameters,
          canonicalQuery: canonicalQuery(parameters),
          search,
        };
      }),
    ),
  ),
);

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
