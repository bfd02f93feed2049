import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '../src/batches.ts';
import { cohereV3, cohereV4 } from '../src/families/cohere.ts';
import type { Input } from '../src/inputs.ts';

const textInput = (text: string): Input => ({ text, media: [] });
const image: Input = { media: [{ kind: 'image', base64: 'AAAA', mediaType: 'image/png' }] };
const limited = (maxBodyBytes: number) => ({ ...cohereV4, maxBodyBytes: maxBodyBytes + 10_000 });

describe('batches', () => {
  it('are one while the bytes fit', () => {
    const inputs = ['a', 'b', 'c'].map(textInput);
    expect(batchesOf(inputs, 96, cohereV4)).toEqual([{ offset: 96, inputs }]);
  });

  it('are cut before the bytes of the JSON are too many', () => {
    // Quotes around each text; a line break takes two bytes, the letter é two, a control character six.
    const inputs = ['1234', '\n\n', 'éé', '\u0001', '12345'].map(textInput);
    const sizes = batchesOf(inputs, 0, limited(14)).map(({ offset, inputs: some }) => [offset, some.length]);
    expect(sizes).toEqual([
      [0, 2],
      [2, 2],
      [4, 1],
    ]);
  });

  it('are cut before the base64 of their images is too much', () => {
    const batches = batchesOf([image, image, image], 0, limited(8));
    expect(batches.map(({ inputs: some }) => some.length)).toEqual([2, 1]);
  });

  it('hold a value alone that is too long for any', () => {
    const inputs = ['a', 'x'.repeat(100), 'b'].map(textInput);
    expect(batchesOf(inputs, 0, limited(10)).map(({ inputs: some }) => some.length)).toEqual([1, 1, 1]);
  });

  it('hold an image alone where the family says so', () => {
    const inputs = [textInput('a'), image, image, textInput('b'), textInput('c')];
    expect(batchesOf(inputs, 0, cohereV3).map(({ offset, inputs: some }) => [offset, some.length])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
  });

  it('of Cohere v4 stay below 20 MB for 96 texts of 500,000 characters', () => {
    const inputs = Array.from({ length: 96 }, () => textInput('x'.repeat(500_000)));
    const batches = batchesOf(inputs, 0, cohereV4);
    expect(batches.map(({ inputs: some }) => some.length)).toEqual([39, 39, 18]);
  });

  it('keep every value, its order and its place', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant(image))), fc.nat(50), (values, limit) => {
        const inputs = values.map((value) => (typeof value === 'string' ? textInput(value) : value));
        const batches = batchesOf(inputs, 7, limited(limit));
        expect(batches.flatMap(({ inputs: some }) => some)).toEqual(inputs);
        let offset = 7;
        for (const batch of batches) {
          expect(batch.offset).toBe(offset);
          expect(batch.inputs.length).toBeGreaterThan(0);
          offset += batch.inputs.length;
        }
      }),
    );
  });
});
