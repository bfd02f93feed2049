// What a family of image models is to the rest of this package: bodies to write and an answer to read.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
import {
  InvalidArgumentError,
  InvalidResponseDataError,
  type JSONObject,
  type SharedV4Warning,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import type { ImageCapabilities } from '@bedrock-kit/models';
import type { Options } from '../options.ts';

/** A call, its images already in base64. */
export interface ImageRequest {
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
  readonly isKnown: boolean;
  /** The base model id, for messages. */
  readonly name: string;
  /** Where everything goes that does not go into the body. */
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
  /** One body for each request that the call needs. */
  bodies(request: ImageRequest): JSONObject[];
  read(answer: Readonly<Record<string, unknown>>, body: JSONObject): Images;
}

/** Reports options that the model or the task has no use for. */
export function reportUnused(
  { options, warnings, name }: ImageRequest,
  used: readonly (keyof Options)[],
  purpose = '',
): void {
  for (const option of Object.keys(options)) {
    // The options were read by the names of this type.
    if (option === 'additionalModelRequestFields' || used.includes(option as keyof Options)) continue;
    warnings.push({ type: 'unsupported', feature: option, details: `${name} has no such option${purpose}.` });
  }
}

/**
 * The prompt, which must be there.
 *
 * @throws InvalidArgumentError when it is missing
 */
export function requiredPrompt({ prompt, name }: ImageRequest, purpose = ''): string {
  if (prompt) return prompt;
  throw new InvalidArgumentError({ argument: 'prompt', message: `${name} needs a prompt${purpose}.` });
}

/** @throws InvalidArgumentError when a prompt is longer than the model takes */
export function checkPrompt({ prompt, model, isKnown, name, options }: ImageRequest): void {
  const limit = model.maxPromptCharacters;
  if (!isKnown || limit === 0) return;
  for (const [argument, text] of [
    ['prompt', prompt],
    ['negativeText', options.negativeText],
  ] as const) {
    if (text === undefined || text.length <= limit) continue;
    throw new InvalidArgumentError({
      argument,
      message: `${argument} has ${text.length} characters; ${name} takes ${limit}.`,
    });
  }
}

/** @throws InvalidArgumentError for a seed out of the model's range */
export function checkSeed({ seed, model, isKnown, name }: ImageRequest): void {
  if (seed === undefined || !isKnown || !model.seed) return;
  const [min, max] = model.seed;
  if (Number.isInteger(seed) && seed >= min && seed <= max) return;
  throw new InvalidArgumentError({
    argument: 'seed',
    message: `seed is ${seed}; ${name} takes an integer from ${min} to ${max}.`,
  });
}

/**
 * The image at `index` among those of the prompt.
 *
 * @throws InvalidArgumentError when it is missing
 */
export function requiredImage({ images, name }: ImageRequest, index: number, what: string): string {
  const image = images[index];
  if (image !== undefined) return image;
  throw new InvalidArgumentError({
    argument: 'prompt.images',
    message: `${name} needs ${what}: give it as prompt.images[${index}].`,
  });
}

export function unsupported(functionality: string, message: string): UnsupportedFunctionalityError {
  return new UnsupportedFunctionalityError({ functionality, message });
}

/** Base64 texts of an answer; an absent list or `null` is an empty one, as when all images are withheld. */
export function imagesIn(answer: Readonly<Record<string, unknown>>): string[] {
  const list = answer['images'] ?? [];
  if (Array.isArray(list) && list.every((image) => typeof image === 'string' && image !== '')) {
    // Every item was found to be a text.
    return list as string[];
  }
  throw new InvalidResponseDataError({
    data: answer,
    message: 'The answer of the image model cannot be used: images is no list of base64 texts.',
  });
}

/** `{ name: value }`, or nothing where there is no value. */
export function member(name: string, value: JSONObject[string]): JSONObject {
  return value === undefined ? {} : { [name]: value };
}

export function isRecord(value: JSONObject[string]): value is JSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
