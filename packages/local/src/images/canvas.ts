/**
 * The body that Nova Canvas and the Titan Image Generator share: a task, its parameters, and the settings of the image.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
 */
import type { ImageCapabilities, ImageTask } from '@bedrock-kit/models';
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import type { InvokedModel } from '../models/invoked-model.ts';
import {
  checkLength,
  choice,
  objectIn,
  optionalChoice,
  optionalFlag,
  optionalIntegerIn,
  optionalNumberIn,
  optionalObject,
  optionalText,
  text,
  texts,
} from '../models/native/json-fields.ts';
import { malformedInput } from '../models/native/native-body.ts';
import { ServiceError } from '../service-error.ts';
import { encodeBase64 } from '../wire/base64.ts';
import { isBlockedPrompt, withheldImages } from './content-filter.ts';
import { inputImage, type InputImage, optionalInputImage, readImage } from './input-image.ts';
import { paint } from './painting.ts';
import { encodePng } from './png.ts';
import { checkSize, type Size } from './size.ts';

/** Where the two models differ beyond their records. */
interface Dialect {
  readonly seed: number;
  readonly quality: readonly string[];
  readonly cfgScale: readonly [number, number];
}

const dialects: Readonly<Record<'nova-canvas' | 'titan-image', Dialect>> = {
  'nova-canvas': { seed: 12, quality: ['standard', 'premium'], cfgScale: [1.1, 10] },
  'titan-image': { seed: 42, quality: ['standard', 'premium'], cfgScale: [1.1, 10] },
};

/** What a task's parameters ask for. */
interface Order {
  readonly prompt: string;
  readonly variant: string;
  /** The size of the input, for tasks that keep it. */
  readonly keepsSizeOf?: InputImage | undefined;
  readonly colours?: readonly string[] | undefined;
  readonly cutOut?: boolean | undefined;
  readonly returnMask?: boolean | undefined;
}

type Task = (params: JsonObject, place: string, most: number) => Order;

const tasks: Readonly<Record<string, readonly [name: ImageTask, params: string, read: Task]>> = {
  TEXT_IMAGE: ['text-to-image', 'textToImageParams', textToImage],
  COLOR_GUIDED_GENERATION: ['color-guided', 'colorGuidedGenerationParams', colourGuided],
  IMAGE_VARIATION: ['variation', 'imageVariationParams', variation],
  INPAINTING: ['inpainting', 'inPaintingParams', masked],
  OUTPAINTING: ['outpainting', 'outPaintingParams', masked],
  BACKGROUND_REMOVAL: ['background-removal', 'backgroundRemovalParams', backgroundRemoval],
  VIRTUAL_TRY_ON: ['virtual-try-on', 'virtualTryOnParams', virtualTryOn],
};

export function canvas(model: ImageCapabilities, kind: 'nova-canvas' | 'titan-image'): InvokedModel {
  const dialect = dialects[kind];
  return async (body) => {
    const known = Object.keys(tasks).filter((name) => model.tasks.includes(tasks[name]?.[0] ?? 'upscale'));
    const taskType = choice(body, 'taskType', '', known);
    const [, key, read] = tasks[taskType] ?? ['text-to-image', 'textToImageParams', textToImage];
    const order = read(objectIn(body, key, ''), `/${key}`, model.maxPromptCharacters);
    refuseBlocked(order.prompt);
    const config = optionalObject(body, 'imageGenerationConfig', '') ?? {};
    return { body: await draw(order, readConfig(config, model, dialect, order), taskType) };
  };
}

interface Config extends Size {
  readonly seed: number;
  readonly count: number;
  readonly look: string;
}

