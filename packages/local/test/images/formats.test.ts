import * as jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { imageSize } from '../../src/files/image-size.ts';
import { encodeJpeg } from '../../src/images/jpeg.ts';
import { paint, type Painting } from '../../src/images/painting.ts';
import { encodePng } from '../../src/images/png.ts';

/** The colour of a pixel by the painting itself. */
function colourAt({ columns, cells }: Painting, x: number, y: number): number[] {
  const cell = (Math.floor(y / 8) * columns + Math.floor(x / 8)) * 4;
  return [...cells.subarray(cell, cell + 4)];
}

const places = [
  [0, 0],
  [7, 8],
  [31, 17],
  [40, 47],
] as const;

describe.each([
  [64, 48],
  [65, 49],
  [320, 1280],
])('a painting of %d x %d', (width, height) => {
  const painting = paint({ width, height, prompt: 'a red boat', seed: 7, variant: '' });

  it('is a PNG that another library reads pixel for pixel', async () => {
    const bytes = await encodePng(painting);
    expect(imageSize(bytes)).toEqual({ format: 'png', width, height });
    const png = PNG.sync.read(Buffer.from(bytes), { checkCRC: true });
    expect([png.width, png.height]).toEqual([width, height]);
    for (const [x, y] of places) {
      const at = (y * width + x) * 4;
      expect([...png.data.subarray(at, at + 4)]).toEqual(colourAt(painting, x, y));
    }
  });

  it('is a JPEG that another library reads, each channel within two steps', () => {
    const bytes = encodeJpeg(painting);
    expect(imageSize(bytes)).toEqual({ format: 'jpeg', width, height });
    const picture = jpeg.decode(bytes, { useTArray: true, tolerantDecoding: false });
    expect([picture.width, picture.height]).toEqual([width, height]);
    for (const [x, y] of places) {
      const at = (y * width + x) * 4;
      const colour = colourAt(painting, x, y);
      for (let channel = 0; channel < 3; channel += 1)
        expect(Math.abs((picture.data[at + channel] ?? 0) - (colour[channel] ?? 0))).toBeLessThanOrEqual(2);
    }
  });
});

it('a JPEG begins with the marks of JFIF 1.01, without units and thumbnail, and ends with its own', () => {
  const bytes = encodeJpeg(paint({ width: 64, height: 48, prompt: 'a red boat', seed: 7, variant: '' }));
  const jfif = [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  expect([...bytes.subarray(0, 20)]).toEqual([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...jfif]);
  expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9]);
});

it('a JPEG fills its last byte with ones, as section F.1.2.3 wants it', () => {
  const filled = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
    const bytes = encodeJpeg(paint({ width: 64, height: 48, prompt: '', seed, variant: '' }));
    // In front of what is filled stands the zero that ends a block.
    return (bytes.at(-3) ?? 0) % 2;
  });
  expect(filled).toContain(1);
});

it('a cut-out PNG is opaque in the middle and see-through in the corner', async () => {
  const painting = paint({ width: 64, height: 64, prompt: '', seed: 1, variant: '', cutOut: true });
  const png = PNG.sync.read(Buffer.from(await encodePng(painting)));
  expect(png.data[3]).toBe(0);
  expect(png.data[(32 * 64 + 32) * 4 + 3]).toBe(255);
});

it('a PNG is the same where a Blob streams nothing, as that of jsdom', async () => {
  const painting = paint({ width: 64, height: 48, prompt: 'a red boat', seed: 7, variant: '' });
  const bytes = await encodePng(painting);
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('Blob', undefined);
  expect(await encodePng(painting)).toEqual(bytes);
});
