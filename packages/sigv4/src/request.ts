/** A request as it is given to be signed, and where it goes: host, path and query as they are sent. */
import { canonicalPath } from './canonical-path.ts';
import {
  canonicalQuery,
  type Parameter,
  parametersOf,
  type QueryInput,
  queryText,
  spaced,
} from './canonical-query.ts';
import { SigV4Error } from './errors.ts';
import type { HeadersInput } from './headers.ts';
import { remembered } from './memory.ts';

/** A body to send. A plain object is not one: write it as JSON yourself, so that you know its bytes. */
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
  /** The HTTP method; `GET` by default. */
  readonly method?: string | undefined;
  /** The headers as they are sent. */
  readonly headers?: HeadersInput | undefined;
  /** Parameters, added after those of the URL or path. `null`, as in an event of API Gateway, means none. */
  readonly query?: QueryInput | null | undefined;
  /** The body as it is sent. */
  readonly body?: RequestBody;
}

/**
 * A request to a URL, which is read as `fetch` reads it: dot segments resolved, a space as `%20`, no fragment; for S3, whose keys are
 * encoded strictly, a `+` as `%2B`.
 */
export interface UrlRequest extends AnyRequest {
  /** Absolute, `https:` or `http:`; for a WebSocket `wss:` or `ws:`. */
  readonly url: string | URL;
  readonly path?: undefined;
}

/**
 * A request whose path is signed exactly as given (for S3, encoded strictly), for paths that a URL parser would rewrite. Needs a
 * `host` header.
 */
export interface RawRequest extends AnyRequest {
  readonly url?: undefined;
  /** The path as it is sent; a query may follow after `?`. */
  readonly path: string;
}

/** A request to sign: with a URL, or with a path that is taken as it is. */
export type SignableRequest = UrlRequest | RawRequest;

/** Where a request goes: `pathname` and `search` as they are sent, `path` and `query` as they are signed. */
export interface Target {
  /** Scheme and host, and the host alone as a client sends it; a raw address has neither. */
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
  readonly pathname: string;
  /** With its `?`; empty if there are no parameters. */
  readonly search: string;
  readonly path: string;
  readonly query: string;
  /** The parameters of both, in the order in which they were given. */
  readonly parameters: readonly Parameter[];
}

type Flag<Value> = (flag: boolean) => Value;

/**
 * Where an address goes: path and query as they stand if it is raw, otherwise a URL as `fetch` sends it. Remembered for each way
 * of writing it: parsing a URL and encoding its path costs 2 to 3 µs, and a client calls the same few over and over.
 */
export const targetOf: Flag<Flag<Flag<(address: string) => Target>>> = /* @__PURE__ */ remembered(
  (normalize) =>
    remembered((doubleEncode) =>
      remembered((isRaw) =>
        remembered((address) => {
          if (!isRaw && !(/^\s*(http|ws)s?:/i.test(address) && URL.canParse(address)))
            throw new SigV4Error('invalid-request', 'url', 'must be an absolute http or ws URL');
          // A URL parser would rewrite a raw path.
          const { origin, host, pathname, search } = (
            isRaw
              ? /(?<pathname>[^?#]*)(?<search>[^#]*)/.exec(address.replace(/^\/?/, '/'))?.groups
              : new URL(address)
          ) as Pick<Target, 'origin' | 'host' | 'pathname' | 'search'>; // any text matches, with both groups
          const parameters = parametersOf(search);
          const path = canonicalPath(pathname, normalize, doubleEncode);
          // S3 reads a `+` as a space, and some S3-compatible stores verify path and query as they arrive (getmoto/moto). So both are sent
          // as they are signed, except for a key with a dot segment, which `fetch` would resolve if its slashes were not encoded.
          const asSigned = !normalize && !doubleEncode;
          const hasDots = !isRaw && /\/\.\.?(\/|$)/.test(path);
          return {
            origin,
            host,
            pathname: asSigned && !hasDots ? path : pathname,
            search: asSigned && search ? `?${queryText(parameters)}` : spaced(search),
            path,
            query: canonicalQuery(parameters),
            parameters,
          };
        }),
      ),
    ),
);
