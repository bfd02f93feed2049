/**
 * What the provider looks like: its methods and the ids that an editor offers for each.
 *
 * @module
 */
import type { EmbeddingModelV4, ImageModelV4, LanguageModelV4, RerankingModelV4 } from '@ai-sdk/provider';
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
import type { AppliedGuardrail, ApplyGuardrailOptions } from './apply-guardrail.ts';
import type { CountedTokens, CountTokensOptions } from './count-tokens.ts';
import type { LanguageModelSettings } from './language-model-settings.ts';
import type { BedrockTools } from './tools.ts';

/** Any text is a model id: the known ones are offered by the editor, profiles and ARNs are as good. */
type AnyId = string & {};

/** A language model's id, an inference profile or an ARN. */
export type BedrockLanguageModelId = KnownLanguageModelId | AnyId;
/** An embedding model's id or ARN. */
export type BedrockEmbeddingModelId = KnownEmbeddingModelId | AnyId;
/** An image model's id or ARN. */
export type BedrockImageModelId = KnownImageModelId | AnyId;
/** A reranking model's id or ARN. */
export type BedrockRerankingModelId = KnownRerankModelId | AnyId;

/** Makes a model. Its settings are defaults under the `providerOptions.bedrock` of each call. */
export type Make<Id extends string, Settings, Model> = (modelId: Id, settings?: Settings) => Model;

/** The methods that every version of the specification has. They may be detached, none uses `this`. */
export interface ProviderMethods<Language, Embedding, Image> {
  /** A model for `generateText` and `streamText`, as the provider itself makes it when it is called. */
  readonly languageModel: Make<BedrockLanguageModelId, LanguageModelSettings, Language>;
  /** A model for `embed` and `embedMany`. */
  readonly embeddingModel: Make<BedrockEmbeddingModelId, EmbeddingModelSettings, Embedding>;
  /** Short for `embeddingModel`. */
  readonly embedding: Make<BedrockEmbeddingModelId, EmbeddingModelSettings, Embedding>;
  /** The name of `embeddingModel` in the AI SDK 5. */
  readonly textEmbeddingModel: Make<BedrockEmbeddingModelId, EmbeddingModelSettings, Embedding>;
  /** An earlier name of `embeddingModel`. */
  readonly textEmbedding: Make<BedrockEmbeddingModelId, EmbeddingModelSettings, Embedding>;
  /** A model for `generateImage`. */
  readonly imageModel: Make<BedrockImageModelId, ImageModelSettings, Image>;
  /** Short for `imageModel`. */
  readonly image: Make<BedrockImageModelId, ImageModelSettings, Image>;
}

/** What came with the specification v3. */
export interface RerankingMethods<Reranking> {
  /** A model for `rerank`. */
  readonly rerankingModel: Make<BedrockRerankingModelId, RerankingModelSettings, Reranking>;
  /** Short for `rerankingModel`. */
  readonly reranking: Make<BedrockRerankingModelId, RerankingModelSettings, Reranking>;
}

/** What Bedrock can do that the AI SDK has no method for. */
export interface BedrockExtras<Counted = CountTokensOptions> {
  /**
   * How many tokens a call would cost, counted by Bedrock from the very request that it would send.
   *
   * @throws APICallError, also for a model that does not count
   */
  readonly countTokens: (options: Counted) => Promise<CountedTokens>;
  /**
   * Whether a text or an image may pass a guardrail, without a model.
   *
   * @throws APICallError, as a model does
   */
  readonly applyGuardrail: (options: ApplyGuardrailOptions) => Promise<AppliedGuardrail>;
  /** Bedrock Runtime with the settings of this provider, for everything that the AI SDK has no word for. */
  readonly runtime: BedrockRuntime;
}

/** The provider: call it for a language model, or use its methods. */
export interface AmazonBedrockProvider
  extends ProviderMethods<LanguageModelV4, EmbeddingModelV4, ImageModelV4>,
    RerankingMethods<RerankingModelV4>,
    BedrockExtras {
  (modelId: BedrockLanguageModelId, settings?: LanguageModelSettings): LanguageModelV4;
  readonly specificationVersion: 'v4';
  /** Tools that models know by themselves: Anthropic's and Amazon's. */
  readonly tools: BedrockTools;
}
