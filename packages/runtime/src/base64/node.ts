// Base64 through Buffer, which Node, Bun and Deno implement natively.
// https://nodejs.org/api/buffer.html#buffers-and-character-encodings

import { Buffer } from 'node:buffer';

/** A multiple of 3, so that no piece is padded but the last. */
const pieceBytes = 24_576;

/** Memory that the caller overwrites completely: a body of megabytes is not filled with zeros first. */
export function allocate(length: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
}

/** Writes the base64 text of `bytes`, padded, as ASCII into `target` from `at` on. */
export function writeBase64(bytes: Uint8Array, target: Uint8Array, at: number): void {
  const from = view(bytes);
  const to = view(target);
  // In pieces: collecting a string of megabytes costs as much as making it (3.75 MB take 1.5 ms of CPU instead of 3.0).
  for (let start = 0; start < bytes.length; start += pieceBytes)
    at += to.write(from.toString('base64', start, start + pieceBytes), at, 'latin1');
}

/** The bytes of a base64 text, padded or not. @throws Error when it is no base64. */
export function fromBase64(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  const digits = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  // Buffer skips what it does not know; the length then gives it away.
  if (digits % 4 === 1 || bytes.length !== Math.floor((digits * 3) / 4))
    throw new Error('The text is not base64.');
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
