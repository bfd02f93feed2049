/**
 * The tasks of Nova Canvas and the Titan Image Generator, each with parameters of its own.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
 */
import type { ImageCapabilities, ImageTask } from '@bedrock-kit/models';
import type { JsonObject } from '@bedrock-kit/protocol';
import {
  checkLength,
  choice,
  objectIn,
  optionalChoice,
  optionalFlag,
  optionalNumberIn,
  optionalText,
  text,
  texts,
} from '../native/json-fields.ts';
import { malformedInput } from '../native/schema-check.ts';
import {
  checkMask,
  type ImageRules,
  inputImage,
  type InputImage,
  optionalInputImage,
  readImage,
} from './input-image.ts';

/** What a task's parameters ask for. */
export interface Order {
  readonly prompt: string;
  readonly variant: string;
  /** The size of the input, for tasks that keep it. */
  readonly keepsSizeOf?: InputImage | undefined;
  readonly colours?: readonly string[] | undefined;
  readonly cutOut?: boolean | undefined;
  readonly returnMask?: boolean | undefined;
}

/** A task: its name in a model's record, the member that holds its parameters, and what reads them. `most` is the longest prompt. */
type Task = readonly [
  name: ImageTask,
  member: string,
  read: (params: JsonObject, place: string, most: number) => Order,
];

const tasks = {
  TEXT_IMAGE: ['text-to-image', 'textToImageParams', textToImage],
  COLOR_GUIDED_GENERATION: ['color-guided', 'colorGuidedGenerationParams', colourGuided],
  IMAGE_VARIATION: ['variation', 'imageVariationParams', variation],
  INPAINTING: ['inpainting', 'inPaintingParams', masked],
  OUTPAINTING: ['outpainting', 'outPaintingParams', masked],
  BACKGROUND_REMOVAL: ['background-removal', 'backgroundRemovalParams', backgroundRemoval],
  VIRTUAL_TRY_ON: ['virtual-try-on', 'virtualTryOnParams', virtualTryOn],
} as const satisfies Readonly<Record<string, Task>>;

type TaskType = keyof typeof tasks;

/**
 * Reads what a body asks for.
 *
 * @throws {ServiceError} `ValidationException` for a task that the model lacks, or parameters that do not fit it
 */
export function orderIn(body: JsonObject, model: ImageCapabilities): { taskType: string; order: Order } {
  // The keys of the table are its types.
  const known = (Object.keys(tasks) as TaskType[]).filter((type) => model.tasks.includes(tasks[type][0]));
  const taskType = choice(body, 'taskType', '', known);
  const [, member, read]: Task = tasks[taskType];
  return { taskType, order: read(objectIn(body, member, ''), `/${member}`, model.maxPromptCharacters) };
}

/** https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html (additional requirements for input images) */
const taken: ImageRules = { formats: ['png', 'jpeg'], longestSide: 4096 };

function textToImage(params: JsonObject, place: string, most: number): Order {
  const prompt = promptIn(params, place, most);
  const condition = optionalInputImage(params, 'conditionImage', place, taken);
  const control = optionalChoice(params, 'controlMode', place, ['CANNY_EDGE', 'SEGMENTATION']);
  const strength = optionalNumberIn(params, 'controlStrength', place, [0, 1]);
  const style = optionalChoice(params, 'style', place, styles);
  const variant = [negative(params, place, most), style, condition?.fingerprint, control, strength];
  return { prompt, variant: JSON.stringify(variant) };
}

const styles = [
  '3D_ANIMATED_FAMILY_FILM',
  'DESIGN_SKETCH',
  'FLAT_VECTOR_ILLUSTRATION',
  'GRAPHIC_NOVEL_ILLUSTRATION',
  'MAXIMALISM',
  'MIDCENTURY_RETRO',
  'PHOTOREALISM',
  'SOFT_DIGITAL_PAINTING',
];

