// CRC-32 in plain JavaScript, one byte a step. It is in the bundle of every browser that decodes, so it is short: node.ts
// is twice as fast and four times as long.
// https://www.rfc-editor.org/rfc/rfc1952#section-8

let table: Int32Array | undefined;

/**
 * Returns the CRC-32 of `bytes` from `start` up to `end` as a signed number, which engines keep in a register: unsigned
 * ones above 2^31 go to the heap. `value` continues an earlier sum: that of a + b is
 * `crc32(b, 0, b.length, crc32(a, 0, a.length))`.
 */
export function crc32(bytes: Uint8Array, start: number, end: number, value = 0): number {
  table ??= new Int32Array(256).map((_, index) => {
    let crc = index;
    // 0xedb88320 is the polynomial of RFC 1952, its bits reversed.
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (-(crc & 1) & 0xedb88320);
    return crc;
  });
  const t = table;
  let crc = ~value;
  // The casts: every index is in bounds, which the compiler cannot see.
  for (let at = start; at < end; at++) crc = (crc >>> 8) ^ (t[(crc ^ (bytes[at] as number)) & 255] as number);
  return ~crc;
}
