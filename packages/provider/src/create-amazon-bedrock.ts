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
import { callableProvider } from './callable-provider.ts';
import { createLanguageModel } from './language-model.ts';
import type { AmazonBedrockProvider } from './provider.ts';
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
  const rerankingModel: AmazonBedrockProvider['rerankingModel'] = (modelId, options = {}) =>
    createRerankingModel(modelId, options, client);
  return callableProvider(
    {
      languageModel: (modelId, options = {}) => createLanguageModel(modelId, options, connection),
      embeddingModel: (modelId, options = {}) => createEmbeddingModel(modelId, options, client),
      imageModel: (modelId, options = {}) => createImageModel(modelId, options, client),
    },
    { specificationVersion: 'v4', rerankingModel, reranking: rerankingModel, runtime },
  );
}

/** The provider with the settings of the environment. */
export const bedrock: AmazonBedrockProvider = /* @__PURE__ */ createAmazonBedrock();

/** Another name of {@link bedrock}. */
export const amazonBedrock: AmazonBedrockProvider = bedrock;
