/**
 * Percent-encoding as Signature Version 4 wants it: only `A-Z a-z 0-9 - _ . ~` stay as they are (RFC 3986 §2.3).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { utf8 } from './hash.ts';

/** Byte by byte, because encodeURIComponent leaves `!'()*` alone and throws on half of a surrogate pair. */
function escape(text: string): string {
  return Array.from(utf8(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`)
    .join('')
    .toUpperCase();
}

/** Encodes a value that is not encoded yet; `%` becomes `%25`. */
export function encodeValue(value: string): string {
  return value.replace(/[^\w.~-]+/g, escape);
}

/**
 * Brings text that is already percent-encoded, well or badly, into the one form that is signed: what needs no encoding is
 * decoded, what needs it is encoded, hex digits are upper-case. Bytes that are not UTF-8 stay the bytes they are.
 */
export function normalizeEncoding(text: string): string {
  return (
    text
      .replace(/%(?![\da-f]{2})|[^\w.~%-]+/gi, escape)
      // Up to %7F a byte is a character, which stays encoded only if it has to.
      .replace(/%../g, (code) => (code < '%8' ? encodeValue(decodeURIComponent(code)) : code.toUpperCase()))
  );
}
