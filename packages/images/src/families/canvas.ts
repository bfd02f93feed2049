// Nova Canvas and Titan Image Generator: one envelope, a task with its own parameters, up to five images a request.
// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
import type { JSONObject } from '@ai-sdk/provider';
import type { ImageBody } from '@bedrock-kit/models';
import type { Options } from '../options.ts';
import { checkedSize, parseSize, type Size, sizeOfRatio, written } from '../size.ts';
import { taskOf, tasks } from './canvas-tasks.ts';
import { unsupported } from '../refusal.ts';
import {
  checkLimits,
  ignore,
  ignoreEach,
  ignoreImages,
  ignoreOptions,
  ignoreSize,
  type ImageFamily,
  type ImageRequest,
  imagesIn,
} from './family.ts';

/** The option that a model lacks although it has the task. */
const lacking: Partial<Record<ImageBody, keyof Options>> = { 'titan-image': 'style' };

export const canvas: ImageFamily = {
  bodies: (request) => {
    const { model, isListed, name } = request;
    const taskType = taskOf(request);
    const task =
      tasks[taskType] ??
      unsupported('taskType', `taskType ${taskType} is not one of ${Object.keys(tasks).join(', ')}`);
    const kind = task.kind(request);
    if (isListed && !model.tasks.includes(kind)) {
      unsupported(taskType, `${name} cannot do ${taskType} (${kind}); it can do ${model.tasks.join(', ')}`);
    }
    checkLimits(request);
    const purpose = ` for ${taskType}`;
    const options = task.options.filter((option) => option !== lacking[model.body]);
    const general = task.size === 'none' ? [] : (['quality', 'cfgScale'] as const);
    ignoreOptions(request, ['taskType', ...general, ...options], purpose);
    if (task.size === 'none') ignoreConfig(request, purpose);
    if (!task.takesMask) ignore(request, 'mask', request.mask, `takes none${purpose}`);
    ignoreImages(request, task.maxImages, purpose);
    if (task.size !== 'free') ignoreSize(request, `takes the size of the image${purpose}`);
    const images = request.images.slice(0, task.maxImages);
    // The options of this type, some of them left out.
    const own = Object.fromEntries(options.map((option) => [option, request.options[option]])) as Options;
    return [
      {
        taskType,
        [task.key]: task.parameters({ ...request, images }, own),
        imageGenerationConfig: task.size === 'none' ? undefined : configOf(request, task.size),
      },
    ];
  },
  read: (answer, body) => {
    const images = imagesIn(answer);
    const maskImage = answer['maskImage'];
    const { numberOfImages = 1 } = (body['imageGenerationConfig'] ?? {}) as { numberOfImages?: number }; // written below
    return {
      images,
      expected: numberOfImages,
      metadata: images.map((_, index) => (index === 0 && typeof maskImage === 'string' ? { maskImage } : {})),
      withheld: reasonIn(answer),
    };
  },
};

/** `error` is the documented member; `status` with its details is what a moderated request was seen to answer. */
function reasonIn({ error, status, details }: Readonly<Record<string, unknown>>): string | undefined {
  if (error && typeof error === 'string') return error;
  return status === 'Request Moderated' ? `${status}: ${JSON.stringify(details)}` : undefined;
}

function configOf(request: ImageRequest, kind: 'free' | 'image'): JSONObject {
  const { seed, count, options } = request;
  const [width, height] = (kind === 'free' ? sizeOf(request) : undefined) ?? [];
  return { width, height, quality: options.quality, cfgScale: options.cfgScale, seed, numberOfImages: count };
}

function sizeOf(request: ImageRequest): Size | undefined {
  const { size, aspectRatio, model, name, isListed, warnings } = request;
  const { sizes } = model;
  if (sizes.kind === 'ratio' || sizes.kind === 'input') return undefined;
  if (size !== undefined) {
    ignore(request, 'aspectRatio', aspectRatio, `takes the size ${size}`);
    const parsed = parseSize(size);
    return isListed ? checkedSize(parsed, sizes, name) : parsed;
  }
  if (aspectRatio === undefined) return undefined;
  const found = sizeOfRatio(aspectRatio, sizes, name);
  const details = `${name} takes a size: aspectRatio ${aspectRatio} is sent as ${written(found)}.`;
  warnings.push({ type: 'compatibility', feature: 'aspectRatio', details });
  return found;
}

/** A task that makes nothing new gives one image and has nothing to configure. */
function ignoreConfig(request: ImageRequest, purpose: string): void {
  const { prompt, seed, count } = request;
  ignoreEach(request, { prompt, seed }, `takes none${purpose}`);
  if (count > 1) ignore(request, 'n', count, `gives one image${purpose}`);
}
