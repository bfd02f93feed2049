/**
 * The body that Nova Canvas and the Titan Image Generator share: a task, its parameters, and the settings of the image.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
 */
import type { ImageCapabilities } from '@bedrock-kit/models';
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import type { InvokedModel } from '../models/invoked-model.ts';
import {
  optionalChoice,
  optionalIntegerIn,
  optionalNumberIn,
  optionalObject,
} from '../native/json-fields.ts';
import { validationError } from '../service-error.ts';
import { encodeBase64 } from '../wire/base64.ts';
import { type Order, orderIn } from './canvas-tasks.ts';
import { isBlockedPrompt, withheldImages } from './content-filter.ts';
import { paint } from './painting.ts';
import { encodePng } from './png.ts';
import { checkSize, type Size } from './size.ts';

/** Where the two models differ beyond their records. */
const defaultSeeds = { 'nova-canvas': 12, 'titan-image': 42 } as const;

export function canvas(model: ImageCapabilities, kind: keyof typeof defaultSeeds): InvokedModel {
  return async (body) => {
    const { taskType, order } = orderIn(body, model);
    refuseBlocked(order.prompt);
    const config = optionalObject(body, 'imageGenerationConfig', '') ?? {};
    return { body: await draw(order, readConfig(config, model, defaultSeeds[kind], order), taskType) };
  };
}

interface Config extends Size {
  readonly seed: number;
  readonly count: number;
  readonly look: string;
}

function readConfig(
  config: JsonObject,
  model: ImageCapabilities,
  defaultSeed: number,
  { keepsSizeOf }: Order,
): Config {
  const place = '/imageGenerationConfig';
  const cfgScale = optionalNumberIn(config, 'cfgScale', place, [1.1, 10]);
  const quality = optionalChoice(config, 'quality', place, ['standard', 'premium']);
  const seed = optionalIntegerIn(config, 'seed', place, model.seed ?? [0, Infinity]) ?? defaultSeed;
  const count = optionalIntegerIn(config, 'numberOfImages', place, [1, model.maxImages]) ?? 1;
  const size = keepsSizeOf ?? checkSize(config, place, model.sizes);
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
  throw validationError(
    'This request has been blocked by our content filters. Please adjust your text prompt to submit a new request.',
  );
}
