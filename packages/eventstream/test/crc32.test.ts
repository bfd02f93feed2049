import * as zlib from 'node:zlib';
import { crc32 } from '#crc32';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 as nodeLane } from '../src/crc32/node.ts';
import { crc32 as portable } from '../src/crc32/portable.ts';

describe.each([
  ['the lane of this run', crc32],
  ['the lane for Node', nodeLane],
  ['the portable lane', portable],
])('%s', (_, sum) => {
  test('gives the check value of the CRC catalogue for "123456789"', () => {
    // https://reveng.sourceforge.io/crc-catalogue/17plus.htm#crc.cat.crc-32-iso-hdlc
    expect(sum(new TextEncoder().encode('123456789'), 0, 9)).toBe(0xcbf43926 | 0);
  });

  test('agrees with zlib for every length up to 600 and every start', () => {
    const bytes = new Uint8Array(620).map((_, at) => at * 7919);
    for (let length = 0; length <= 600; length++)
      if (
        sum(bytes, length % 20, (length % 20) + length) !==
        (zlib.crc32(bytes.subarray(length % 20, (length % 20) + length)) | 0)
      )
        throw new Error(`${length} bytes from ${length % 20}`);
  });

  test('continues an earlier sum', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 800 }), fc.nat(), (bytes, place) => {
        const at = place % (bytes.length + 1);
        expect(sum(bytes, at, bytes.length, sum(bytes, 0, at))).toBe(zlib.crc32(bytes) | 0);
      }),
    );
  });
});
