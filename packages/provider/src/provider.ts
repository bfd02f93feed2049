/**
 * What the provider looks like: its methods and the ids that an editor offers for each.
 *
 * @module
 */
import type {
  EmbeddingModelV4,
  ImageModelV4,
  LanguageModelV4,
  ProviderV4,
  RerankingModelV4,
} from '@ai-sdk/provider';
import type { BedrockLanguageModelOptions } from '@bedrock-kit/converse-mapping';
import type { EmbeddingModelSettings } from '@bedrock-kit/embeddings';
import type { ImageModelSettings } from '@bedrock-kit/images';
import type {
  KnownEmbeddingModelId,
  KnownImageModelId,
  KnownLanguageModelId,
  KnownRerankModelId,
} from '@bedrock-kit/models';
import type { RerankingModelSettings } from '@bedrock-kit/reranking';
import type { BedrockRuntime } from '@bedrock-kit/runtime';

/** Any text is a model id: the known ones are offered by the editor, profiles and ARNs are as good. */
type AnyId = string & {};

export type BedrockLanguageModelId = KnownLanguageModelId | AnyId;
export type BedrockEmbeddingModelId = KnownEmbeddingModelId | AnyId;
export type BedrockImageModelId = KnownImageModelId | AnyId;
export type BedrockRerankingModelId = KnownRerankModelId | AnyId;

/** The settings of a model are defaults under the `providerOptions.bedrock` of each call. */
export type MakeLanguageModel = (
  modelId: BedrockLanguageModelId,
  settings?: BedrockLanguageModelOptions,
) => LanguageModelV4;
export type MakeEmbeddingModel = (
  modelId: BedrockEmbeddingModelId,
  settings?: EmbeddingModelSettings,
) => EmbeddingModelV4;
export type MakeImageModel = (modelId: BedrockImageModelId, settings?: ImageModelSettings) => ImageModelV4;
export type MakeRerankingModel = (
  modelId: BedrockRerankingModelId,
  settings?: RerankingModelSettings,
) => RerankingModelV4;

/** The provider: call it for a language model, or use its methods. They may be detached, none uses `this`. */
export interface AmazonBedrockProvider extends ProviderV4 {
  (...call: Parameters<MakeLanguageModel>): LanguageModelV4;
  readonly languageModel: MakeLanguageModel;
  readonly embeddingModel: MakeEmbeddingModel;
  readonly embedding: MakeEmbeddingModel;
  /** The name of the AI SDK 5. */
  readonly textEmbeddingModel: MakeEmbeddingModel;
  readonly textEmbedding: MakeEmbeddingModel;
  readonly imageModel: MakeImageModel;
  readonly image: MakeImageModel;
  readonly rerankingModel: MakeRerankingModel;
  readonly reranking: MakeRerankingModel;
  /** Bedrock Runtime with the settings of this provider, for everything that the AI SDK has no word for. */
  readonly runtime: BedrockRuntime;
}
