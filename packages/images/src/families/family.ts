// What a family of image models is to the rest of this package: bodies to write and an answer to read.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
import { InvalidResponseDataError, type JSONObject, type SharedV4Warning } from '@ai-sdk/provider';
import type { ImageCapabilities } from '@bedrock-kit/models';
import type { Options } from '../options.ts';
import { invalid } from '../refusal.ts';

/** A call, its images already in base64. */
export interface ImageRequest {
  /** Never empty. */
  readonly prompt: string | undefined;
  /** How many images are asked for. */
  readonly count: number;
  readonly size: string | undefined;
  readonly aspectRatio: string | undefined;
  readonly seed: number | undefined;
  readonly images: readonly string[];
  readonly mask: string | undefined;
  readonly options: Options;
  readonly model: ImageCapabilities;
  /** Whether `model` describes this very model, or its family at best: limits are then AWS's to hold. */
  readonly isListed: boolean;
  /** The base model id, for messages. */
  readonly name: string;
  /** Gets everything that was given and does not go into the body. */
  readonly warnings: SharedV4Warning[];
}

/** What one answer holds. */
export interface Images {
  /** Base64 text of each image. */
  readonly images: readonly string[];
  /** How many were asked for. */
  readonly expected: number;
  /** What is known of each of them. */
  readonly metadata: readonly JSONObject[];
  /** Why there are fewer than were asked for, in the service's words. */
  readonly withheld?: string | undefined;
}

/** One family. To add one, write a file like those beside this one and name it in families.ts. */
export interface ImageFamily {
  /** One body for each request that the call needs; members that are undefined are not sent. */
  bodies(request: ImageRequest): JSONObject[];
  read(answer: Readonly<Record<string, unknown>>, body: JSONObject): Images;
}

/** Reports something that the model has no use for, if it is given. */
export function ignore(
  { warnings, name }: ImageRequest,
  feature: string,
  value: unknown,
  why = 'takes none',
): void {
  if (value !== undefined) warnings.push({ type: 'unsupported', feature, details: `${name} ${why}.` });
}

/** Reports each of several things that is given. */
export function ignoreEach(request: ImageRequest, given: object, why: string): void {
  for (const [feature, value] of Object.entries(given)) ignore(request, feature, value, why);
}

/** Reports all options but those that are used. */
export function ignoreOptions(request: ImageRequest, used: readonly (keyof Options)[], purpose = ''): void {
  // The options were read by the names of this type.
  for (const option of Object.keys(request.options) as (keyof Options)[]) {
    if (option === 'additionalModelRequestFields' || used.includes(option)) continue;
    ignore(request, option, true, `has no such option${purpose}`);
  }
}

/** Reports images beyond the number that the model takes. */
export function ignoreImages(request: ImageRequest, from: number, purpose = ''): void {
  ignore(request, 'prompt.images', request.images[from], `takes ${from}${purpose}; the others are left out`);
}

/** Reports a size and a ratio. */
export function ignoreSize(request: ImageRequest, why = 'takes the size of the image'): void {
  const { size, aspectRatio } = request;
  ignoreEach(request, { size, aspectRatio }, why);
}

/** @throws InvalidArgumentError when the prompt is missing */
export function requiredPrompt({ prompt, name }: ImageRequest): string {
  return prompt ?? invalid('prompt', `${name} needs a prompt`);
}

/** @throws InvalidArgumentError when the image at `index` among those of the prompt is missing */
export function requiredImage({ images, name }: ImageRequest, index: number, what: string): string {
  return images[index] ?? invalid('prompt.images', `${name} needs ${what} as prompt.images[${index}]`);
}

/** @throws InvalidArgumentError for a text that is too long and a seed that is out of range */
export function checkLimits({ prompt, seed, model, isListed, name, options }: ImageRequest): void {
  const limit = model.maxPromptCharacters;
  if (!isListed) return;
  const { negativeText } = options;
  for (const [argument, text = ''] of Object.entries({ prompt, negativeText })) {
    // A character beyond U+FFFF counts as one, though a string has two units for it.
    const length = Array.from(text).length;
    if (limit > 0 && length > limit) {
      invalid(argument, `${argument} has ${length} characters; ${name} takes ${limit}`);
    }
  }
  const [min, max] = model.seed ?? [];
  if (seed === undefined || min === undefined || max === undefined) return;
  if (!Number.isInteger(seed) || seed < min || seed > max) {
    invalid('seed', `seed is ${seed}; ${name} takes an integer from ${min} to ${max}`);
  }
}

/** Base64 texts of an answer; an absent list or `null` is an empty one, as when all images are withheld. */
export function imagesIn(data: Readonly<Record<string, unknown>>): string[] {
  const list = data['images'] ?? [];
  // Every item is found to be a text.
  if (Array.isArray(list) && list.every((image) => image && typeof image === 'string'))
    return list as string[];
  throw new InvalidResponseDataError({
    data,
    message: 'Unusable answer of the image model: images is no list of base64.',
  });
}