function readConfig(config: JsonObject, model: ImageCapabilities, dialect: Dialect, order: Order): Config {
  const place = '/imageGenerationConfig';
  const cfgScale = optionalNumberIn(config, 'cfgScale', place, dialect.cfgScale);
  const quality = optionalChoice(config, 'quality', place, dialect.quality);
  const seed = optionalIntegerIn(config, 'seed', place, model.seed ?? [0, Infinity]) ?? dialect.seed;
  const count = optionalIntegerIn(config, 'numberOfImages', place, [1, model.maxImages]) ?? 1;
  const size = order.keepsSizeOf ?? checkSize(config, place, model.sizes);
  return { width: size.width, height: size.height, seed, count, look: JSON.stringify([cfgScale, quality]) };
}

async function draw(order: Order, config: Config, taskType: string): Promise<Json> {
  const { width, height, count } = config;
  const held = withheldImages(order.prompt, count);
  const images: string[] = [];
  for (let index = 0; index < count - held; index += 1) {
    const painting = paint({
      width,
      height,
      prompt: order.prompt,
      seed: config.seed,
      variant: `${taskType}/${order.variant}/${config.look}/${index}`,
      colours: order.colours,
      cutOut: order.cutOut,
    });
    images.push(encodeBase64(await encodePng(painting)));
  }
  const share = held === count ? 'All' : 'Some';
  return {
    images,
    ...(order.returnMask === true ? { maskImage: await drawMask(width, height) } : {}),
    ...(held > 0
      ? { error: `${share} of the generated images have been blocked by our content filters.` }
      : {}),
  };
}

/** Black where the image was changed. */
async function drawMask(width: number, height: number): Promise<string> {
  const colours = ['#000000', '#000000', '#000000'];
  return encodeBase64(
    await encodePng(paint({ width, height, prompt: '', seed: 0, variant: 'mask', colours })),
  );
}

function refuseBlocked(prompt: string): void {
  if (!isBlockedPrompt(prompt)) return;
  throw new ServiceError(
    'ValidationException',
    'This request has been blocked by our content filters. Please adjust your text prompt to submit a new request.',
  );
}

function textToImage(params: JsonObject, place: string, most: number): Order {
  const prompt = promptIn(params, place, most);
  const condition = optionalInputImage(params, 'conditionImage', place);
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
  const reference = optionalInputImage(params, 'referenceImage', place);
  const variant = JSON.stringify([negative(params, place, most), reference?.fingerprint]);
  return { prompt: promptIn(params, place, most), variant, colours };
}

function variation(params: JsonObject, place: string, most: number): Order {
  const images = (texts(params, 'images', place) ?? []).map((image, index) =>
    readImage(image, `${place}/images/${index}`),
  );
  if (images.length < 1 || images.length > 5)
    throw malformedInput(`#${place}/images: expected 1 to 5 items, found: ${images.length}`);
  const similarity = optionalNumberIn(params, 'similarityStrength', place, [0.2, 1]);
  const variant = [images.map((image) => image.fingerprint), similarity, negative(params, place, most)];
  return { prompt: optionalPrompt(params, place, most), variant: JSON.stringify(variant) };
}

/** In- and outpainting: what is changed is said by a text or shown by a mask of the image's size. */
function masked(params: JsonObject, place: string, most: number): Order {
  const image = inputImage(params, 'image', place);
  const mask = optionalInputImage(params, 'maskImage', place);
  const maskPrompt = optionalText(params, 'maskPrompt', place);
  if ((mask === undefined) === (maskPrompt === undefined))
    throw malformedInput(`#${place}: exactly one of the keys [maskImage] and [maskPrompt] must be given`);
  if (mask !== undefined && (mask.width !== image.width || mask.height !== image.height))
    throw malformedInput(`#${place}/maskImage: the mask must have the size of the image`);
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
  const image = inputImage(params, 'image', place);
  return { prompt: '', variant: image.fingerprint, keepsSizeOf: image, cutOut: true };
}

const maskKinds = {
  IMAGE: 'imageBasedMask',
  GARMENT: 'garmentBasedMask',
  PROMPT: 'promptBasedMask',
} as const;

function virtualTryOn(params: JsonObject, place: string): Order {
  const source = inputImage(params, 'sourceImage', place);
  const reference = inputImage(params, 'referenceImage', place);
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
