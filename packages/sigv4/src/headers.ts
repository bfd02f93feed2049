/**
 * Which headers a request has, which of them are signed, and how they stand in the canonical request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { SigV4Error } from './errors.ts';
import { remembered } from './memory.ts';
import { lists, type SigningOptions } from './options.ts';
import { eachPair } from './pairs.ts';

export const TOKEN_HEADER = 'x-amz-security-token';

/** Headers as `fetch` takes them, or as pairs in the order in which they are sent; a name may come several times. */
export type HeadersInput =
  | Headers
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Lower-case names, values as they are sent; the values of a repeated name are joined by a comma, in their order. */
export type HeaderMap = Record<string, string>;

/**
 * Not signed unless asked for, because clients, proxies and load balancers add, change or drop them on the way: the list of
 * AWS's own clients (`@smithy/signature-v4`, ALWAYS_UNSIGNABLE_HEADERS), and what else tracing and proxies touch, such as `cf-*`:
 * a Cloudflare Worker receives these, and they are dropped from its own requests (backblaze-b2-samples/cloudflare-b2).
 * `content-length` counts as one of them unless the body is signed: the sender decides on it, and proxies that send in chunks drop it.
 */
const UNSIGNED =
  /^((accept|transfer)-encoding|baggage|cache-control|connection|expect|from|(max-)?forward(s|ed)|keep-alive|pragma|priority|referer|te|trace(parent|state)|trailer|upgrade|user-agent|via|(cf|proxy|sec|x-b3|x-forwarded)-.*|x-(amzn-trace-id|cloud-trace-context|real-ip|request-id))$/;

/** RFC 9110 §5.1, and the colon of HTTP/2 (RFC 9113 §8.3). Not `__proto__`, which Node's `fetch` loses. */
const NAME = /^(?!__proto__$):?[\w!#$%&'*+.^`|~-]+$/;

/**
 * The value of a header as it is sent, or `undefined` where it is not. What no message can carry is refused (`invalid-request`).
 * A line break becomes the space that is signed in its place (RFC 9112 §5.2), so that no value can smuggle in another header.
 * White space around a value is no part of it (RFC 9110 §5.5), and `node:http2` drops a header that has some.
 * Headers of an earlier signature are dropped, so that a signed request can be signed again; AWS prefers `x-amz-date` to `date`.
 */
export function sendable(name: string, value: string): string | undefined {
  if (!NAME.test(name) || value.includes('\0'))
    throw new SigV4Error('invalid-request', `headers.${name}`, 'has an invalid name or a NUL');
  return /^(authorization|date)$/.test(name)
    ? undefined
    : value.replace(/^[\t-\r ]+|(?<![\t-\r ])[\t-\r ]+$/g, '').replace(/[\r\n]+/g, ' ');
}

/** Collects what `accept` makes of each header; everything as it is by default. */
export function collectHeaders(
  input: HeadersInput | null | undefined,
  accept: (name: string, value: string) => string | undefined,
): HeaderMap {
  const headers: HeaderMap = {};
  // JSON has null where there are none, as in an event of API Gateway.
  eachPair(input ?? {}, (rawName, given: unknown) => {
    const name = rawName.toLowerCase();
    const value = accept(name, String(given)); // JavaScript may pass a number
    if (value === undefined) return;
    const before: unknown = headers[name]; // `unknown`, because an object also has a `constructor`
    // There is one host: `Host` and `host` are the same header written twice, and the last one counts. Values of any other name
    // are joined without a space after the comma: whoever verifies sees them joined, and must see what was signed.
    headers[name] = typeof before === 'string' && name !== 'host' ? `${before},${value}` : value;
  });
  return headers;
}

// Sorting and joining the same few names each time takes 0.15 µs more.
const sorted: (names: string) => readonly [names: readonly string[], list: string] =
  /* @__PURE__ */ remembered((text) => {
    const names = text.split(';').sort().slice(1); // an empty one comes first
    return [names, names.join(';')];
  });

/** The signed headers: a line for each, and the list of their names. */
export type SignedPart = readonly [lines: string, list: string];

export function signedHeadersOf(headers: HeaderMap, options: SigningOptions): SignedPart {
  let found = '';
  for (const name in headers) {
    const isSigned =
      lists(options.signedHeaders, name) ||
      // Who signs the body signs its length, if it is given: AWS's own suite does.
      ((name === 'content-length' ? options.signBody : !UNSIGNED.test(name)) &&
        !(name === TOKEN_HEADER && options.sessionToken === 'appended') &&
        !lists(options.unsignedHeaders, name));
    if (isSigned) found += `;${name}`;
  }
  const [names, list] = sorted(found);
  return [canonicalHeaders(headers, names), list];
}

/**
 * A line for each of the sorted names. Values are trimmed, and a run of white space within one, line breaks included, becomes
 * one space.
 */
export function canonicalHeaders(headers: HeaderMap, names: readonly string[]): string {
  let lines = '';
  for (const name of names) {
    const given: unknown = headers[name]; // `unknown`: a client may claim to have signed `toString`
    const value = typeof given === 'string' ? given : '';
    // Most values have no white space, and one test costs a third of two replacements.
    lines += `${name}:${/[\t-\r ]/.test(value) ? value.replace(/[\t-\r ]+/g, ' ').replace(/^ | $/g, '') : value}\n`;
  }
  return lines;
}
