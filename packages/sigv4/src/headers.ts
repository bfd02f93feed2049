/**
 * Which headers a request has, which of them are signed, and how they stand in the canonical request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */

/** Headers as `fetch` takes them, or as pairs in the order in which they are sent; a name may come several times. */
export type HeadersInput =
  | Headers
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Lower-case names, values as they are sent; the values of a repeated name are joined by a comma, in their order. */
export type HeaderMap = Map<string, string>;

/**
 * Not signed unless asked for, because clients, proxies and load balancers add, change or drop them on the way: the list of
 * AWS's own clients (`@smithy/signature-v4`, ALWAYS_UNSIGNABLE_HEADERS), and what tracing and proxies touch beside.
 * `content-length` is among them because it is the sender that decides on it, and chunked proxies drop it.
 */
const UNSIGNED =
  /^((accept|transfer)-encoding|baggage|cache-control|connection|content-length|expect|forwarded|from|keep-alive|max-forwards|pragma|priority|referer|te|trace(parent|state)|trailer|upgrade|user-agent|via|(proxy|sec|x-b3|x-forwarded)-.*|x-(amzn-trace-id|cloud-trace-context|real-ip|request-id))$/;

export function isSignedByDefault(name: string): boolean {
  return !UNSIGNED.test(name);
}

export function collectHeaders(input: HeadersInput = {}): HeaderMap {
  const headers: HeaderMap = new Map();
  for (const [rawName, value] of Symbol.iterator in input ? input : Object.entries(input)) {
    const name = rawName.toLowerCase();
    for (const each of typeof value === 'string' ? [value] : (value ?? [])) {
      const before = headers.get(name);
      // Exactly one host: `Host` and `host` are one header written twice, and the last one counts. The values of any other
      // are joined without a space after the comma: whoever verifies sees them joined, and must read what was signed.
      headers.set(name, before === undefined || name === 'host' ? each : `${before},${each}`);
    }
  }
  return headers;
}

/** Leading and trailing white space goes, a run of white space within, also a folded line, becomes one space. */
function canonicalValue(value: string): string {
  return value.replace(/[\t-\r ]+/g, ' ').replace(/^ | $/g, '');
}

export interface CanonicalHeaders {
  /** `name:value` and a line feed for each signed header, sorted by name. */
  readonly block: string;
  /** The names, joined by `;`. */
  readonly names: string;
}

export function canonicalHeaders(headers: HeaderMap, isSigned: (name: string) => boolean): CanonicalHeaders {
  const names = [...headers.keys()].filter(isSigned).sort();
  let block = '';
  for (const name of names) block += `${name}:${canonicalValue(headers.get(name) ?? '')}\n`;
  return { block, names: names.join(';') };
}
