// Stable Image Core and Ultra and Stable Diffusion 3.5: an image from a prompt, or from a prompt and an image.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-ultra-text-image-request-response.html
import {
  checkPrompt,
  type ImageFamily,
  member,
  reportUnused,
  requiredPrompt,
  unsupported,
} from './family.ts';
import { readStability } from './stability-answer.ts';
import { aspectRatioOf, ignore, ignoreSize, repeated } from './stability-request.ts';

/** Stable Diffusion 3.5 demands it; 0.35 is what Ultra takes when it is absent. */
const defaultStrength = 0.35;

export const stability: ImageFamily = {
  bodies: (request) => {
    const { images, mask, options, model, isKnown, name } = request;
    const [image] = images;
    if (image !== undefined && isKnown && !model.imageInput) {
      throw unsupported('prompt.images', `${name} makes images from a prompt alone.`);
    }
    checkPrompt(request);
    reportUnused(request, [
      'negativeText',
      'outputFormat',
      ...(image === undefined ? [] : (['strength'] as const)),
    ]);
    if (images.length > 1) ignore(request, 'prompt.images', 'takes one image; the others are left out');
    if (mask !== undefined) ignore(request, 'mask', 'takes none');
    if (image !== undefined) ignoreSize(request, 'keeps the ratio of the image');
    return repeated(request, {
      prompt: requiredPrompt(request),
      ...(image === undefined
        ? member('aspect_ratio', aspectRatioOf(request))
        : { mode: 'image-to-image', image, strength: options.strength ?? defaultStrength }),
      ...member('output_format', options.outputFormat),
      ...member('negative_prompt', options.negativeText),
    });
  },
  read: readStability,
};
