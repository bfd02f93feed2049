// The editing services of Stability: upscale, paint in and out, erase, search and replace, recolor, style, …
// https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
import { InvalidArgumentError, type JSONObject } from '@ai-sdk/provider';
import { parseModelId } from '@bedrock-kit/models';
import type { Options } from '../options.ts';
import {
  checkPrompt,
  type ImageFamily,
  type ImageRequest,
  member,
  reportUnused,
  requiredImage,
  requiredPrompt,
} from './family.ts';
import { readStability } from './stability-answer.ts';
import { aspectRatioOf, ignore, repeated } from './stability-request.ts';

/** Options by their names in the body. */
const fields = {
  output_format: 'outputFormat',
  negative_prompt: 'negativeText',
  style_preset: 'stylePreset',
  creativity: 'creativity',
  grow_mask: 'growMask',
  select_prompt: 'selectPrompt',
  search_prompt: 'searchPrompt',
  left: 'left',
  right: 'right',
  up: 'up',
  down: 'down',
  control_strength: 'controlStrength',
  fidelity: 'fidelity',
  composition_fidelity: 'compositionFidelity',
  style_strength: 'styleStrength',
  change_strength: 'changeStrength',
} as const satisfies Readonly<Record<string, keyof Options>>;

type Field = keyof typeof fields;

interface Service {
  readonly prompt: 'required' | 'optional' | 'none';
  /** Names of the images in the body, in the order of the prompt's; one that ends in `?` may be absent. */
  readonly images: readonly string[];
  readonly mask?: true | undefined;
  /** Options that must be there. */
  readonly required?: readonly Field[] | undefined;
  readonly optional: readonly Field[];
  /** Options of which one at least must be there and not 0. */
  readonly oneOf?: readonly Field[] | undefined;
}

const styled = ['negative_prompt', 'style_preset'] as const;
const sides = ['left', 'right', 'up', 'down'] as const;
const withPrompt = { prompt: 'required', images: ['image'] } as const;
const withoutPrompt = { prompt: 'none', images: ['image'] } as const;
const inpaint: Service = { ...withPrompt, mask: true, optional: ['grow_mask', ...styled] };

/** By the name of the model without vendor and version; every one takes `output_format` too. */
const services: Readonly<Record<string, Service>> = {
  'stable-creative-upscale': { ...withPrompt, optional: ['creativity', ...styled] },
  'stable-conservative-upscale': { ...withPrompt, optional: ['creativity', 'negative_prompt'] },
  'stable-fast-upscale': { ...withoutPrompt, optional: [] },
  'stable-image-inpaint': inpaint,
  'stable-outpaint': {
    prompt: 'optional',
    images: ['image'],
    optional: [...sides, 'creativity', 'style_preset'],
    oneOf: sides,
  },
  'stable-image-search-recolor': {
    ...withPrompt,
    required: ['select_prompt'],
    optional: ['grow_mask', ...styled],
  },
  'stable-image-search-replace': {
    ...withPrompt,
    required: ['search_prompt'],
    optional: ['grow_mask', ...styled],
  },
  'stable-image-erase-object': { ...withoutPrompt, mask: true, optional: ['grow_mask'] },
  'stable-image-remove-background': { ...withoutPrompt, optional: [] },
  'stable-image-control-sketch': { ...withPrompt, optional: ['control_strength', ...styled] },
  'stable-image-control-structure': { ...withPrompt, optional: ['control_strength', ...styled] },
  'stable-image-style-guide': { ...withPrompt, optional: ['fidelity', ...styled] },
  'stable-style-transfer': {
    prompt: 'optional',
    images: ['init_image', 'style_image'],
    optional: ['composition_fidelity', 'style_strength', 'change_strength', 'negative_prompt'],
  },
};

export const stabilityService: ImageFamily = {
  bodies: (request) => {
    const { images, mask, options, model, name } = request;
    // A service that is newer than the table is taken for the most general of them.
    const service = services[parseModelId(name).model ?? ''] ?? inpaint;
    const taken: readonly Field[] = ['output_format', ...(service.required ?? []), ...service.optional];
    checkPrompt(request);
    checkGiven(request, service);
    reportUnused(
      request,
      taken.map((field) => fields[field]),
    );
    if (mask !== undefined && !service.mask) ignore(request, 'mask', 'takes none');
    if (images.length > service.images.length) {
      ignore(request, 'prompt.images', `takes ${service.images.length}; the others are left out`);
    }
    const body = {
      ...promptOf(request, service),
      ...Object.fromEntries(
        service.images.map((field, index) => [field, requiredImage(request, index, `an image for ${field}`)]),
      ),
      ...(service.mask && member('mask', mask)),
      ...member('aspect_ratio', aspectRatioOf(request)),
      ...(Object.assign({}, ...taken.map((field) => member(field, options[fields[field]]))) as JSONObject),
    };
    if (model.seed) return repeated(request, body);
    if (request.seed !== undefined) ignore(request, 'seed', 'takes none');
    return Array.from({ length: request.count }, () => body);
  },
  read: readStability,
};

function promptOf(request: ImageRequest, { prompt }: Service): JSONObject {
  if (prompt === 'required') return { prompt: requiredPrompt(request) };
  if (prompt === 'optional') return member('prompt', request.prompt || undefined);
  if (request.prompt) ignore(request, 'prompt', 'takes none');
  return {};
}

/** @throws InvalidArgumentError when an option is missing without which the service does nothing */
function checkGiven({ options, name }: ImageRequest, { required = [], oneOf = [] }: Service): void {
  for (const field of required) {
    if (options[fields[field]] !== undefined) continue;
    throw new InvalidArgumentError({
      argument: fields[field],
      message: `${name} needs the option ${fields[field]}.`,
    });
  }
  if (oneOf.length === 0 || oneOf.some((field) => options[fields[field]])) return;
  throw new InvalidArgumentError({
    argument: oneOf.join(', '),
    message: `${name} needs one of the options ${oneOf.join(', ')}: how many pixels are added there.`,
  });
}
