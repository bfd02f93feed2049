// Stable Image Core and Ultra and Stable Diffusion 3.5: an image from a prompt, or from a prompt and an image.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-ultra-text-image-request-response.html
import { unsupported } from '../refusal.ts';
import {
  ignore,
  ignoreImages,
  ignoreOptions,
  ignoreSize,
  type ImageFamily,
  requiredPrompt,
} from './family.ts';
import { readStability } from './stability-answer.ts';
import { aspectRatioOf, repeated } from './stability-request.ts';

/** Stable Diffusion 3.5 demands it; 0.35 is what Ultra takes when it is absent. */
const defaultStrength = 0.35;

export const stability: ImageFamily = {
  bodies: (request) => {
    const { images, mask, options, model, isListed, name } = request;
    const [image] = images;
    if (image && isListed && !model.imageInput) unsupported('prompt.images', `${name} takes only a prompt`);
    ignoreOptions(
      request,
      image ? ['negativeText', 'outputFormat', 'strength'] : ['negativeText', 'outputFormat'],
    );
    ignoreImages(request, 1);
    ignore(request, 'mask', mask);
    if (image) ignoreSize(request);
    const {
      outputFormat: output_format,
      negativeText: negative_prompt,
      strength = defaultStrength,
    } = options;
    const body = { prompt: requiredPrompt(request), output_format, negative_prompt };
    return repeated(
      request,
      image
        ? { ...body, mode: 'image-to-image', image, strength }
        : { ...body, aspect_ratio: aspectRatioOf(request) },
    );
  },
  read: readStability,
};
