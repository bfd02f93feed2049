// Nova Canvas and Titan Image Generator: one envelope, a task with its own parameters, up to five images a request.
// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
import type { JSONObject } from '@ai-sdk/provider';
import { checkedSize, parseSize, type Size, sizeOfRatio, written } from '../size.ts';
import { tasks, taskOf } from './canvas-tasks.ts';
import {
  checkPrompt,
  checkSeed,
  type ImageFamily,
  type ImageRequest,
  imagesIn,
  isRecord,
  member,
  reportUnused,
  unsupported,
} from './family.ts';

const generationOptions = ['taskType', 'quality', 'cfgScale'] as const;

export const canvas: ImageFamily = {
  bodies: (request) => {
    const { model, isKnown, name, prompt, mask, images, warnings } = request;
    const taskType = taskOf(request);
    const task = tasks[taskType];
    if (!task) {
      throw unsupported(
        'taskType',
        `taskType ${JSON.stringify(taskType)} is not one of ${Object.keys(tasks).join(', ')}.`,
      );
    }
    const kind = task.kind(request);
    if (isKnown && !model.tasks.includes(kind)) {
      throw unsupported(
        taskType,
        `${name} cannot do ${taskType} (${kind}); it can do ${model.tasks.join(', ')}.`,
      );
    }
    checkPrompt(request);
    checkSeed(request);
    const purpose = ` for ${taskType}`;
    reportUnused(
      request,
      [...task.options, ...(task.isGenerated ? generationOptions : ['taskType' as const])],
      purpose,
    );
    if (prompt && !task.takesPrompt) ignore(warnings, 'prompt', `${name} takes none${purpose}.`);
    if (mask !== undefined && !task.takesMask) ignore(warnings, 'mask', `${name} takes none${purpose}.`);
    if (images.length > task.maxImages) {
      ignore(
        warnings,
        'prompt.images',
        `${name} takes ${task.maxImages}${purpose}; the others are left out.`,
      );
    }
    const config = task.isGenerated
      ? { imageGenerationConfig: configOf(request, task.isSized, purpose) }
      : undefined;
    if (!config) reportUngenerated(request, purpose);
    return [
      {
        taskType,
        [task.key]: task.parameters({ ...request, images: images.slice(0, task.maxImages) }),
        ...config,
      },
    ];
  },
  read: (answer, { imageGenerationConfig: config }) => {
    const images = imagesIn(answer);
    const mask = answer['maskImage'];
    return {
      images,
      expected:
        isRecord(config) && typeof config['numberOfImages'] === 'number' ? config['numberOfImages'] : 1,
      metadata: images.map((_, index) =>
        index === 0 && typeof mask === 'string' ? { maskImage: mask } : {},
      ),
      withheld: reasonIn(answer),
    };
  },
};

/** `error` is the documented member; `status` with its details is what a moderated request was seen to answer. */
function reasonIn(answer: Readonly<Record<string, unknown>>): string | undefined {
  const { error, status, details } = answer;
  if (typeof error === 'string' && error !== '') return error;
  if (status !== 'Request Moderated') return undefined;
  return `${status}: ${JSON.stringify(details ?? {})}`;
}

function configOf(request: ImageRequest, isSized: boolean, purpose: string): JSONObject {
  const { seed, count, options } = request;
  const size = isSized ? sizeOf(request) : undefined;
  if (!isSized) reportSize(request, `${request.name} takes the size of the image${purpose}.`);
  return {
    ...(size && { width: size[0], height: size[1] }),
    ...member('quality', options.quality),
    ...member('cfgScale', options.cfgScale),
    ...member('seed', seed),
    numberOfImages: count,
  };
}

function sizeOf({
  size,
  aspectRatio,
  model: { sizes },
  name,
  isKnown,
  warnings,
}: ImageRequest): Size | undefined {
  if (size !== undefined && aspectRatio !== undefined) {
    ignore(warnings, 'aspectRatio', `size ${size} says it already.`);
  }
  if (size !== undefined) {
    const parsed = parseSize(size);
    return isKnown && (sizes.kind === 'range' || sizes.kind === 'list')
      ? checkedSize(parsed, sizes, name)
      : parsed;
  }
  if (aspectRatio === undefined || sizes.kind === 'ratio' || sizes.kind === 'input') return undefined;
  const found = sizeOfRatio(aspectRatio, sizes, name);
  warnings.push({
    type: 'compatibility',
    feature: 'aspectRatio',
    details: `${name} takes a size, so that aspectRatio ${aspectRatio} is sent as ${written(found)}.`,
  });
  return found;
}

function reportUngenerated(request: ImageRequest, purpose: string): void {
  const { seed, count, warnings, name } = request;
  reportSize(request, `${name} takes the size of the image${purpose}.`);
  if (seed !== undefined) ignore(warnings, 'seed', `${name} takes none${purpose}.`);
  if (count > 1) ignore(warnings, 'n', `${name} gives one image${purpose}.`);
}

function reportSize({ size, aspectRatio, warnings }: ImageRequest, details: string): void {
  if (size !== undefined) ignore(warnings, 'size', details);
  if (aspectRatio !== undefined) ignore(warnings, 'aspectRatio', details);
}

function ignore(warnings: ImageRequest['warnings'], feature: string, details: string): void {
  warnings.push({ type: 'unsupported', feature, details });
}