function colourGuided(params: JsonObject, place: string, most: number): Order {
  const colours = texts(params, 'colors', place) ?? [];
  if (colours.length < 1 || colours.length > 10)
    throw malformedInput(`#${place}/colors: expected 1 to 10 items, found: ${colours.length}`);
  for (const [index, colour] of colours.entries()) {
    if (!/^#[0-9a-f]{6}$/i.test(colour))
      throw malformedInput(
        `#${place}/colors/${index}: string [${colour}] does not match pattern ^#[0-9a-fA-F]{6}$`,
      );
  }
  const reference = optionalInputImage(params, 'referenceImage', place, taken);
  const variant = JSON.stringify([negative(params, place, most), reference?.fingerprint]);
  return { prompt: promptIn(params, place, most), variant, colours };
}

function variation(params: JsonObject, place: string, most: number): Order {
  const images = (texts(params, 'images', place) ?? []).map((image, index) =>
    readImage(image, `${place}/images/${index}`, taken),
  );
  if (images.length < 1 || images.length > 5)
    throw malformedInput(`#${place}/images: expected 1 to 5 items, found: ${images.length}`);
  const similarity = optionalNumberIn(params, 'similarityStrength', place, [0.2, 1]);
  const variant = [images.map((image) => image.fingerprint), similarity, negative(params, place, most)];
  return { prompt: optionalPrompt(params, place, most), variant: JSON.stringify(variant) };
}

/** In- and outpainting: what is changed is said by a text or shown by a mask of the image's size. */
function masked(params: JsonObject, place: string, most: number): Order {
  const image = inputImage(params, 'image', place, taken);
  const mask = optionalInputImage(params, 'maskImage', place, taken);
  const maskPrompt = optionalText(params, 'maskPrompt', place);
  if ((mask === undefined) === (maskPrompt === undefined))
    throw malformedInput(`#${place}: exactly one of the keys [maskImage] and [maskPrompt] must be given`);
  checkMask(mask, image, `${place}/maskImage`);
  const mode = optionalChoice(params, 'outPaintingMode', place, ['DEFAULT', 'PRECISE']);
  const variant = [image.fingerprint, mask?.fingerprint, maskPrompt, mode, negative(params, place, most)];
  return {
    prompt: optionalPrompt(params, place, most),
    variant: JSON.stringify(variant),
    keepsSizeOf: image,
    returnMask: optionalFlag(params, 'returnMask', place),
  };
}

function backgroundRemoval(params: JsonObject, place: string): Order {
  const image = inputImage(params, 'image', place, taken);
  return { prompt: '', variant: image.fingerprint, keepsSizeOf: image, cutOut: true };
}

const maskKinds = {
  IMAGE: 'imageBasedMask',
  GARMENT: 'garmentBasedMask',
  PROMPT: 'promptBasedMask',
} as const;

function virtualTryOn(params: JsonObject, place: string): Order {
  const source = inputImage(params, 'sourceImage', place, taken);
  const reference = inputImage(params, 'referenceImage', place, taken);
  const maskType = choice(params, 'maskType', place, ['IMAGE', 'GARMENT', 'PROMPT'] as const);
  const mask = objectIn(params, maskKinds[maskType], place);
  const variant = [source.fingerprint, reference.fingerprint, maskType, mask];
  return {
    prompt: '',
    variant: JSON.stringify(variant),
    keepsSizeOf: source,
    returnMask: optionalFlag(params, 'returnMask', place),
  };
}

function promptIn(params: JsonObject, place: string, most: number): string {
  const prompt = text(params, 'text', place);
  checkLength(prompt, `${place}/text`, [1, most]);
  return prompt;
}

function optionalPrompt(params: JsonObject, place: string, most: number): string {
  return optionalText(params, 'text', place) === undefined ? '' : promptIn(params, place, most);
}

function negative(params: JsonObject, place: string, most: number): string {
  const words = optionalText(params, 'negativeText', place);
  if (words !== undefined) checkLength(words, `${place}/negativeText`, [1, most]);
  return words ?? '';
}
