/**
 * The bodies of Stability's models: text to image, image to image, and the editing services.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-stability-diffusion.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
 */
import type { ImageCapabilities, ImageTask } from '@bedrock-kit/models';
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { hash32 } from '../digest.ts';
import type { InvokedModel } from '../models/invoked-model.ts';
import {
  checkLength,
  optionalChoice,
  optionalIntegerIn,
  optionalNumberIn,
  optionalText,
  text,
} from '../native/json-fields.ts';
import { malformedInput } from '../native/schema-check.ts';
import { validationError } from '../service-error.ts';
import { encodeBase64 } from '../wire/base64.ts';
import { isBlockedPrompt, withheldImages } from './content-filter.ts';
import { type ImageRules, inputImage, type InputImage, optionalInputImage } from './input-image.ts';
import { encodeJpeg } from './jpeg.ts';
import { paint } from './painting.ts';
import { encodePng } from './png.ts';
import { type Size, sizeOfRatio } from './size.ts';

export function stability(model: ImageCapabilities): InvokedModel {
  return async (body) => {
    const prompt = model.maxPromptCharacters === 0 ? '' : promptIn(body, model, true);
    return { body: await answer(body, model, prompt, sizeOfGenerated(body, model)) };
  };
}

/** Services whose prompt is optional. */
const promptOptional: readonly ImageTask[] = ['outpainting', 'style-transfer'];

export function stabilityEdit(model: ImageCapabilities): InvokedModel {
  const [task = 'inpainting'] = model.tasks;
  return async (body) => {
    const isRequired = !promptOptional.includes(task);
    const prompt = model.maxPromptCharacters === 0 ? '' : promptIn(body, model, isRequired);
    if (task === 'search-replace') text(body, 'search_prompt', '');
    if (task === 'search-recolor') text(body, 'select_prompt', '');
    const image = inputImage(body, task === 'style-transfer' ? 'init_image' : 'image', '', rulesOf(model));
    if (task === 'style-transfer') inputImage(body, 'style_image', '', rulesOf(model));
    // One of another size is made to fit.
    if (model.maskInput) optionalInputImage(body, 'mask', '', { formats: taken.formats });
    return { body: await answer(body, model, prompt, sizeOfEdited(body, task, image, model), task) };
  };
}

async function answer(
  body: JsonObject,
  model: ImageCapabilities,
  prompt: string,
  size: Size,
  task?: ImageTask,
): Promise<Json> {
  const asked = optionalIntegerIn(body, 'seed', '', model.seed ?? [0, Infinity]) ?? 0;
  const format = formatOf(body);
  const variant = JSON.stringify({ ...body, seed: undefined, output_format: undefined });
  // Zero leaves the choice to the model; here it follows from the request, so that the answer repeats.
  const seed = asked === 0 ? hash32(`${prompt}/${variant}`) : asked;
  if (isBlockedPrompt(prompt)) return { finish_reasons: ['Filter reason: prompt'] };
  if (withheldImages(prompt, 1) > 0)
    return { seeds: [seed], finish_reasons: ['Filter reason: output image'], images: [''] };
  const painting = paint({ ...size, prompt, seed, variant, cutOut: task === 'background-removal' });
  const bytes = format === 'jpeg' ? encodeJpeg(painting) : await encodePng(painting);
  return { seeds: [seed], finish_reasons: [null], images: [encodeBase64(bytes)] };
}

function promptIn(
  body: JsonObject,
  { maxPromptCharacters, negativePrompt }: ImageCapabilities,
  isRequired: boolean,
): string {
  const prompt = isRequired ? text(body, 'prompt', '') : (optionalText(body, 'prompt', '') ?? '');
  checkLength(prompt, '/prompt', [isRequired ? 1 : 0, maxPromptCharacters]);
  const negative = negativePrompt ? optionalText(body, 'negative_prompt', '') : undefined;
  if (negative !== undefined) checkLength(negative, '/negative_prompt', [0, maxPromptCharacters]);
  return prompt;
}

function sizeOfGenerated(body: JsonObject, model: ImageCapabilities): Size {
  const mode = optionalChoice(body, 'mode', '', ['text-to-image', 'image-to-image'] as const);
  if (mode === 'image-to-image' || (mode === undefined && body['image'] !== undefined)) {
    if (!model.imageInput) throw malformedInput('#: extraneous key [image] is not permitted');
    optionalNumberIn(body, 'strength', '', [0, 1]);
    return inputImage(body, 'image', '', taken);
  }
  return sizeOfRatio(ratioIn(body, model));
}

function ratioIn(body: JsonObject, { sizes }: ImageCapabilities): string {
  const ratios = sizes.kind === 'ratio' ? sizes.ratios : ['1:1'];
  return optionalChoice(body, 'aspect_ratio', '', ratios) ?? '1:1';
}

function sizeOfEdited(body: JsonObject, task: ImageTask, image: InputImage, model: ImageCapabilities): Size {
  const { width, height } = image;
  if (model.upscaling) {
    const { upscaling } = model;
    const factor =
      'factor' in upscaling ? upscaling.factor : Math.max(1, Math.sqrt(upscaling.pixels / (width * height)));
    return { width: Math.round(width * factor), height: Math.round(height * factor) };
  }
  if (task === 'style-guide') return sizeOfRatio(ratioIn(body, model));
  if (task !== 'outpainting') return { width, height };
  const side = (key: string): number => optionalIntegerIn(body, key, '', [0, 2000]) ?? 0;
  const [left, right, up, down] = [side('left'), side('right'), side('up'), side('down')];
  if (left + right + up + down === 0)
    throw malformedInput('#: at least one of the keys [left], [right], [up] and [down] must be above 0');
  return { width: width + left + right, height: height + up + down };
}

/** The images that all of Stability's models take. */
const taken: ImageRules = { formats: ['png', 'jpeg', 'webp'], shortestSide: 64, mostPixels: 9_437_184 };

/** The images that a service takes. An upscaler by a factor has bounds of its own. */
function rulesOf({ upscaling }: ImageCapabilities): ImageRules {
  return upscaling !== undefined && 'factor' in upscaling
    ? { ...taken, shortestSide: 32, longestSide: 1536, mostPixels: 1_048_576 }
    : { ...taken, steepest: 2.5 };
}

function formatOf(body: JsonObject): 'png' | 'jpeg' {
  const given = optionalText(body, 'output_format', '')?.toLowerCase() ?? 'png';
  if (given === 'png' || given === 'jpeg') return given;
  if (given !== 'webp') throw malformedInput(`#/output_format: ${given} is not a valid enum value`);
  throw validationError('The local model makes PNG and JPEG images, no WebP.', {
    hint: 'Ask for output_format "png" or "jpeg", or give this model a handler of your own.',
  });
}
