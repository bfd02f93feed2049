// What all models of Stability have alike in a request: one image each, a seed, a ratio in place of a size.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-stability-diffusion.html
import { InvalidArgumentError, type JSONObject } from '@ai-sdk/provider';
import { nearestRatio, parseRatio, parseSize } from '../size.ts';
import { checkSeed, type ImageRequest, member } from './family.ts';

/** No body has a count, so that a call for several images is several requests, each with the next seed. */
export function repeated(request: ImageRequest, body: JSONObject): JSONObject[] {
  const { seed, count } = request;
  const seeds = Array.from({ length: count }, (_, index) =>
    // A seed of 0 asks for a random one, as often as it is sent.
    seed === undefined || seed === 0 ? seed : seed + index,
  );
  for (const each of seeds) checkSeed({ ...request, seed: each });
  return seeds.map((each) => ({ ...body, ...member('seed', each) }));
}

/** `aspect_ratio`, which a size is turned into. */
export function aspectRatioOf(request: ImageRequest): string | undefined {
  const {
    size,
    aspectRatio,
    model: { sizes },
    isKnown,
    name,
    warnings,
  } = request;
  if (sizes.kind !== 'ratio') {
    ignoreSize(request, 'takes the size of the image');
    return undefined;
  }
  if (aspectRatio !== undefined) {
    const ratio = parseRatio(aspectRatio);
    if (size !== undefined) ignore(request, 'size', `takes a ratio, and aspectRatio says it already`);
    if (!isKnown || sizes.ratios.includes(aspectRatio)) return aspectRatio;
    throw new InvalidArgumentError({
      argument: 'aspectRatio',
      message: `aspectRatio ${aspectRatio} cannot be made by ${name}: it makes ${sizes.ratios.join(', ')}. The nearest is ${nearestRatio(ratio, sizes.ratios) ?? sizes.default}.`,
    });
  }
  if (size === undefined) return undefined;
  const [width, height] = parseSize(size);
  const nearest = nearestRatio(width / height, sizes.ratios) ?? sizes.default;
  warnings.push({
    type: 'compatibility',
    feature: 'size',
    details: `${name} takes a ratio and chooses the pixels itself, so that size ${size} is sent as aspect_ratio ${nearest}.`,
  });
  return nearest;
}

/** Reports a size and a ratio that nothing is done with. */
export function ignoreSize(request: ImageRequest, why: string): void {
  if (request.size !== undefined) ignore(request, 'size', why);
  if (request.aspectRatio !== undefined) ignore(request, 'aspectRatio', why);
}

export function ignore({ warnings, name }: ImageRequest, feature: string, why: string): void {
  warnings.push({ type: 'unsupported', feature, details: `${name} ${why}.` });
}
