/**
 * The size of an image: what was asked for, held against what the model makes.
 */
import type { ImageSizes } from '@bedrock-kit/models';
import type { JsonObject } from '@bedrock-kit/protocol';
import { optionalIntegerIn } from '../native/json-fields.ts';
import { malformedInput } from '../native/schema-check.ts';

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `width` and `height` of a body; the model's own size where both are absent. */
export function checkSize(config: JsonObject, place: string, sizes: ImageSizes): Size {
  const [usualWidth, usualHeight] =
    sizes.kind === 'range' || sizes.kind === 'list' ? sizes.default : [1024, 1024];
  const width = optionalIntegerIn(config, 'width', place, [1, Infinity]) ?? usualWidth;
  const height = optionalIntegerIn(config, 'height', place, [1, Infinity]) ?? usualHeight;
  if (sizes.kind === 'list') {
    const isListed = sizes.sizes.some(
      ([listedWidth, listedHeight]) => width === listedWidth && height === listedHeight,
    );
    const isUsual = width === usualWidth && height === usualHeight;
    if (!isListed && !isUsual)
      throw malformedInput(`#${place}: ${width} x ${height} is not a size that the model makes`);
  }
  if (sizes.kind === 'range') {
    const { min, max, multipleOf, pixelsBelow, maxRatio } = sizes;
    for (const [name, side] of [
      ['width', width],
      ['height', height],
    ] as const) {
      if (side < min) throw malformedInput(`#${place}/${name}: ${side} is not greater or equal to ${min}`);
      if (side > max) throw malformedInput(`#${place}/${name}: ${side} is not less or equal to ${max}`);
      if (side % multipleOf !== 0)
        throw malformedInput(`#${place}/${name}: ${side} is not a multiple of ${multipleOf}`);
    }
    if (width * height >= pixelsBelow)
      throw malformedInput(`#${place}: ${width} x ${height} is not less than ${pixelsBelow} pixels`);
    if (Math.max(width, height) > maxRatio * Math.min(width, height))
      throw malformedInput(`#${place}: the ratio of ${width} x ${height} is beyond ${maxRatio}:1`);
  }
  return { width, height };
}

/** One megapixel each: https://platform.stability.ai/docs/api-reference (Stable Diffusion 3.5, aspect_ratio). */
const ratioSizes: Readonly<Record<string, readonly [width: number, height: number]>> = {
  '1:1': [1024, 1024],
  '16:9': [1344, 768],
  '21:9': [1536, 640],
  '2:3': [832, 1216],
  '3:2': [1216, 832],
  '4:5': [896, 1088],
  '5:4': [1088, 896],
  '9:16': [768, 1344],
  '9:21': [640, 1536],
};

export function sizeOfRatio(ratio: string): Size {
  const [width, height] = ratioSizes[ratio] ?? [1024, 1024];
  return { width, height };
}
