// The answer that all models of Stability give.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html
import { type Images, imagesIn } from './family.ts';

/** A finish reason that is not `null` says why there is no image: a filter, or an error of the model. */
export function readStability(answer: Readonly<Record<string, unknown>>): Images {
  const reasons = itemsOf(answer['finish_reasons']).filter((reason) => typeof reason === 'string');
  // An image that is held back may leave an empty entry.
  const images = imagesIn(
    reasons.length > 0 ? { images: itemsOf(answer['images']).filter(Boolean) } : answer,
  );
  const seeds = itemsOf(answer['seeds']);
  return {
    images,
    expected: 1,
    metadata: images.map((_, index) => {
      const seed = seeds[index];
      return typeof seed === 'number' ? { seed } : {};
    }),
    withheld: reasons.length > 0 ? [...new Set(reasons)].join(', ') : undefined,
  };
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
