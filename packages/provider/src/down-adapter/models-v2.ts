/**
 * Models of v3 as models of v2, which is what the AI SDK 5 calls.
 * https://github.com/vercel/ai/tree/release-v5.0/packages/provider/src
 *
 * @module
 */
import type { EmbeddingModelV4CallOptions, ImageModelV4, ImageModelV4CallOptions } from '@ai-sdk/provider';
import type { EarlierCallOptions } from './earlier-call.ts';
import { mapStream } from './map-stream.ts';
import type {
  EmbeddingModelV3,
  EmbeddingResultV3,
  ImageModelV3,
  ImageResultV3,
  LanguageModelV3,
} from './models-v3.ts';
import type { GenerateResultV2, StreamResultV2 } from './results-v2.ts';
import type { WarningV3 } from './results-v3.ts';
import { contentToV2, partsToV2, usageToV2, warningToV2 } from './to-v2.ts';
import { withRecipeOf } from '../workflow-model.ts';

interface Model {
  readonly specificationVersion: 'v2';
  readonly provider: string;
  readonly modelId: string;
}

/** A language model of specification v2, for AI SDK 5. */
export interface LanguageModelV2 extends Model {
  supportedUrls: LanguageModelV3['supportedUrls'];
  doGenerate(call: EarlierCallOptions): Promise<GenerateResultV2>;
  doStream(call: EarlierCallOptions): Promise<StreamResultV2>;
}

/** v2 has no word for warnings of an embedding. */
export type EmbeddingResultV2 = Omit<EmbeddingResultV3, 'warnings'>;

/** An embedding model of specification v2. */
export interface EmbeddingModelV2 extends Model {
  readonly maxEmbeddingsPerCall: EmbeddingModelV3['maxEmbeddingsPerCall'];
  readonly supportsParallelCalls: EmbeddingModelV3['supportsParallelCalls'];
  doEmbed(
    call: Omit<EmbeddingModelV4CallOptions, 'dimensions' | 'headers'> & {
      headers?: Record<string, string | undefined>;
    },
  ): Promise<EmbeddingResultV2>;
}

type ImageCallV2 = Omit<ImageModelV4CallOptions, 'files' | 'mask'>;

export interface ImageResultV2 extends Omit<ImageResultV3, 'warnings' | 'usage'> {
  warnings: (
    | { type: 'unsupported-setting'; setting: keyof ImageCallV2; details?: string }
    | { type: 'other'; message: string }
  )[];
}

/** An image model of specification v2. */
export interface ImageModelV2 extends Model {
  readonly maxImagesPerCall: ImageModelV4['maxImagesPerCall'];
  doGenerate(call: ImageCallV2): Promise<ImageResultV2>;
}

const specificationVersion = 'v2';

export function languageModelV2(model: LanguageModelV3): LanguageModelV2 {
  const earlier: LanguageModelV2 = {
    ...model,
    specificationVersion,
    async doGenerate(call) {
      const { content, finishReason, usage, warnings, ...result } = await model.doGenerate(call);
      return {
        ...result,
        content: content.map(contentToV2).filter((part) => part !== undefined),
        finishReason: finishReason.unified,
        usage: usageToV2(usage),
        warnings: warnings.map(warningToV2),
      };
    },
    async doStream(call) {
      const { stream, ...result } = await model.doStream(call);
      return { ...result, stream: mapStream(stream, partsToV2()) };
    },
  };
  return withRecipeOf(earlier, model);
}

/** What v2 has more, a header without a value, the runtime leaves out for every version. */
export function embeddingModelV2(model: EmbeddingModelV3): EmbeddingModelV2 {
  return { ...model, specificationVersion };
}

export function imageModelV2(model: ImageModelV3): ImageModelV2 {
  return {
    ...model,
    specificationVersion,
    async doGenerate(call) {
      const whole = { ...call, files: undefined, mask: undefined };
      const { warnings, ...result } = await model.doGenerate(whole);
      return { ...result, warnings: warnings.map(imageWarning) };
    },
  };
}

/** The settings of a call that v2 knows, all of them. */
const imageSettings: Readonly<Record<keyof ImageCallV2, true>> = {
  prompt: true,
  n: true,
  size: true,
  aspectRatio: true,
  seed: true,
  providerOptions: true,
  abortSignal: true,
  headers: true,
};

function imageWarning(warning: WarningV3): ImageResultV2['warnings'][number] {
  const earlier = warningToV2(warning);
  if (earlier.type === 'other') return earlier;
  const { setting, details } = earlier;
  if (!isImageSetting(setting)) {
    return { type: 'other', message: details === undefined ? setting : `${setting}: ${details}` };
  }
  return { type: 'unsupported-setting', setting, ...(details !== undefined && { details }) };
}

function isImageSetting(name: string): name is keyof ImageCallV2 {
  return Object.hasOwn(imageSettings, name);
}
