import { InvalidArgumentError } from '@ai-sdk/provider';
import { capabilitiesOf, type ImageSizes } from '@bedrock-kit/models';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedSize, nearestRatio, parseRatio, parseSize, sizeOfRatio } from '../src/size.ts';

type PixelSizes = Exclude<ImageSizes, { kind: 'ratio' | 'input' }>;

function sizesOf(id: string): PixelSizes {
  const { image } = capabilitiesOf(id);
  if (typeof image !== 'object' || image.sizes.kind === 'ratio' || image.sizes.kind === 'input') {
    throw new Error(`${id} has no sizes in pixels`);
  }
  return image.sizes;
}

const canvas = sizesOf('amazon.nova-canvas-v1:0');
const titan = sizesOf('amazon.titan-image-generator-v2:0');

describe('sizes of Nova Canvas', () => {
  it.each(['320x320', '1024x1024', '320x1280', '4080x1024', '1024x4080', '2032x2064'])(
    '%s is made',
    (size) => {
      expect(checkedSize(parseSize(size), canvas, 'Nova Canvas')).toEqual(parseSize(size));
    },
  );

  it.each([
    ['1000x1000', 'the width must be divisible by 16, the height must be divisible by 16', '1008x1008'],
    ['1024x300', 'the height must be 320 to 4096, the height must be divisible by 16', '1024x320'],
    ['304x1024', 'the width must be 320 to 4096', '320x1024'],
    [
      '4112x1040',
      'the width must be 320 to 4096, the image must have fewer than 4194304 pixels',
      '4080x1024',
    ],
    ['2048x2048', 'the image must have fewer than 4194304 pixels', '2048x2032'],
    ['1600x384', 'the aspect ratio must be between 1:4 and 4:1', '1600x400'],
    ['512x512.5', undefined, undefined],
  ])('%s is not: %s', (size, why, nearest) => {
    const check = (): unknown => checkedSize(parseSize(size), canvas, 'Nova Canvas');
    expect(check).toThrow(
      why === undefined
        ? `size is "${size}", expected width and height in pixels such as 1024x768.`
        : `size ${size} cannot be made by Nova Canvas: ${why}. The nearest size that can be is ${nearest}.`,
    );
  });

  it('nearest to any size is one that is made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (width, height) => {
        let nearest: string | undefined;
        try {
          checkedSize([width, height], canvas, 'Nova Canvas');
        } catch (error) {
          expect(InvalidArgumentError.isInstance(error)).toBe(true);
          nearest = /is (\d+x\d+)\.$/.exec(String(error))?.[1];
        }
        const legal = parseSize(nearest ?? `${width}x${height}`);
        expect(checkedSize(legal, canvas, 'Nova Canvas')).toEqual(legal);
      }),
      { numRuns: 20 },
    );
  });
});

describe('sizes of Titan Image', () => {
  it('are those of its list', () => {
    expect(titan.kind).toBe('list');
    expect(checkedSize([768, 1152], titan, 'Titan')).toEqual([768, 1152]);
    expect(() => checkedSize([800, 1200], titan, 'Titan')).toThrow(
      'size 800x1200 cannot be made by Titan: it is not in the list of sizes. The nearest size that can be is 768x1152.',
    );
  });
});

describe('an aspect ratio', () => {
  it.each([
    ['1:1', [1024, 1024]],
    ['16:9', [1280, 720]],
    ['9:16', [720, 1280]],
    ['4:1', [2048, 512]],
    ['1:4', [512, 2048]],
    ['3:2', [1248, 832]],
    ['21:9', [1568, 672]],
  ])('%s of Nova Canvas is a size of that ratio and about a million pixels', (ratio, size) => {
    expect(sizeOfRatio(ratio, canvas, 'Nova Canvas')).toEqual(size);
  });

  it.each([
    ['1:1', [1024, 1024]],
    ['2:3', [768, 1152]],
    ['3:2', [1152, 768]],
  ])('%s of Titan is a size of its list', (ratio, size) => {
    expect(sizeOfRatio(ratio, titan, 'Titan')).toEqual(size);
  });

  it('that is too long is refused with the nearest size', () => {
    expect(() => sizeOfRatio('5:1', canvas, 'Nova Canvas')).toThrow(
      'aspectRatio 5:1 cannot be made by Nova Canvas. The nearest size that can be is 2048x512.',
    );
  });

  it('is a number, also with a fraction', () => {
    expect(parseRatio('16:9')).toBe(16 / 9);
    expect(parseRatio('2.35:1')).toBe(2.35);
  });

  it.each(['16x9', '0:1', '1:0', 'wide', ''])('cannot be %j', (ratio) => {
    expect(() => parseRatio(ratio)).toThrow(
      `aspectRatio is ${JSON.stringify(ratio)}, expected width and height such as 16:9.`,
    );
  });

  it('is matched with the nearest of a list by proportion', () => {
    expect(nearestRatio(1.7, ['1:1', '16:9', '3:2'])).toBe('16:9');
  });
});
