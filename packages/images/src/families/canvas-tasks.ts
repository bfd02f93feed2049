// The tasks of Nova Canvas and Titan Image, one row each: what it takes, and its parameters.
// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
import type { JSONObject } from '@ai-sdk/provider';
import type { ImageTask } from '@bedrock-kit/models';
import type { Options } from '../options.ts';
import { invalid } from '../refusal.ts';
import { ignoreEach, type ImageRequest, requiredImage, requiredPrompt } from './family.ts';

export interface CanvasTask {
  /** The member that holds the parameters. */
  readonly key: string;
  /** What `@bedrock-kit/models` calls it. */
  readonly kind: (request: ImageRequest) => ImageTask;
  /** Chosen by the caller, that of the image, or `none`: then nothing is generated, and nothing configured. */
  readonly size: 'free' | 'image' | 'none';
  readonly maxImages: number;
  readonly takesMask?: boolean;
  /** Options of its own. */
  readonly options: readonly (keyof Options)[];
  /** @param own the values of these options */
  parameters(request: ImageRequest, own: Options): JSONObject;
}

/** The task that is asked for, or the one that fits what is given. */
export function taskOf({ options, images, mask }: ImageRequest): string {
  if (options.taskType !== undefined) return options.taskType;
  if (options.maskType ?? options.garmentBasedMask ?? options.promptBasedMask) return 'VIRTUAL_TRY_ON';
  if (options.colors) return 'COLOR_GUIDED_GENERATION';
  if (images.length === 0) return 'TEXT_IMAGE';
  if (options.outPaintingMode) return 'OUTPAINTING';
  if (mask ?? options.maskPrompt) return 'INPAINTING';
  return options.controlMode ? 'TEXT_IMAGE' : 'IMAGE_VARIATION';
}

const free = { size: 'free', maxImages: 1 } as const;
const painting = { size: 'image', maxImages: 1, takesMask: true } as const;

export const tasks: Readonly<Record<string, CanvasTask>> = {
  TEXT_IMAGE: {
    ...free,
    key: 'textToImageParams',
    kind: ({ images }) => (images.length > 0 ? 'conditioning' : 'text-to-image'),
    options: ['negativeText', 'style', 'controlMode', 'controlStrength'],
    parameters: (request, { controlMode, controlStrength, ...own }) => {
      const [conditionImage] = request.images;
      const text = { ...own, text: requiredPrompt(request) };
      if (conditionImage) return { ...text, conditionImage, controlMode, controlStrength };
      ignoreEach(request, { controlMode, controlStrength }, 'needs an image for it');
      return text;
    },
  },
  COLOR_GUIDED_GENERATION: {
    ...free,
    key: 'colorGuidedGenerationParams',
    kind: () => 'color-guided',
    options: ['negativeText', 'colors'],
    parameters: (request, own) => ({
      ...own,
      text: requiredPrompt(request),
      colors: own.colors ?? missing('colors'),
      referenceImage: request.images[0],
    }),
  },
  IMAGE_VARIATION: {
    ...free,
    maxImages: 5,
    key: 'imageVariationParams',
    kind: () => 'variation',
    options: ['negativeText', 'similarityStrength'],
    parameters: (request, own) => ({
      ...own,
      images: [requiredImage(request, 0, 'an image'), ...request.images.slice(1)],
      text: request.prompt,
    }),
  },
  INPAINTING: {
    ...painting,
    key: 'inPaintingParams',
    kind: () => 'inpainting',
    options: ['negativeText', 'maskPrompt', 'returnMask'],
    parameters: paintingParameters,
  },
  OUTPAINTING: {
    ...painting,
    key: 'outPaintingParams',
    kind: () => 'outpainting',
    options: ['negativeText', 'maskPrompt', 'returnMask', 'outPaintingMode'],
    parameters: paintingParameters,
  },
  BACKGROUND_REMOVAL: {
    size: 'none',
    maxImages: 1,
    key: 'backgroundRemovalParams',
    kind: () => 'background-removal',
    options: [],
    parameters: (request) => ({ image: requiredImage(request, 0, 'an image') }),
  },
  VIRTUAL_TRY_ON: {
    ...painting,
    maxImages: 2,
    key: 'virtualTryOnParams',
    kind: () => 'virtual-try-on',
    options: [
      'maskType',
      'maskPrompt',
      'garmentBasedMask',
      'promptBasedMask',
      'maskExclusions',
      'mergeStyle',
      'returnMask',
    ],
    parameters: tryOnParameters,
  },
};

function paintingParameters(request: ImageRequest, own: Options): JSONObject {
  const { mask: maskImage, prompt: text } = request;
  if ((maskImage === undefined) === (own.maskPrompt === undefined)) {
    invalid('mask', 'Say what to repaint: give either prompt.mask or the option maskPrompt');
  }
  return { ...own, image: requiredImage(request, 0, 'an image'), text, maskImage };
}

function tryOnParameters(
  request: ImageRequest,
  { garmentBasedMask, promptBasedMask, maskPrompt, ...own }: Options,
): JSONObject {
  const { mask, prompt } = request;
  const { maskType = mask ? 'IMAGE' : garmentBasedMask ? 'GARMENT' : 'PROMPT' } = own;
  /** Which of the masks is used, and the parameter that it becomes. */
  const chosen = (): readonly [used: string, member: string, value: JSONObject] => {
    if (maskType === 'IMAGE')
      return ['mask', 'imageBasedMask', { maskImage: mask ?? missing('prompt.mask') }];
    if (maskType === 'GARMENT')
      return ['garmentBasedMask', 'garmentBasedMask', garmentBasedMask ?? missing('garmentBasedMask')];
    if (promptBasedMask) return ['promptBasedMask', 'promptBasedMask', promptBasedMask];
    const words = maskPrompt ?? prompt ?? missing('promptBasedMask');
    return [maskPrompt ? 'maskPrompt' : 'prompt', 'promptBasedMask', { maskPrompt: words }];
  };
  const [used, member, value] = chosen();
  const masks = { mask, garmentBasedMask, promptBasedMask, maskPrompt, prompt };
  ignoreEach(request, { ...masks, [used]: undefined }, `takes its mask from ${used}`);
  return {
    ...own,
    maskType,
    sourceImage: requiredImage(request, 0, 'an image of a person or a room'),
    referenceImage: requiredImage(request, 1, 'an image of what is tried on'),
    [member]: value,
  };
}

function missing(argument: string): never {
  return invalid(argument, `This task needs ${argument}`);
}
