// An AI SDK image model over Amazon Bedrock: reads the call, sends its requests, tells what was held back.
// https://github.com/vercel/ai/blob/main/packages/provider/src/image-model/v4/image-model-v4.ts
import {
  type ImageModelV4,
  type ImageModelV4CallOptions,
  type ImageModelV4File,
  type ImageModelV4Result,
  type SharedV4Warning,
} from '@ai-sdk/provider';
import {
  bedrockOptions,
  invoke,
  isCount,
  lifecycleNote,
  merged,
  refused,
  unknownModel,
} from '@bedrock-kit/invocation';
import { imageMembers } from '@bedrock-kit/invocation/members';
import type { Client } from '@bedrock-kit/runtime';
import { imageBase64 } from './input-image.ts';
import { modelOf } from './model.ts';
import { readImageOptions } from './options.ts';
import { type Answered, resultOf } from './result.ts';

/** The settings of an image model. */
export interface ImageModelSettings {
  /** The model behind an ARN that hides it (of a provisioned or custom model). */
  readonly baseModelId?: string | undefined;
  /**
   * The most images that `generateImage` asks for in one call, unless its own `maxImagesPerCall` says otherwise. Default: 5. Stability's models
   * make them in as many requests, each with the next seed.
   */
  readonly maxImagesPerCall?: number | undefined;
  /** The `provider` property of the model. Default: `amazon-bedrock`. */
  readonly provider?: string | undefined;
  /** Returns the time for the `timestamp` of a response. Default: `() => new Date()`. */
  readonly clock?: (() => Date) | undefined;
}

/**
 * Creates an image model for `generateImage`.
 *
 * @param modelId a model id, inference profile or ARN
 * @param settings see {@link ImageModelSettings}
 * @param client `createClient(...)` of `@bedrock-kit/runtime`
 * @throws InvalidArgumentError if `maxImagesPerCall` is not a positive integer
 */
export function createImageModel(
  modelId: string,
  settings: ImageModelSettings,
  client: Client,
): ImageModelV4 {
  const { baseModelId, clock = () => new Date() } = settings;
  const known = modelOf(modelId, baseModelId);
  return { ...imageMembers(modelId, settings), doGenerate };

  async function doGenerate(call: ImageModelV4CallOptions): Promise<ImageModelV4Result> {
    if (!known) throw unknownModel(baseModelId ?? modelId, 'image');
    const { family, image: model, isListed, name, lifecycle } = known;
    const { prompt, n, size, aspectRatio, seed, files, mask, abortSignal: signal, headers } = call;
    // Core says how many; a model may be called without it.
    const count = (n as number | null | undefined) ?? 1;
    if (!isCount[0](count)) throw refused('n', count, isCount[1]);
    // JavaScript may pass anything else.
    if (prompt && typeof prompt !== 'string') throw refused('prompt', prompt, 'a text');
    const given: unknown = files ?? [];
    if (!Array.isArray(given)) throw refused('files', given, 'a list of images');
    const timestamp = clock();
    const warnings: SharedV4Warning[] = [];
    const options = readImageOptions(
      bedrockOptions(call.providerOptions, warnings),
      'providerOptions.bedrock',
      warnings,
    );
    const bodies = family.bodies({
      prompt: prompt || undefined,
      count,
      size,
      aspectRatio,
      seed,
      images: await Promise.all(
        given.map((file: ImageModelV4File, index) => imageBase64(file, `files[${index}]`, signal)),
      ),
      mask: mask ? await imageBase64(mask, 'mask', signal) : undefined,
      options,
      model,
      isListed,
      name,
      warnings,
    });
    const note = lifecycleNote(name, lifecycle);
    if (note !== undefined) warnings.push({ type: 'deprecated', setting: 'modelId', message: note });

    const answers = await Promise.all(
      bodies.map(async (each): Promise<Answered> => {
        const body = merged(each, options.additionalModelRequestFields);
        const answer = await invoke(client, modelId, body, { signal, headers }).catch((error: unknown) => {
          throw explained(error, note);
        });
        return { ...family.read(answer.body, body), body, answer };
      }),
    );
    return resultOf(answers, { modelId, warnings, timestamp });
  }
}

/** A model that has ended answers with a mere "not found", so the reason is added. */
function explained(error: unknown, note: string | undefined): unknown {
  if (note === undefined || !(error instanceof Error) || !('statusCode' in error)) return error;
  if ([400, 403, 404].includes(Number(error.statusCode))) error.message += ` ${note}`;
  return error;
}
