/**
 * The fields that each of Stability's models takes, and the values of those that the editing services have; a request with another
 * one is refused.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-stability-diffusion.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
 */
import { parseModelId } from '@bedrock-kit/models';
import type { JsonObject } from '@bedrock-kit/protocol';
import type { InvokedModel } from '../models/invoked-model.ts';
import { optionalChoice, optionalNumberIn } from '../native/json-fields.ts';
import { validationError } from '../service-error.ts';

/** The models that make an image of a text or of another image. */
const generators: readonly string[] = ['core', 'ultra', 'sd3-5-large'];
const generation = 'prompt negative_prompt mode strength seed output_format image aspect_ratio'.split(' ');

const styled = 'negative_prompt seed output_format style_preset';
/** The editing services, each with its fields. */
const services: Readonly<Record<string, string>> = {
  'creative-upscale': `image prompt creativity ${styled}`,
  'conservative-upscale': 'image prompt creativity negative_prompt seed output_format',
  'fast-upscale': 'image output_format',
  inpaint: `image prompt mask grow_mask ${styled}`,
  outpaint: 'image left right up down prompt creativity seed output_format style_preset',
  'search-recolor': `image prompt select_prompt grow_mask ${styled}`,
  'search-replace': `image prompt search_prompt grow_mask ${styled}`,
  'erase-object': 'image mask grow_mask seed output_format',
  'remove-background': 'image output_format',
  'control-sketch': `image prompt control_strength ${styled}`,
  'control-structure': `image prompt control_strength ${styled}`,
  'style-guide': `image prompt aspect_ratio fidelity ${styled}`,
  'style-transfer':
    'init_image style_image prompt negative_prompt seed output_format composition_fidelity style_strength change_strength',
};

type Bounds = readonly [lowest: number, highest: number];

const bounds: Readonly<Record<string, Bounds>> = {
  change_strength: [0.1, 1],
  composition_fidelity: [0, 1],
  control_strength: [0, 1],
  fidelity: [0, 1],
  grow_mask: [0, 20],
  style_strength: [0, 1],
};

const creativity = (service: string): Bounds => [0.1, service === 'outpaint' ? 1 : 0.5];

const presets = [
  '3d-model',
  'analog-film',
  'anime',
  'cinematic',
  'comic-book',
  'digital-art',
  'enhance',
  'fantasy-art',
  'isometric',
  'line-art',
  'low-poly',
  'modeling-compound',
  'neon-punk',
  'origami',
  'photographic',
  'pixel-art',
  'tile-texture',
] as const;

/** @throws {ServiceError} `ValidationException` */
function checkValues(body: JsonObject, service: string): void {
  for (const [field, limits] of Object.entries({ ...bounds, creativity: creativity(service) }))
    optionalNumberIn(body, field, '', limits);
  optionalChoice(body, 'style_preset', '', presets);
}

/** The model with a check before it; a service that is newer than the table takes every field. */
export function ownFields(modelId: string | undefined, model: InvokedModel): InvokedModel {
  const name = parseModelId(modelId ?? '').model?.replace(/^stable-(?:image-)?/, '') ?? '';
  const isGeneration = generators.includes(name);
  const fields = isGeneration ? generation : services[name]?.split(' ');
  if (fields === undefined) return model;
  return (body) => {
    const other = Object.keys(body).find((field) => !fields.includes(field));
    if (other === undefined) {
      if (!isGeneration) checkValues(body, name);
      return model(body);
    }
    // https://github.com/BerriAI/litellm/issues/6826 and https://github.com/aws-samples/amazon-bedrock-client-for-mac/issues/121
    const detail = isGeneration
      ? `Invalid field in request. Available fields: [${fields.map((field) => `'${field}'`).join(', ')}]`
      : `Invalid field '${other}' in request. Available fields for ${name} are: ${fields.join(', ')}`;
    throw validationError(JSON.stringify({ detail }));
  };
}
