import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { bits, encoded } from '../../src/embeddings/encodings.ts';

const vector = [0.5, -0.25, 0, 1, -1, 0.1, -0.1, 0.75, 0.2, -0.2];

it('floats stay as they are', () => {
  expect(encoded(vector, 'float')).toEqual(vector);
});

it('signed bytes reach from -127 to 127', () => {
  expect(encoded(vector, 'int8')).toEqual([64, -32, 0, 127, -127, 13, -13, 95, 25, -25]);
});

it('unsigned bytes are the signed ones plus 128', () => {
  expect(encoded(vector, 'uint8')).toEqual([192, 96, 128, 255, 1, 141, 115, 223, 153, 103]);
});

it('packed bits begin with the highest, and the last byte is filled with zeros', () => {
  expect(encoded(vector, 'ubinary')).toEqual([0b10010101, 0b10000000]);
  expect(encoded(vector, 'binary')).toEqual([0b10010101 - 128, 0b10000000 - 128]);
});

it('single bits are one number a dimension', () => {
  expect(bits(vector)).toEqual([1, 0, 0, 1, 0, 1, 0, 1, 1, 0]);
});

it('every encoding stays in the range of its type', () => {
  const ranges = { int8: [-128, 127], uint8: [0, 255], binary: [-128, 127], ubinary: [0, 255] } as const;
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
      fc.constantFrom('int8' as const, 'uint8' as const, 'binary' as const, 'ubinary' as const),
      (floats, encoding) => {
        const [lowest, highest] = ranges[encoding];
        for (const item of encoded(floats, encoding)) {
          expect(Number.isInteger(item) && item >= lowest && item <= highest).toBe(true);
          expect(Object.is(item, -0)).toBe(false);
        }
      },
    ),
  );
});
