// What a caller can ask of an image model beyond the AI SDK's own arguments, under `providerOptions.bedrock`.
// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
import type { JSONObject, SharedV4Warning } from '@ai-sdk/provider';
import { type Check, isFlag, isObject, isText, readOptions } from '@bedrock-kit/invocation';

/** Tasks of Nova Canvas and Titan Image by AWS's names. */
export type ImageTaskType =
  | 'TEXT_IMAGE'
  | 'COLOR_GUIDED_GENERATION'
  | 'IMAGE_VARIATION'
  | 'INPAINTING'
  | 'OUTPAINTING'
  | 'BACKGROUND_REMOVAL'
  | 'VIRTUAL_TRY_ON';

/** Options of Nova Canvas and Titan Image. */
export type CanvasOptions = {
  /** Default: by what is given, `TEXT_IMAGE` for a prompt, `INPAINTING` for a mask, `IMAGE_VARIATION` for images, … */
  taskType?: ImageTaskType | undefined;
  /** Default `standard`. */
  quality?: 'standard' | 'premium' | (string & {}) | undefined;
  /** How closely the prompt is followed, 1.1 to 10. Default 6.5, for Titan 8. */
  cfgScale?: number | undefined;
  /** Only Nova Canvas, for a prompt. */
  style?:
    | '3D_ANIMATED_FAMILY_FILM'
    | 'DESIGN_SKETCH'
    | 'FLAT_VECTOR_ILLUSTRATION'
    | 'GRAPHIC_NOVEL_ILLUSTRATION'
    | 'MAXIMALISM'
    | 'MIDCENTURY_RETRO'
    | 'PHOTOREALISM'
    | 'SOFT_DIGITAL_PAINTING'
    | (string & {})
    | undefined;
  /** Whether the outlines (default) or the segments of the given image are followed: the task is then `TEXT_IMAGE`. */
  controlMode?: 'CANNY_EDGE' | 'SEGMENTATION' | (string & {}) | undefined;
  /** 1 to 10 colors as `#RRGGBB`, for `COLOR_GUIDED_GENERATION`. */
  colors?: readonly string[] | undefined;
  /** For `IMAGE_VARIATION`: 0.2 to 1. Default 0.7. */
  similarityStrength?: number | undefined;
  /** Words for what is painted over, in place of a mask. */
  maskPrompt?: string | undefined;
  /** For `OUTPAINTING`: soft edges at the mask (`DEFAULT`) or sharp ones. */
  outPaintingMode?: 'DEFAULT' | 'PRECISE' | (string & {}) | undefined;
  /** The mask that was used comes back in the metadata. */
  returnMask?: boolean | undefined;
  /** For `VIRTUAL_TRY_ON`; default by which mask is given. */
  maskType?: 'IMAGE' | 'GARMENT' | 'PROMPT' | undefined;
  /** For `VIRTUAL_TRY_ON`, for example `{ garmentClass: 'UPPER_BODY' }`. */
  garmentBasedMask?: JSONObject | undefined;
  /** For `VIRTUAL_TRY_ON`, for example `{ maskPrompt: 'the shirt', maskShape: 'CONTOUR' }`. */
  promptBasedMask?: JSONObject | undefined;
  /** For `VIRTUAL_TRY_ON`, for example `{ preserveFace: 'ON' }`. */
  maskExclusions?: JSONObject | undefined;
  /** For `VIRTUAL_TRY_ON`: how the parts are put together. Default `BALANCED`. */
  mergeStyle?: 'BALANCED' | 'SEAMLESS' | 'DETAILED' | (string & {}) | undefined;
};

