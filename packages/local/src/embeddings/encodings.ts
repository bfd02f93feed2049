/**
 * A vector in the number formats that embedding models offer.
 *
 * Cohere packs eight dimensions into a number for `binary` and `ubinary`, the first in the highest bit, and shifts
 * `binary` by 128 so that it fits a signed byte: https://docs.cohere.com/docs/embeddings#compression-levels
 */

export type Encoding = 'float' | 'int8' | 'uint8' | 'binary' | 'ubinary';

export function encoded(vector: readonly number[], encoding: Encoding): number[] {
  switch (encoding) {
    case 'float':
      return [...vector];
    case 'int8':
      return quantized(vector);
    case 'uint8':
      return quantized(vector).map((item) => item + 128);
    case 'ubinary':
      return packed(vector);
    case 'binary':
      return packed(vector).map((item) => item - 128);
  }
}

/** One bit a dimension, each as a number of its own, as Titan writes them. */
export function bits(vector: readonly number[]): number[] {
  return vector.map((item) => (item > 0 ? 1 : 0));
}

/** Each side of zero in 127 steps of the largest component, so that directions stay what they are. */
function quantized(vector: readonly number[]): number[] {
  const largest = vector.reduce((most, item) => Math.max(most, Math.abs(item)), 0) || 1;
  // Adding zero turns a negative zero, which JSON cannot tell, into a plain one.
  return vector.map((item) => Math.round((item / largest) * 127) + 0);
}

function packed(vector: readonly number[]): number[] {
  const bytes = Array.from({ length: Math.ceil(vector.length / 8) }, () => 0);
  for (const [index, bit] of bits(vector).entries())
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (7 - (index % 8)));
  return bytes;
}
