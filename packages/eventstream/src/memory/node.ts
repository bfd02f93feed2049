// Memory for a message that is put together from chunks, on Node, Bun and Deno, which can give it without filling it with zeros.
// https://nodejs.org/api/buffer.html#static-method-bufferallocunsafeslowsize

// The part of Node's Buffer that is used here. Declared, so that this file is checked together with the portable ones.
declare const Buffer:
  | { readonly allocUnsafeSlow: (length: number) => { readonly buffer: ArrayBuffer } }
  | undefined;

/** Below this many bytes zeros cost less than a Buffer: on Node 22 and 24, 1,000 bytes take 0.8 to 1.0 µs and 0.9 to 1.1, 8 kB 1.6 to 2.0 and 1.0 to 1.1. */
const unfilledFrom = 2048;

/** See portable.ts. */
export function allocate(length: number): Uint8Array {
  return length < unfilledFrom || typeof Buffer === 'undefined'
    ? new Uint8Array(length)
    : new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
}