/** Options of the Stability models and image services. */
export type StabilityOptions = {
  /** Default `png`. */
  outputFormat?: 'png' | 'jpeg' | 'webp' | (string & {}) | undefined;
  /** How far an image to image answer may go from its image: 0 to 1. Default 0.35. */
  strength?: number | undefined;
  /** A style that the image is led towards, for Stability's services. */
  stylePreset?:
    | '3d-model'
    | 'analog-film'
    | 'anime'
    | 'cinematic'
    | 'comic-book'
    | 'digital-art'
    | 'enhance'
    | 'fantasy-art'
    | 'isometric'
    | 'line-art'
    | 'low-poly'
    | 'modeling-compound'
    | 'neon-punk'
    | 'origami'
    | 'photographic'
    | 'pixel-art'
    | 'tile-texture'
    | (string & {})
    | undefined;
  /** Upscaling: 0.1 to 0.5. Outpainting: 0.1 to 1. */
  creativity?: number | undefined;
  /** Pixels by which the mask grows: 0 to 20. */
  growMask?: number | undefined;
  /** What is recolored. */
  selectPrompt?: string | undefined;
  /** What is replaced. */
  searchPrompt?: string | undefined;
  /** Pixels that outpainting adds on this side: 0 to 2000. */
  left?: number | undefined;
  /** As `left`. */
  right?: number | undefined;
  /** As `left`. */
  up?: number | undefined;
  /** As `left`. */
  down?: number | undefined;
  /** Style guide: 0 to 1. */
  fidelity?: number | undefined;
  /** Style transfer: 0 to 1. */
  compositionFidelity?: number | undefined;
  /** Style transfer: 0 to 1. */
  styleStrength?: number | undefined;
  /** Style transfer: 0.1 to 1. */
  changeStrength?: number | undefined;
};

/** Options of every image model. */
export type ImageModelOptions = CanvasOptions &
  StabilityOptions & {
    /** What the image must not show. */
    negativeText?: string | undefined;
    /** The same as `negativeText`, as Stability calls it. */
    negativePrompt?: string | undefined;
    /** How closely the image is followed: 0 to 1. Default 0.7. */
    controlStrength?: number | undefined;
    /** Laid over the body of the request, for members that this package does not know. */
    additionalModelRequestFields?: JSONObject | undefined;
  };

/** Options as the families read them. */
export type Options = Omit<ImageModelOptions, 'negativePrompt'>;

const isShare: Check = between(0, 1);
const isWords: Check = [(value) => typeof value === 'string', 'a string'];

const checks: { readonly [Name in keyof ImageModelOptions]-?: Check } = {
  taskType: isText,
  quality: isText,
  // AWS alone judges the number: 0 is out of its range today, and yet what the caller asked for.
  cfgScale: [(value) => typeof value === 'number' && Number.isFinite(value), 'a number'],
  style: isText,
  controlMode: isText,
  colors: [
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= 10 &&
      value.every((color) => typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color)),
    '1 to 10 colors such as #FF8800',
  ],
  similarityStrength: between(0.2, 1),
  maskPrompt: isText,
  outPaintingMode: isText,
  returnMask: isFlag,
  maskType: isText,
  garmentBasedMask: isObject,
  promptBasedMask: isObject,
  maskExclusions: isObject,
  mergeStyle: isText,
  outputFormat: isText,
  strength: isShare,
  stylePreset: isText,
  creativity: between(0.1, 1),
  growMask: between(0, 20),
  selectPrompt: isText,
  searchPrompt: isText,
  left: between(0, 2000),
  right: between(0, 2000),
  up: between(0, 2000),
  down: between(0, 2000),
  fidelity: isShare,
  compositionFidelity: isShare,
  styleStrength: isShare,
  changeStrength: between(0.1, 1),
  negativeText: isWords,
  negativePrompt: isWords,
  controlStrength: isShare,
  additionalModelRequestFields: isObject,
};

function between(min: number, max: number): Check {
  return [
    (value) => typeof value === 'number' && value >= min && value <= max,
    `a number from ${min} to ${max}`,
  ];
}

/** Checks options and gives each its one name. A field for what is not wanted that a user left empty says nothing. */
export function readImageOptions(
  given: Readonly<Record<string, unknown>>,
  path: string,
  warnings: SharedV4Warning[],
): Options {
  const { negativeText, negativePrompt, ...options } = readOptions<ImageModelOptions>(
    given,
    checks,
    path,
    warnings,
  );
  const unwanted = [negativeText, negativePrompt].find(Boolean);
  return { ...options, ...(unwanted !== undefined && { negativeText: unwanted }) };
}
