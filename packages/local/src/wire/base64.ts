/**
 * Standard base64 with padding (RFC 4648 section 4), strict: what is not base64 is refused rather than guessed at.
 */

// No group that repeats: on a text of several megabytes the engine would run out of its stack.
const alphabet = /^[A-Za-z0-9+/]*={0,2}$/;

/** The part of Node's Buffer that is used where it exists; it is some twenty times faster than `atob`. */
interface BufferLike {
  from(data: string | Uint8Array, encoding?: 'base64'): Uint8Array & { toString(encoding: 'base64'): string };
}

// Not every runtime has a Buffer, and the in-process face runs on all of them.
const NodeBuffer = (globalThis as { Buffer?: BufferLike }).Buffer;

/** Undefined when the text is not base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !alphabet.test(text)) return undefined;
  if (NodeBuffer !== undefined) {
    const buffer = NodeBuffer.from(text, 'base64');
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export function encodeBase64(bytes: Uint8Array): string {
  if (NodeBuffer !== undefined) return NodeBuffer.from(bytes).toString('base64');
  let binary = '';
  // `apply` takes a limited number of arguments.
  for (let offset = 0; offset < bytes.length; offset += 8192) {
    binary += String.fromCharCode(...bytes.subarray(offset, offset + 8192));
  }
  return btoa(binary);
}
