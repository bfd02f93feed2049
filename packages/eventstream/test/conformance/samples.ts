// The messages and bodies that the conformance lists send through.
import type { MessageHeaderValue } from '../../src/index.ts';

// A text delta of Bedrock's ConverseStream, recomputed with Python's zlib.
export const delta =
  '0000009f00000057c37babff0b3a6576656e742d74797065070011636f6e74656e74426c6f636b44656c74610d3a636f6e74656e742d74797065' +
  '0700106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970650700056576656e747b22636f6e74656e74426c6f636b496e64' +
  '6578223a302c2264656c7461223a7b2274657874223a224869227d2c2270223a2261626364227df2ace5ff';

// The shortest message of the format, a vector that AWS publishes.
export const empty = '000000100000000005c248eb7d98c8ff';

export const allTypes: Record<string, MessageHeaderValue> = {
  true: { type: 'boolean', value: true },
  false: { type: 'boolean', value: false },
  byte: { type: 'byte', value: -128 },
  short: { type: 'short', value: -32_768 },
  integer: { type: 'integer', value: -2_147_483_648 },
  long: { type: 'long', value: -9_223_372_036_854_775_808n },
  binary: { type: 'binary', value: Uint8Array.of(0, 127, 128, 255) },
  string: { type: 'string', value: '\ufeffé 漢 😀' },
  timestamp: { type: 'timestamp', value: new Date(-1) },
  uuid: { type: 'uuid', value: '01234567-89ab-cdef-0123-456789abcdef' },
};

export function bytesFrom(size: number): Uint8Array {
  return new Uint8Array(size).map((_, index) => index * 151 + (index >> 8));
}
