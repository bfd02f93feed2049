// What a caller can ask of an image model beyond the AI SDK's own arguments, under `providerOptions.bedrock`.
// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
import type { JSONObject, SharedV4Warning } from '@ai-sdk/provider';
import { type Check, isFlag, isObject, isText, readOptions } from '@bedrock-kit/invocation';

/** The tasks of Nova Canvas and Titan Image, by AWS's names. */
export type ImageTaskType =
  | 'TEXT_IMAGE'
  | 'COLOR_GUIDED_GENERATION'
  | 'IMAGE_VARIATION'
  | 'INPAINTING'
  | 'OUTPAINTING'
  | 'BACKGROUND_REMOVAL'
  | 'VIRTUAL_TRY_ON';

/** `providerOptions.bedrock` for Nova Canvas and Titan Image. */
export type CanvasOptions = {
  /** The task. Default: by what you give, such as `TEXT_IMAGE` for a prompt, `INPAINTING` for a mask, `IMAGE_VARIATION` for images. */
  taskType?: ImageTaskType | undefined;
  /** The quality of the image. Default: `standard`. */
  quality?: 'standard' | 'premium' | (string & {}) | undefined;
  /** How closely to follow the prompt, 1.1 to 10. Default: 6.5; 8 for Titan. */
  cfgScale?: number | undefined;
  /** Only Nova Canvas, for a prompt: the style of the image. */
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
  /** For `TEXT_IMAGE` with a given image: follow its outlines (`CANNY_EDGE`, default) or its segments. */
  controlMode?: 'CANNY_EDGE' | 'SEGMENTATION' | (string & {}) | undefined;
  /** For `COLOR_GUIDED_GENERATION`: 1 to 10 colours, as `#RRGGBB`. */
  colors?: readonly string[] | undefined;
  /** For `IMAGE_VARIATION`: how similar the result is, 0.2 to 1. Default: 0.7. */
  similarityStrength?: number | undefined;
  /** What to repaint, in words, in place of a mask. */
  maskPrompt?: string | undefined;
  /** For `OUTPAINTING`: soft edges at the mask (`DEFAULT`) or sharp ones (`PRECISE`). */
  outPaintingMode?: 'DEFAULT' | 'PRECISE' | (string & {}) | undefined;
  /** Whether to return the mask that was used, in the metadata. */
  returnMask?: boolean | undefined;
  /** For `VIRTUAL_TRY_ON`: the kind of mask. Default: by the mask that you give. */
  maskType?: 'IMAGE' | 'GARMENT' | 'PROMPT' | undefined;
  /** For `VIRTUAL_TRY_ON`: a mask by garment, such as `{ garmentClass: 'UPPER_BODY' }`. */
  garmentBasedMask?: JSONObject | undefined;
  /** For `VIRTUAL_TRY_ON`: a mask by words, such as `{ maskPrompt: 'the shirt', maskShape: 'CONTOUR' }`. */
  promptBasedMask?: JSONObject | undefined;
  /** For `VIRTUAL_TRY_ON`: what the mask leaves out, such as `{ preserveFace: 'ON' }`. */
  maskExclusions?: JSONObject | undefined;
  /** For `VIRTUAL_TRY_ON`: how to merge the two images. Default: `BALANCED`. */
  mergeStyle?: 'BALANCED' | 'SEAMLESS' | 'DETAILED' | (string & {}) | undefined;
};

/** `providerOptions.bedrock` for Stability's models and image services. */
export type StabilityOptions = {
  /** The format of the image. Default: `png`. */
  outputFormat?: 'png' | 'jpeg' | 'webp' | (string & {}) | undefined;
  /** With an input image: how far the result may differ from it, 0 to 1. Default: 0.35. */
  strength?: number | undefined;
  /** For the image services: the style of the image. */
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
  /** How creative to be: 0.1 to 0.5 for upscaling, 0.1 to 1 for outpainting. Default: 0.3 (conservative upscaling 0.35); 0.5. */
  creativity?: number | undefined;
  /** How many pixels to grow the mask by, 0 to 20. Default: 5. */
  growMask?: number | undefined;
  /** What to recolour, in words. */
  selectPrompt?: string | undefined;
  /** What to replace, in words. */
  searchPrompt?: string | undefined;
  /** For outpainting: how many pixels to add on the left, 0 to 2000. */
  left?: number | undefined;
  /** For outpainting: how many pixels to add on the right, 0 to 2000. */
  right?: number | undefined;
  /** For outpainting: how many pixels to add above, 0 to 2000. */
  up?: number | undefined;
  /** For outpainting: how many pixels to add below, 0 to 2000. */
  down?: number | undefined;
  /** For the style guide: how closely to follow the style of the given image, 0 to 1. Default: 0.5. */
  fidelity?: number | undefined;
  /** For style transfer: how much of the composition to keep, 0 to 1. Default: 0.9. */
  compositionFidelity?: number | undefined;
  /** For style transfer: how strongly to apply the style, 0 to 1. Default: 1. */
  styleStrength?: number | undefined;
  /** For style transfer: how much the original image may change, 0.1 to 1. Default: 0.9. */
  changeStrength?: number | undefined;
};

/** `providerOptions.bedrock` of a call: the options of every image model. */
export type ImageModelOptions = CanvasOptions &
  StabilityOptions & {
    /** What the image must not show, in words. */
    negativeText?: string | undefined;
    /** Another name of `negativeText`: Stability's. */
    negativePrompt?: string | undefined;
    /** With `controlMode` or Stability's control services: how closely to follow the given image, 0 to 1. Default: 0.7. */
    controlStrength?: number | undefined;
    /** Merged into the request body, where they win: for members that this package does not know. */
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
