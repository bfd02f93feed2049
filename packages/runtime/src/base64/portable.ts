// Base64 on runtimes that may have neither Buffer nor the methods of Uint8Array: RFC 4648, section 4.
// https://www.rfc-editor.org/rfc/rfc4648#section-4

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const padding = 0x3d;

/** Memory that the caller overwrites completely. */
export function allocate(length: number): Uint8Array {
  return new Uint8Array(length);
}

/** Writes the base64 text of `bytes`, padded, as ASCII into `target` from `at` on. */
export function writeBase64(bytes: Uint8Array, target: Uint8Array, at: number): void {
  const codes = new TextEncoder().encode(alphabet);
  // A byte beyond the end counts as zero, which is how base64 fills its last group.
  for (let from = 0; from < bytes.length; from += 3) {
    const group = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    target[at++] = codes[group >> 18] ?? 0;
    target[at++] = codes[(group >> 12) & 63] ?? 0;
    target[at++] = codes[(group >> 6) & 63] ?? 0;
    target[at++] = codes[group & 63] ?? 0;
  }
  target.fill(padding, at - ((3 - (bytes.length % 3)) % 3), at);
}

/** The bytes of a base64 text, padded or not. @throws Error when it is no base64. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
