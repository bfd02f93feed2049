/**
 * Which headers a request has, which of them are signed, and how they stand in the canonical request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { SigV4Error } from './errors.ts';
import { eachPair } from './pairs.ts';

/** Headers as `fetch` takes them, or as pairs in the order in which they are sent; a name may come several times. */
export type HeadersInput =
  | Headers
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Lower-case names, values as they are sent; the values of a repeated name are joined by a comma, in their order. It has no
 * prototype, since a header may be called `constructor`.
 */
export type HeaderMap = Record<string, string>;

/**
 * Not signed unless asked for, because clients, proxies and load balancers add, change or drop them on the way: the list of
 * AWS's own clients (`@smithy/signature-v4`, ALWAYS_UNSIGNABLE_HEADERS), and what tracing and proxies touch beside.
 * `content-length` is among them because it is the sender that decides on it, and chunked proxies drop it.
 */
export const UNSIGNED: RegExp =
  /^((accept|transfer)-encoding|baggage|cache-control|connection|content-length|expect|from|(max-)?forward(s|ed)|keep-alive|pragma|priority|referer|te|trace(parent|state)|trailer|upgrade|user-agent|via|(proxy|sec|x-b3|x-forwarded)-.*|x-(amzn-trace-id|cloud-trace-context|real-ip|request-id))$/;

// An object that has no prototype at all is a slow one in V8; one whose prototype is empty is not.
const nothing: object = /* @__PURE__ */ Object.create(null) as object;

export function collectHeaders(input: HeadersInput = {}): HeaderMap {
  const headers = Object.create(nothing) as HeaderMap; // empty, so nothing in it is anything else
  eachPair(input, (rawName, given: unknown) => {
    const value = String(given); // JavaScript may pass a number
    const name = rawName.toLowerCase();
    // Exactly one host: `Host` and `host` are one header written twice, and the last one counts. The values of any other
    // are joined without a space after the comma: whoever verifies sees them joined, and must read what was signed.
    headers[name] = name in headers && name !== 'host' ? `${headers[name]},${value}` : value;
  });
  return headers;
}

/** RFC 9110 §5.1, and the colon of HTTP/2 (RFC 9113 §8.3). `fetch` of Node loses a `__proto__` on its way to the wire. */
const NAME = /^(?!__proto__$):?[\w!#$%&'*+.^`|~-]+$/;

/**
 * Refuses what no message can carry (`invalid-request`). A folded line is to be sent as the space that is signed in its place:
 * RFC 9112 §5.2 asks that of a sender, and nobody can put another header into a value.
 */
export function checkHeaders(headers: HeaderMap): void {
  for (const name in headers) {
    const value = headers[name] ?? '';
    if (!NAME.test(name) || value.includes('\0'))
      throw new SigV4Error('invalid-request', `headers.${name}`, 'has a name or a NUL that cannot be sent');
    if (/[\r\n]/.test(value)) headers[name] = value.replace(/[\r\n]+/g, ' ');
  }
}

/**
 * A line for each name, which are sorted. Of a value, leading and trailing white space goes, and a run of white space within,
 * also a folded line, becomes one space.
 */
export function canonicalHeaders(headers: HeaderMap, names: readonly string[]): string {
  let lines = '';
  for (const name of names) {
    const value = headers[name] ?? '';
    // Most values have no white space, and one test costs a third of two replacements.
    lines += `${name}:${/[\t-\r ]/.test(value) ? value.replace(/[\t-\r ]+/g, ' ').replace(/^ | $/g, '') : value}\n`;
  }
  return lines;
}
