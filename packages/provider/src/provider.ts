/**
 * What the provider looks like: its methods and the ids that an editor offers for each.
 *
 * @module
 */
import type { EmbeddingModelV4, ImageModelV4, LanguageModelV4, RerankingModelV4 } from '@ai-sdk/provider';
import type { EmbeddingModelSettings } from '@bedrock-kit/embeddings';
import type { ImageModelSettings } from '@bedrock-kit/images';
import type {
  EndedModelId,
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

/** Any string is accepted as a model id. Editors still offer the known ones, but for those whose models have ended. */
type Offered<Known extends string> = Exclude<Known, EndedModelId> | (string & {});

/** A language model's id, inference profile or ARN. Editors offer the known ids. */
export type BedrockLanguageModelId = Offered<KnownLanguageModelId>;
/** An embedding model's id or ARN. Editors offer the known ids. */
export type BedrockEmbeddingModelId = Offered<KnownEmbeddingModelId>;
/** An image model's id or ARN. Editors offer the known ids. */
export type BedrockImageModelId = Offered<KnownImageModelId>;
/** A reranking model's id or ARN. Editors offer the known ids. */
export type BedrockRerankingModelId = Offered<KnownRerankModelId>;

/** Creates a model. Its settings are defaults that the `providerOptions.bedrock` of a call override. */
// An interface, because editors show the parameters of its signature; those of a function type they do not.
export interface Make<Id extends string, Settings, Model> {
  /**
   * @param modelId a model id, an inference profile or an ARN; editors offer the known ids
   * @param settings defaults that the `providerOptions.bedrock` of a call override
   */
  (modelId: Id, settings?: Settings): Model;
}

/** What the provider is for every major of the AI SDK: a function with methods. None uses `this`, so you may detach them. */
export interface ProviderMethods<Language, Embedding, Image> {
  /**
   * Creates a model for `generateText` and `streamText`.
   *
   * @param modelId a model id, an inference profile or an ARN; editors offer the known ids
   * @param settings defaults that the `providerOptions.bedrock` of a call override
   */
  (modelId: BedrockLanguageModelId, settings?: LanguageModelSettings): Language;
  /** Creates a model for `generateText` and `streamText`, as calling the provider itself does. */
  readonly languageModel: Make<BedrockLanguageModelId, LanguageModelSettings, Language>;
  /** Creates a model for `embed` and `embedMany`. */
  readonly embeddingModel: Make<BedrockEmbeddingModelId, EmbeddingModelSettings, Embedding>;
  /** Short for `embeddingModel`. */
  readonly embedding: Make<BedrockEmbeddingModelId, EmbeddingModelSettings, Embedding>;
  /** The name of `embeddingModel` in the AI SDK 5. */
  readonly textEmbeddingModel: Make<BedrockEmbeddingModelId, EmbeddingModelSettings, Embedding>;
  /** An earlier name of `embeddingModel`. */
  readonly textEmbedding: Make<BedrockEmbeddingModelId, EmbeddingModelSettings, Embedding>;
  /** Creates a model for `generateImage`. */
  readonly imageModel: Make<BedrockImageModelId, ImageModelSettings, Image>;
  /** Short for `imageModel`. */
  readonly image: Make<BedrockImageModelId, ImageModelSettings, Image>;
}

/** The methods that the AI SDK has since version 6. */
export interface RerankingMethods<Reranking> {
  /** Creates a model for `rerank`. */
  readonly rerankingModel: Make<BedrockRerankingModelId, RerankingModelSettings, Reranking>;
  /** Short for `rerankingModel`. */
  readonly reranking: Make<BedrockRerankingModelId, RerankingModelSettings, Reranking>;
}

/** Features of Bedrock that the AI SDK has no function for. */
export interface BedrockExtras<Counted = CountTokensOptions> {
  /**
   * Counts the input tokens of a call: Bedrock counts exactly the request that the call would send.
   *
   * @throws APICallError, also for a model that does not support counting
   */
  readonly countTokens: (options: Counted) => Promise<CountedTokens>;
  /**
   * Checks texts or images against a guardrail, without calling a model.
   *
   * @throws APICallError, as a model does
   */
  readonly applyGuardrail: (options: ApplyGuardrailOptions) => Promise<AppliedGuardrail>;
  /** The Bedrock Runtime client with the settings of this provider, for operations that the AI SDK has no function for. */
  readonly runtime: BedrockRuntime;
}

/** The Bedrock provider for the AI SDK 7: call it to create a language model, or use its methods. */
export interface AmazonBedrockProvider
  extends ProviderMethods<LanguageModelV4, EmbeddingModelV4, ImageModelV4>,
    RerankingMethods<RerankingModelV4>,
    BedrockExtras {
  /** The version of the AI SDK's specification of providers. */
  readonly specificationVersion: 'v4';
  /** Tools that the models already know: Anthropic's run in your app, Amazon's on Bedrock. */
  readonly tools: BedrockTools;
}
