import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as nodeLane from '../src/match/node.ts';
import * as portable from '../src/match/portable.ts';

// A chunk of one message, and one of many: the lane for Node reads them differently.
const chunks = [200, 2000].map((length) => new Uint8Array(length).map((_, at) => at * 7919));

describe.each([
  ['the lane for Node', nodeLane],
  ['the portable lane', portable],
])('%s', (_, { isAt, viewOf }) => {
  test.each(chunks)('tells whether a block stands at a place of a chunk (%#)', (chunk) => {
    const view = viewOf(chunk);
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 120 }),
        fc.nat({ max: 70 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (length, start, place, difference) => {
          const bytes = chunk.slice(start, start + length);
          const block = { bytes, view: new DataView(bytes.buffer) };
          const is = (end: number): boolean => isAt(block, chunk, start, end, view);
          expect([is(start + length), is(start + length + 1), is(start + length - 1)]).toEqual([
            true,
            false,
            false,
          ]);
          bytes[place % length] = (bytes[place % length] ?? 0) ^ difference;
          expect(is(start + length)).toBe(false);
        },
      ),
    );
  });
});
