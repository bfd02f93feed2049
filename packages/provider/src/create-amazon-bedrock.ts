/**
 * `createAmazonBedrock`: composes the packages below into a provider, and decides nothing itself.
 * https://github.com/vercel/ai/blob/main/packages/provider/src/provider/v4/provider-v4.ts
 *
 * @module
 */
import { generateId as standardGenerateId } from '@ai-sdk/provider-utils';
import { createEmbeddingModel } from '@bedrock-kit/embeddings';
import { createImageModel } from '@bedrock-kit/images';
import { createRerankingModel } from '@bedrock-kit/reranking';
import { createBedrockRuntime } from '@bedrock-kit/runtime';
import { createLanguageModel } from './language-model.ts';
import type {
  AmazonBedrockProvider,
  MakeEmbeddingModel,
  MakeImageModel,
  MakeLanguageModel,
  MakeRerankingModel,
} from './provider.ts';
import { type AmazonBedrockProviderSettings, runtimeSettings } from './settings.ts';

/**
 * Amazon Bedrock for the AI SDK. Opens no connection and reads no environment until a model is called.
 *
 * @example
 * const bedrock = createAmazonBedrock({ region: 'eu-central-1' });
 * const { text } = await generateText({ model: bedrock('eu.amazon.nova-lite-v1:0'), prompt: 'Hello' });
 */
export function createAmazonBedrock(settings: AmazonBedrockProviderSettings = {}): AmazonBedrockProvider {
  const runtime = createBedrockRuntime(runtimeSettings(settings));
  const { client } = runtime;
  const connection = { runtime, generateId: settings.generateId ?? standardGenerateId };
  // The AI SDK detaches the methods, so each is a closure.
  const languageModel: MakeLanguageModel = (modelId, options = {}) =>
    createLanguageModel(modelId, options, connection);
  const embeddingModel: MakeEmbeddingModel = (modelId, options = {}) =>
    createEmbeddingModel(modelId, options, client);
  const imageModel: MakeImageModel = (modelId, options = {}) => createImageModel(modelId, options, client);
  const rerankingModel: MakeRerankingModel = (modelId, options = {}) =>
    createRerankingModel(modelId, options, client);

  function provider(...[modelId, options]: Parameters<MakeLanguageModel>): ReturnType<MakeLanguageModel> {
    // The compiler takes new.target of a function that is only called for what it is then: undefined or the function.
    if (new.target as unknown)
      throw new TypeError('The provider makes models, it is no class: call it without new.');
    return languageModel(modelId, options);
  }

  return Object.assign(provider, {
    specificationVersion: 'v4' as const,
    languageModel,
    embeddingModel,
    embedding: embeddingModel,
    textEmbeddingModel: embeddingModel,
    textEmbedding: embeddingModel,
    imageModel,
    image: imageModel,
    rerankingModel,
    reranking: rerankingModel,
    runtime,
  });
}

/** The provider with the settings of the environment. */
export const bedrock: AmazonBedrockProvider = /* @__PURE__ */ createAmazonBedrock();

/** Another name of {@link bedrock}. */
export const amazonBedrock: AmazonBedrockProvider = bedrock;
