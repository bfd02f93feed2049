// Memory for a message that is put together from chunks.

/** So many bytes, to be written all over before anybody reads them. */
export function allocate(length: number): Uint8Array {
  return new Uint8Array(length);
}
