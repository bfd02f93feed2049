// Integers in network byte order, read from and written to byte arrays.
// https://smithy.io/2.0/aws/amazon-eventstream.html#wire-format

/** One byte. The caller has made sure that it is there. */
export function uint8At(bytes: Uint8Array, at: number): number {
  // The cast: in bounds by contract, which the compiler cannot see.
  return bytes[at] as number;
}

/** Two bytes. */
export function uint16At(bytes: Uint8Array, at: number): number {
  return (uint8At(bytes, at) << 8) | uint8At(bytes, at + 1);
}

/** Four bytes, signed. */
export function int32At(bytes: Uint8Array, at: number): number {
  return (uint16At(bytes, at) << 16) | uint16At(bytes, at + 2);
}

/** Four bytes. */
export function uint32At(bytes: Uint8Array, at: number): number {
  return int32At(bytes, at) >>> 0;
}

/** Writes the low 16 bits of a value. */
export function putInt16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

/** Writes the low 32 bits of a value. */
export function putInt32(bytes: Uint8Array, at: number, value: number): void {
  putInt16(bytes, at, value >>> 16);
  putInt16(bytes, at + 2, value);
}
