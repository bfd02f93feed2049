// Pixel sizes and aspect ratios: which of them a model can make, and the nearest one that it can.
// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html#image-gen-resolutions
import type { ImageSizes } from '@bedrock-kit/models';
import { invalid } from './refusal.ts';

/** Width and height in pixels. */
export type Size = readonly [width: number, height: number];

/** The sizes of a model that is asked for pixels, not for a ratio. */
type PixelSizes = Exclude<ImageSizes, { kind: 'ratio' | 'input' }>;

/** How much more an error of the ratio weighs than one of the area, when a size is looked for by its ratio. */
const ratioWeight = 100;
/** A size of a list stands for a ratio that it meets to within this. */
const ratioTolerance = 0.03;

/**
 * Reads `1024x768`.
 *
 * @throws InvalidArgumentError for anything else
 */
export function parseSize(size: string): Size {
  const [, width, height] = /^([1-9]\d*)x([1-9]\d*)$/.exec(size) ?? [];
  if (width === undefined || height === undefined)
    invalid('size', `size is ${JSON.stringify(size)}, expected width and height in pixels such as 1024x768`);
  return [Number(width), Number(height)];
}

/**
 * Reads `16:9` as the number 16 / 9.
 *
 * @throws InvalidArgumentError for anything else
 */
export function parseRatio(aspectRatio: string): number {
  const [, width, height] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(aspectRatio) ?? [];
  const ratio = Number(width) / Number(height);
  if (ratio > 0 && Number.isFinite(ratio)) return ratio;
  return invalid(
    'aspectRatio',
    `aspectRatio is ${JSON.stringify(aspectRatio)}, expected width and height such as 16:9`,
  );
}

/**
 * Gives back a size that the model makes.
 *
 * @throws InvalidArgumentError that says what is wrong with another one, and the nearest that is right
 */
export function checkedSize(size: Size, sizes: PixelSizes, name: string): Size {
  const faults = faultsOf(size, sizes);
  if (faults.length === 0) return size;
  const nearest = best(candidates(sizes), ([width, height]) => Math.hypot(width - size[0], height - size[1]));
  return invalid(
    'size',
    `size ${written(size)} cannot be made by ${name}: ${faults.join(', ')}. The nearest size that can be is ${written(nearest)}`,
  );
}

/**
 * The size that has this ratio and about as many pixels as the model's default.
 *
 * @throws InvalidArgumentError for a ratio that the model cannot make, with the nearest that it can
 */
export function sizeOfRatio(aspectRatio: string, sizes: PixelSizes, name: string): Size {
  const wanted = parseRatio(aspectRatio);
  const area = sizes.default[0] * sizes.default[1];
  const found = best(
    candidates(sizes),
    ([width, height]) =>
      ratioWeight * Math.abs(Math.log(width / height / wanted)) + Math.abs(Math.log((width * height) / area)),
  );
  if (Math.abs(Math.log(found[0] / found[1] / wanted)) <= ratioTolerance) return found;
  return invalid(
    'aspectRatio',
    `aspectRatio ${aspectRatio} cannot be made by ${name}. The nearest size that can be is ${written(found)}`,
  );
}

/** The ratio of a list that is nearest to a size. */
export function nearestRatio(ratio: number, ratios: readonly string[]): string {
  return best(ratios, (one) => Math.abs(Math.log(parseRatio(one) / ratio)));
}

export function written([width, height]: Size): string {
  return `${width}x${height}`;
}

function faultsOf(size: Size, sizes: PixelSizes): string[] {
  const [width, height] = size;
  if (sizes.kind === 'list') {
    const isListed = sizes.sizes.some((one) => one[0] === width && one[1] === height);
    return isListed ? [] : ['it is not in the list of sizes'];
  }
  const { min, max, multipleOf, pixelsBelow, maxRatio } = sizes;
  const faults: string[] = [];
  for (const [side, pixels] of Object.entries({ width, height })) {
    if (pixels < min || pixels > max) faults.push(`the ${side} must be ${min} to ${max}`);
    if (pixels % multipleOf !== 0) faults.push(`the ${side} must be divisible by ${multipleOf}`);
  }
  if (width > height * maxRatio || height > width * maxRatio) {
    faults.push(`the aspect ratio must be between 1:${maxRatio} and ${maxRatio}:1`);
  }
  if (width * height >= pixelsBelow) faults.push(`the image must have fewer than ${pixelsBelow} pixels`);
  return faults;
}

/** Every size that a model makes: 21,628 for Nova Canvas. To find and compare them takes 20 to 40 ms of CPU. */
function candidates(sizes: PixelSizes): readonly Size[] {
  if (sizes.kind === 'list') return sizes.sizes;
  const { min, max, multipleOf } = sizes;
  const sides: number[] = [];
  for (let side = Math.ceil(min / multipleOf) * multipleOf; side <= max; side += multipleOf) sides.push(side);
  return sides.flatMap((width) =>
    sides.map((height): Size => [width, height]).filter((size) => faultsOf(size, sizes).length === 0),
  );
}

/** The cheapest item, and the last of equal ones, which is the largest among sizes. */
function best<T>(items: readonly T[], cost: (item: T) => number): T {
  return items.reduce((left, right) => (cost(right) <= cost(left) ? right : left));
}
