/**
 * Percent-encoding as Signature Version 4 wants it: only `A-Z a-z 0-9 - _ . ~` stay as they are (RFC 3986 §2.3).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */

// Half of a surrogate pair has no UTF-8: TextEncoder and fetch write U+FFFD for it, encodeURIComponent throws.
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Encodes a value that is not encoded yet; `%` becomes `%25`. */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.replace(LONE_SURROGATE, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Encodes a path, segment by segment; `%` becomes `%25`, so that what is encoded once is then encoded twice. */
export function encodePath(path: string): string {
  return path.replace(/[^\w.~/-]+/g, encodeValue);
}

/**
 * Brings text that is already percent-encoded, well or badly, into the one form that is signed: what needs no encoding is
 * decoded, what needs it is encoded, hex digits are upper-case. Bytes that are not UTF-8 stay the bytes they are.
 */
export function normalizeEncoding(text: string): string {
  return text.replace(/%[\dA-Fa-f]{2}|[^\w.~%-]+|%/g, (part) => {
    const character = String.fromCharCode(Number.parseInt(part.slice(1), 16));
    if (!/^%../.test(part)) return encodeValue(part);
    return /[\w.~-]/.test(character) ? character : part.toUpperCase();
  });
}
