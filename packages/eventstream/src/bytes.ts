// Accepts what callers hand over as bytes.

import { EventStreamError, type EventStreamErrorCode } from './errors.ts';

/**
 * Returns bytes as a plain Uint8Array on the same memory: `slice` of Node's Buffer does not copy, and code that sees one
 * kind of array alone is faster. Bytes of another realm are as good, so `instanceof` does not decide.
 */
export function plainBytes(bytes: Uint8Array, code: EventStreamErrorCode): Uint8Array {
  // The cast: the types promise bytes, a caller without types may bring anything.
  const given = bytes as unknown;
  if (given instanceof Uint8Array && given.constructor === Uint8Array) return bytes;
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const found = kindOf(given);
  throw new EventStreamError(code, `Expected bytes as a Uint8Array, found ${found}.`, {
    expected: 'Uint8Array',
    found,
  });
}

/** Names the kind of a value for an error message: "string", "null", "ArrayBuffer". */
export function kindOf(value: unknown): string {
  return typeof value === 'object' ? Object.prototype.toString.call(value).slice(8, -1) : typeof value;
}
