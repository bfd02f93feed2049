// Integers in network byte order, read from and written to byte arrays.
// https://smithy.io/2.0/aws/amazon-eventstream.html#wire-format

/** Four bytes, signed. The caller has made sure that they are there: the casts say so to the compiler. */
export function int32At(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
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
