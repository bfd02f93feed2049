/**
 * A check of headers that a handler or a fault chose, before they are sent.
 *
 * https://www.rfc-editor.org/rfc/rfc9110#section-5
 */
import type { HeaderPair } from './exchange.ts';

/** @throws {TypeError} for a header that HTTP has no place for: it would cut the connection without a word */
export function checkHeaders(headers: readonly HeaderPair[]): void {
  const framing = headers.find(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name));
  if (framing) throw new TypeError(`${framing[0]} is set by whatever sends the body`);
  // The platform's own check, for both faces.
  new Headers(headers.map(([name, value]): [string, string] => [name, value]));
}
