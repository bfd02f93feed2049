/**
 * An ECDSA signature as AWS writes it: the sequence of two integers of X9.62 in DER (ITU-T X.690), in hexadecimal.
 * https://www.rfc-editor.org/rfc/rfc3279#section-2.2.3
 */

/** `raw` is what WebCrypto gives: r and s, each with 32 bytes. */
export function derSignature(raw: Uint8Array): string {
  const integers = [...integer(raw.subarray(0, 32)), ...integer(raw.subarray(32))];
  return [0x30, integers.length, ...integers].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Without leading zeros, but with one before a first bit that would make the number negative. */
function integer(bytes: Uint8Array): number[] {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = [...bytes.subarray(first)];
  if ((digits[0] ?? 0) >= 0x80) digits.unshift(0);
  return [2, digits.length, ...digits];
}
