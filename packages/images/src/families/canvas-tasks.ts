// The tasks of Nova Canvas and Titan Image, one row each: what it takes, and its parameters.
// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
import { InvalidArgumentError, type JSONObject } from '@ai-sdk/provider';
import type { ImageTask } from '@bedrock-kit/models';
import type { Options } from '../options.ts';
import { type ImageRequest, member, requiredImage, requiredPrompt } from './family.ts';

export interface CanvasTask {
  /** The member that holds the parameters. */
  readonly key: string;
  /** What `@bedrock-kit/models` calls it. */
  readonly kind: (request: ImageRequest) => ImageTask;
  readonly takesPrompt: boolean;
  readonly takesMask: boolean;
  readonly maxImages: number;
  /** Whether it has an `imageGenerationConfig`, and in it a width and a height. */
  readonly isGenerated: boolean;
  readonly isSized: boolean;
  /** Options of its own. */
  readonly options: readonly (keyof Options)[];
  parameters(request: ImageRequest): JSONObject;
}

/** The task that is asked for, or the one that what is given is good for. */
export function taskOf({ options, images, mask }: ImageRequest): string {
  if (options.taskType !== undefined) return options.taskType;
  if (options.maskType ?? options.garmentBasedMask ?? options.promptBasedMask) return 'VIRTUAL_TRY_ON';
  if (options.colors) return 'COLOR_GUIDED_GENERATION';
  if (images.length === 0) return 'TEXT_IMAGE';
  if (options.outPaintingMode) return 'OUTPAINTING';
  if (mask !== undefined || options.maskPrompt !== undefined) return 'INPAINTING';
  return options.controlMode ? 'TEXT_IMAGE' : 'IMAGE_VARIATION';
}

const generated = { isGenerated: true, takesPrompt: true } as const;
const painting = { ...generated, takesMask: true, maxImages: 1, isSized: false } as const;

export const tasks: Readonly<Record<string, CanvasTask>> = {
  TEXT_IMAGE: {
    ...generated,
    key: 'textToImageParams',
    kind: ({ images }) => (images.length > 0 ? 'conditioning' : 'text-to-image'),
    takesMask: false,
    maxImages: 1,
    isSized: true,
    options: ['negativeText', 'style', 'controlMode', 'controlStrength'],
    parameters: (request) => {
      const { images, options } = request;
      const [conditionImage] = images;
      return {
        text: requiredPrompt(request),
        ...member('negativeText', options.negativeText),
        ...member('style', options.style),
        ...(conditionImage !== undefined && {
          conditionImage,
          ...member('controlMode', options.controlMode),
          ...member('controlStrength', options.controlStrength),
        }),
      };
    },
  },
  COLOR_GUIDED_GENERATION: {
    ...generated,
    key: 'colorGuidedGenerationParams',
    kind: () => 'color-guided',
    takesMask: false,
    maxImages: 1,
    isSized: true,
    options: ['negativeText', 'colors'],
    parameters: (request) => ({
      text: requiredPrompt(request),
      ...member('negativeText', request.options.negativeText),
      colors: [...(request.options.colors ?? missing('colors', 'COLOR_GUIDED_GENERATION'))],
      ...member('referenceImage', request.images[0]),
    }),
  },
  IMAGE_VARIATION: {
    ...generated,
    key: 'imageVariationParams',
    kind: () => 'variation',
    takesMask: false,
    maxImages: 5,
    isSized: true,
    options: ['negativeText', 'similarityStrength'],
    parameters: (request) => ({
      images: [requiredImage(request, 0, 'an image to vary'), ...request.images.slice(1)],
      ...textsOf(request),
      ...member('similarityStrength', request.options.similarityStrength),
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
    options: ['negativeText', 'maskPrompt', 'outPaintingMode', 'returnMask'],
    parameters: (request) => ({
      ...paintingParameters(request),
      ...member('outPaintingMode', request.options.outPaintingMode),
    }),
  },
  BACKGROUND_REMOVAL: {
    key: 'backgroundRemovalParams',
    kind: () => 'background-removal',
    takesPrompt: false,
    takesMask: false,
    maxImages: 1,
    isGenerated: false,
    isSized: false,
    options: [],
    parameters: (request) => ({ image: requiredImage(request, 0, 'an image to cut out of its background') }),
  },
  VIRTUAL_TRY_ON: {
    ...generated,
    key: 'virtualTryOnParams',
    kind: () => 'virtual-try-on',
    takesMask: true,
    maxImages: 2,
    isSized: false,
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

function paintingParameters(request: ImageRequest): JSONObject {
  const { mask, options } = request;
  if ((mask === undefined) === (options.maskPrompt === undefined)) {
    throw new InvalidArgumentError({
      argument: 'mask',
      message: 'Say what is painted: give either prompt.mask or the option maskPrompt, one of the two.',
    });
  }
  return {
    image: requiredImage(request, 0, 'an image to paint in'),
    ...textsOf(request),
    ...member('maskImage', mask),
    ...member('maskPrompt', options.maskPrompt),
    ...member('returnMask', options.returnMask),
  };
}

function tryOnParameters(request: ImageRequest): JSONObject {
  const { options, mask, prompt } = request;
  const words = options.maskPrompt ?? (prompt || undefined);
  const maskType = options.maskType ?? (mask ? 'IMAGE' : options.garmentBasedMask ? 'GARMENT' : 'PROMPT');
  return {
    sourceImage: requiredImage(request, 0, 'the image of a person or a room'),
    referenceImage: requiredImage(request, 1, 'the image of what is tried on'),
    maskType,
    ...(maskType === 'IMAGE' && { imageBasedMask: { maskImage: mask ?? missing('prompt.mask', maskType) } }),
    ...(maskType === 'GARMENT' && {
      garmentBasedMask: options.garmentBasedMask ?? missing('garmentBasedMask', maskType),
    }),
    ...(maskType === 'PROMPT' && {
      promptBasedMask: options.promptBasedMask ?? {
        maskPrompt: words ?? missing('promptBasedMask', maskType),
      },
    }),
    ...member('maskExclusions', options.maskExclusions),
    ...member('mergeStyle', options.mergeStyle),
    ...member('returnMask', options.returnMask),
  };
}

/** An empty prompt is none. */
function textsOf({ prompt, options }: ImageRequest): JSONObject {
  return { ...member('text', prompt || undefined), ...member('negativeText', options.negativeText) };
}

function missing(argument: string, what: string): never {
  throw new InvalidArgumentError({ argument, message: `${what} needs ${argument}.` });
}
