// What the requests of all Stability models have in common: one image each, a seed, a ratio in place of a size.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-stability-diffusion.html
import type { JSONObject } from '@ai-sdk/provider';
import { nearestRatio, parseRatio, parseSize } from '../size.ts';
import { invalid } from '../refusal.ts';
import { checkLimits, ignore, ignoreSize, type ImageRequest } from './family.ts';

/** No body has a count, so that a call for several images is several requests, each with the next seed. */
export function repeated(request: ImageRequest, body: JSONObject): JSONObject[] {
  const { count, model } = request;
  if (!model.seed) ignore(request, 'seed', request.seed);
  checkLimits(request);
  const [, most = Infinity] = model.seed ?? [];
  return Array.from({ length: count }, (_, index) => {
    // A seed of 0 asks for a random one every time; after the last seed comes the first.
    const seed = request.seed && ((request.seed - 1 + index) % most) + 1;
    return model.seed ? { ...body, seed } : body;
  });
}

/** `aspect_ratio`, which a size is turned into. */
export function aspectRatioOf(request: ImageRequest): string | undefined {
  const { size, aspectRatio, model, isListed, name, warnings } = request;
  if (model.sizes.kind !== 'ratio') {
    ignoreSize(request);
    return undefined;
  }
  const { ratios } = model.sizes;
  if (aspectRatio !== undefined) {
    ignore(request, 'size', size, `takes the ratio ${aspectRatio}`);
    const nearest = nearestRatio(parseRatio(aspectRatio), ratios);
    if (!isListed || ratios.includes(aspectRatio)) return aspectRatio;
    invalid(
      'aspectRatio',
      `${name} makes ${ratios.join(', ')}, not ${aspectRatio}. The nearest is ${nearest}`,
    );
  }
  if (size === undefined) return undefined;
  const [width, height] = parseSize(size);
  const nearest = nearestRatio(width / height, ratios);
  const details = `${name} takes a ratio and chooses the pixels itself: size ${size} is sent as aspect_ratio ${nearest}.`;
  warnings.push({ type: 'compatibility', feature: 'size', details });
  return nearest;
}
