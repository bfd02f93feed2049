/**
 * An image that comes with a request: its size, and what makes it different from another.
 */
import type { JsonObject } from '@bedrock-kit/protocol';
import { hash32 } from '../digest.ts';
import { type ImageSize, imageSize } from '../files/image-size.ts';
import { optionalText, text } from '../native/json-fields.ts';
import { malformedInput } from '../native/schema-check.ts';
import { decodeBase64 } from '../wire/base64.ts';

export interface InputImage extends ImageSize {
  /** The same for the same bytes. */
  readonly fingerprint: string;
}

/** The images that a model takes. */
export interface ImageRules {
  readonly formats: readonly ImageSize['format'][];
  /** Pixels of a side. */
  readonly shortestSide?: number;
  readonly longestSide?: number;
  /** The longer side divided by the shorter one. */
  readonly steepest?: number;
  /** Pixels in all. */
  readonly mostPixels?: number;
}

/** The image of a member in base64. */
export function inputImage(object: JsonObject, key: string, place: string, rules: ImageRules): InputImage {
  return readImage(text(object, key, place), `${place}/${key}`, rules);
}

export function optionalInputImage(
  object: JsonObject,
  key: string,
  place: string,
  rules: ImageRules,
): InputImage | undefined {
  const value = optionalText(object, key, place);
  return value === undefined ? undefined : readImage(value, `${place}/${key}`, rules);
}

export function readImage(base64: string, pointer: string, rules: ImageRules): InputImage {
  const { formats } = rules;
  const bytes = decodeBase64(base64);
  if (bytes === undefined) throw malformedInput(`#${pointer}: invalid base64 data`);
  const size = imageSize(bytes);
  if (size === undefined || !formats.includes(size.format) || size.width * size.height === 0)
    throw malformedInput(`#${pointer}: the bytes are no image in the format ${formats.join(' or ')}`);
  const problem = problemOf(size, rules);
  if (problem !== undefined)
    throw malformedInput(`#${pointer}: ${size.width} x ${size.height} pixels ${problem}`);
  return { ...size, fingerprint: `${hash32(base64)}/${bytes.length}` };
}

/** @throws {ServiceError} `ValidationException` for a mask that does not cover its image */
export function checkMask(mask: InputImage | undefined, image: InputImage, pointer: string): void {
  if (mask !== undefined && (mask.width !== image.width || mask.height !== image.height))
    throw malformedInput(`#${pointer}: the mask must have the size of the image`);
}

function problemOf(
  { width, height }: ImageSize,
  { shortestSide = 1, longestSide = Infinity, steepest = Infinity, mostPixels = Infinity }: ImageRules,
): string | undefined {
  const shorter = Math.min(width, height);
  const longer = Math.max(width, height);
  if (longer > longestSide || width * height > mostPixels) return 'are too many';
  if (shorter < shortestSide) return `are too few, a side has ${shortestSide} at least`;
  return longer > shorter * steepest ? `are no shape between 1:${steepest} and ${steepest}:1` : undefined;
}
