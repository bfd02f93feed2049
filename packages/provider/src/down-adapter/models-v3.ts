/**
 * Models of v4 as models of v3, which is what the AI SDK 6 calls.
 * https://github.com/vercel/ai/tree/release-v6.0/packages/provider/src
 *
 * @module
 */
import type {
  EmbeddingModelV4,
  EmbeddingModelV4CallOptions,
  ImageModelV4,
  ImageModelV4CallOptions,
  LanguageModelV4,
  RerankingModelV4,
  RerankingModelV4CallOptions,
} from '@ai-sdk/provider';
import type { EarlierCallOptions } from './earlier-call.ts';
import type { Json, Metadata } from './json.ts';
import { mapStream } from './map-stream.ts';
import type { GenerateResultV3, StreamResultV3, WarningV3 } from './results-v3.ts';
import { contentToV3, finishReasonToV3, partToV3, warningToV3 } from './to-v3.ts';
import { upgradeCall } from './upgrade-call.ts';
import { writable } from './writable.ts';
import { withRecipeOf } from '../workflow-model.ts';

interface Model {
  readonly specificationVersion: 'v3';
  readonly provider: string;
  readonly modelId: string;
}

/** A language model of specification v3, for AI SDK 6. */
export interface LanguageModelV3 extends Model {
  supportedUrls: PromiseLike<Record<string, RegExp[]>> | Record<string, RegExp[]>;
  doGenerate(call: EarlierCallOptions): Promise<GenerateResultV3>;
  doStream(call: EarlierCallOptions): Promise<StreamResultV3>;
}

export interface EmbeddingResultV3 {
  embeddings: number[][];
  usage?: { tokens: number };
  providerMetadata?: Metadata;
  response?: { headers?: Record<string, string>; body?: unknown };
  warnings: WarningV3[];
}

/** An embedding model of specification v3. */
export interface EmbeddingModelV3 extends Model {
  readonly maxEmbeddingsPerCall: PromiseLike<number | undefined> | number | undefined;
  readonly supportsParallelCalls: PromiseLike<boolean> | boolean;
  doEmbed(call: Omit<EmbeddingModelV4CallOptions, 'dimensions'>): Promise<EmbeddingResultV3>;
}

export interface ImageResultV3 {
  images: string[] | Uint8Array[];
  isRetryable?: boolean;
  warnings: WarningV3[];
  providerMetadata?: Record<string, { images: Json[] } & Json>;
  response: { timestamp: Date; modelId: string; headers: Record<string, string> | undefined };
  usage?: {
    inputTokens: number | undefined;
    outputTokens: number | undefined;
    totalTokens: number | undefined;
  };
}

/** An image model of specification v3. */
export interface ImageModelV3 extends Model {
  readonly maxImagesPerCall: ImageModelV4['maxImagesPerCall'];
  doGenerate(call: ImageModelV4CallOptions): Promise<ImageResultV3>;
}

export interface RerankingResultV3 {
  ranking: { index: number; relevanceScore: number }[];
  providerMetadata?: Metadata;
  warnings?: WarningV3[];
  response?: {
    id?: string;
    timestamp?: Date;
    modelId?: string;
    headers?: Record<string, string>;
    body?: unknown;
  };
}

/** A reranking model of specification v3. */
export interface RerankingModelV3 extends Model {
  doRerank(call: RerankingModelV4CallOptions): Promise<RerankingResultV3>;
}

const specificationVersion = 'v3';

export function languageModelV3(model: LanguageModelV4): LanguageModelV3 {
  const earlier: LanguageModelV3 = {
    ...model,
    specificationVersion,
    async doGenerate(call) {
      const { content, finishReason, warnings, ...result } = await model.doGenerate(upgradeCall(call));
      return {
        ...writable(result),
        content: content.map(contentToV3).filter((part) => part !== undefined),
        finishReason: finishReasonToV3(finishReason),
        warnings: warnings.map(warningToV3),
      };
    },
    async doStream(call) {
      const { stream, ...result } = await model.doStream(upgradeCall(call));
      return { ...result, stream: mapStream(stream, partToV3) };
    },
  };
  return withRecipeOf(earlier, model);
}

export function embeddingModelV3(model: EmbeddingModelV4): EmbeddingModelV3 {
  return {
    // The AI SDK reads settings of embedding models under symbols too, and the spread takes them along.
    ...model,
    specificationVersion,
    async doEmbed(call) {
      const { warnings, ...result } = await model.doEmbed(call);
      return { ...writable(result), warnings: warnings.map(warningToV3) };
    },
  };
}

export function imageModelV3(model: ImageModelV4): ImageModelV3 {
  return {
    ...model,
    specificationVersion,
    async doGenerate(call) {
      const { warnings, ...result } = await model.doGenerate(call);
      return { ...writable(result), warnings: warnings.map(warningToV3) };
    },
  };
}

export function rerankingModelV3(model: RerankingModelV4): RerankingModelV3 {
  return {
    ...model,
    specificationVersion,
    async doRerank(call) {
      const { warnings, ...result } = await model.doRerank(call);
      return {
        ...writable(result),
        ...(warnings !== undefined && { warnings: warnings.map(warningToV3) }),
      };
    },
  };
}
