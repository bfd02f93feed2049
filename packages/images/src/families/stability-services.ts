// The editing services of Stability: upscale, paint in and out, erase, search and replace, recolor, style, …
// https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
import { parseModelId } from '@bedrock-kit/models';
import type { Options } from '../options.ts';
import { invalid } from '../refusal.ts';
import {
  ignore,
  ignoreImages,
  ignoreOptions,
  type ImageFamily,
  requiredImage,
  requiredPrompt,
} from './family.ts';
import { readStability } from './stability-answer.ts';
import { aspectRatioOf, repeated } from './stability-request.ts';

interface Service {
  readonly prompt: 'required' | 'optional' | 'none';
  /** Names of the images in the body, in the order of the prompt's. Default: one, `image`. */
  readonly images?: readonly string[];
  readonly takesMask?: boolean;
  /** The option without which there is nothing to do. */
  readonly required?: keyof Options;
  readonly options: readonly (keyof Options)[];
}

const styled = ['negativeText', 'stylePreset'] as const;
const sides = ['left', 'right', 'up', 'down'] as const;
const prompted = { prompt: 'required' } as const;
const inpaint: Service = { ...prompted, takesMask: true, options: ['growMask', ...styled] };
const control: Service = { ...prompted, options: ['controlStrength', ...styled] };
const promptless: Service = { prompt: 'none', options: [] };
/** One that is newer than the table is taken for the most general of them; whether it needs a prompt, AWS says. */
const newer: Service = { ...inpaint, prompt: 'optional' };

/** By the name of the model without vendor and version; every one takes `outputFormat` too. */
const services: Readonly<Record<string, Service>> = {
  'stable-creative-upscale': { ...prompted, options: ['creativity', ...styled] },
  'stable-conservative-upscale': { ...prompted, options: ['creativity', 'negativeText'] },
  'stable-fast-upscale': promptless,
  'stable-image-inpaint': inpaint,
  'stable-outpaint': { prompt: 'optional', options: [...sides, 'creativity', 'stylePreset'] },
  'stable-image-search-recolor': { ...prompted, required: 'selectPrompt', options: ['growMask', ...styled] },
  'stable-image-search-replace': { ...prompted, required: 'searchPrompt', options: ['growMask', ...styled] },
  'stable-image-erase-object': { prompt: 'none', takesMask: true, options: ['growMask'] },
  'stable-image-remove-background': promptless,
  'stable-image-control-sketch': control,
  'stable-image-control-structure': control,
  'stable-image-style-guide': { ...prompted, options: ['fidelity', ...styled] },
  'stable-style-transfer': {
    prompt: 'optional',
    images: ['init_image', 'style_image'],
    options: ['compositionFidelity', 'styleStrength', 'changeStrength', 'negativeText'],
  },
};

export const stabilityService: ImageFamily = {
  bodies: (request) => {
    const { mask, options, name, prompt } = request;
    const service = services[parseModelId(name).model ?? ''] ?? newer;
    const { images = ['image'], required, takesMask } = service;
    const taken = ['outputFormat', ...(required ? [required] : []), ...service.options] as const;
    if (required && options[required] === undefined)
      invalid(required, `${name} needs the option ${required}`);
    if (service.options.includes('left') && !sides.some((side) => options[side])) {
      invalid('left', `${name} needs left, right, up or down: how many pixels are added there`);
    }
    ignoreOptions(request, taken);
    ignoreImages(request, images.length);
    if (!takesMask) ignore(request, 'mask', mask);
    const takesNone = service.prompt === 'none';
    if (takesNone) ignore(request, 'prompt', prompt);
    const words = service.prompt === 'required' ? requiredPrompt(request) : prompt;
    return repeated(request, {
      prompt: takesNone ? undefined : words,
      ...Object.fromEntries(images.map((field, index) => [field, requiredImage(request, index, field)])),
      mask: takesMask ? mask : undefined,
      aspect_ratio: aspectRatioOf(request),
      ...Object.fromEntries(taken.map((option) => [fieldOf(option), options[option]])),
    });
  },
  read: readStability,
};

/** `growMask` is `grow_mask` in the body. */
function fieldOf(option: keyof Options): string {
  return option === 'negativeText'
    ? 'negative_prompt'
    : option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
