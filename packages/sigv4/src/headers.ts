/**
 * Which headers a request has, which of them are signed, and how they stand in the canonical request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { SigV4Error } from './errors.ts';

/** Headers as `fetch` takes them, or as pairs in the order in which they are sent; a name may come several times. */
export type HeadersInput =
  | Headers
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Lower-case names, values as they are sent; the values of a repeated name are joined by a comma, in their order. */
export type HeaderMap = Map<string, string>;

/**
 * Not signed unless asked for: what clients, proxies and load balancers add, change or drop on the way. The first line is
 * the list of AWS's own clients (`@smithy/signature-v4`, ALWAYS_UNSIGNABLE_HEADERS), the second what tracing and proxies
 * touch. `content-length` is for the client that sends to decide, and HTTP/2 and chunked proxies drop it.
 */
const UNSIGNED =
  /^(?:authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id|proxy-.*|sec-.*|accept-encoding|baggage|content-length|forwarded|priority|traceparent|tracestate|via|x-b3-.*|x-cloud-trace-context|x-forwarded-.*|x-real-ip|x-request-id)$/;

export function isSignedByDefault(name: string): boolean {
  return !UNSIGNED.test(name);
}

export function collectHeaders(input: HeadersInput | undefined): HeaderMap {
  const headers: HeaderMap = new Map();
  if (input === undefined) return headers;
  if (typeof (input as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function') {
    // Only the type of an iterable says that its items are pairs of strings.
    for (const [name, value] of input as Iterable<readonly [string, string]>) add(headers, name, value);
  } else {
    for (const [name, value] of Object.entries(
      input as Record<string, string | readonly string[] | undefined>,
    )) {
      if (typeof value === 'string') add(headers, name, value);
      else for (const each of value ?? []) add(headers, name, each);
    }
  }
  return headers;
}

function add(headers: HeaderMap, rawName: string, value: string): void {
  const name = rawName.toLowerCase();
  const before = headers.get(name);
  // Exactly one host: `Host` and `host` in one record are the same header written twice, and the last one counts.
  if (before === undefined || name === 'host') headers.set(name, value);
  // Without a space after the comma: whoever verifies sees the joined value and must read what was signed.
  else headers.set(name, `${before},${value}`);
}

/** Leading and trailing white space goes, a run of white space within, also a folded line, becomes one space. */
export function canonicalValue(value: string): string {
  return /[\t-\r]|^ | $| {2}/.test(value) ? value.replace(/[\t-\r ]+/g, ' ').trim() : value;
}

export interface CanonicalHeaders {
  /** `name:value` and a line feed for each signed header, sorted by name. */
  readonly block: string;
  /** The names, joined by `;`. */
  readonly names: string;
}

export function canonicalHeaders(headers: HeaderMap, isSigned: (name: string) => boolean): CanonicalHeaders {
  const names: string[] = [];
  for (const name of headers.keys()) if (isSigned(name)) names.push(name);
  names.sort();
  let block = '';
  for (const name of names) block += `${name}:${canonicalValue(headers.get(name) ?? '')}\n`;
  return { block, names: names.join(';') };
}

/** The host that is signed: `host`, or the `:authority` of HTTP/2, which AWS takes in its place. */
export function hostOf(headers: HeaderMap): string {
  const host = headers.get('host') ?? headers.get(':authority');
  if (host) return host;
  throw new SigV4Error(
    'invalid-request',
    'headers.host',
    'is missing: give a url, or a host header beside the path',
  );
}
