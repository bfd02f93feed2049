// Base64 through Buffer, which Node, Bun and Deno implement natively.
// https://nodejs.org/api/buffer.html#buffers-and-character-encodings

import { Buffer } from 'node:buffer';

/** Writes the base64 text of `bytes`, padded, as ASCII into `target` from `at` on. */
export function writeBase64(bytes: Uint8Array, target: Uint8Array, at: number): void {
  view(target).write(view(bytes).toString('base64'), at, 'latin1');
}

/** Writes ASCII text into `target` from `at` on. Returns whether it was ASCII: whether it took one byte a character. */
export function writeAscii(text: string, target: Uint8Array, at: number): boolean {
  // Of two strings of one length, the one that is not ASCII is the longer in UTF-8.
  return Buffer.byteLength(text) === text.length && view(target).write(text, at, 'latin1') === text.length;
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
