/**
 * `createAmazonBedrock` and the default instance.
 *
 * @module
 */
import { type LanguageModelV4, NoSuchModelError, type ProviderV4 } from '@ai-sdk/provider';
import { generateId as standardGenerateId } from '@ai-sdk/provider-utils';
import type { BedrockLanguageModelOptions } from '@bedrock-kit/converse-mapping';
import type { KnownModelId } from '@bedrock-kit/models';
import { type BedrockRuntime, createBedrockRuntime } from '@bedrock-kit/runtime';
import { createLanguageModel } from './language-model.ts';
import { type AmazonBedrockProviderSettings, runtimeSettings } from './settings.ts';

/** A model id, an inference profile or an ARN; the known ones are offered by the editor. */
export type BedrockModelId = KnownModelId | (string & {});

/** The provider: call it for a language model, or use its methods. They may be detached, none uses `this`. */
export interface AmazonBedrockProvider extends ProviderV4 {
  (modelId: BedrockModelId, settings?: BedrockLanguageModelOptions): LanguageModelV4;
  readonly languageModel: (
    modelId: BedrockModelId,
    settings?: BedrockLanguageModelOptions,
  ) => LanguageModelV4;
  /** Bedrock Runtime with the settings of this provider, for everything that the AI SDK has no word for. */
  readonly runtime: BedrockRuntime;
}

/**
 * Amazon Bedrock for the AI SDK. Opens no connection and reads no environment until a model is called.
 *
 * @example
 * const bedrock = createAmazonBedrock({ region: 'eu-central-1' });
 * const { text } = await generateText({ model: bedrock('eu.amazon.nova-lite-v1:0'), prompt: 'Hello' });
 */
export function createAmazonBedrock(settings: AmazonBedrockProviderSettings = {}): AmazonBedrockProvider {
  const runtime = createBedrockRuntime(runtimeSettings(settings));
  const connection = { runtime, generateId: settings.generateId ?? standardGenerateId };

  const languageModel = (
    modelId: BedrockModelId,
    modelSettings: BedrockLanguageModelOptions = {},
  ): LanguageModelV4 => createLanguageModel(modelId, modelSettings, connection);

  function provider(modelId: BedrockModelId, modelSettings?: BedrockLanguageModelOptions): LanguageModelV4 {
    // The compiler takes new.target of a function that is only called for what it is then: undefined or the function.
    if (new.target as unknown)
      throw new TypeError('The provider makes models, it is no class: call it without new.');
    return languageModel(modelId, modelSettings);
  }

  return Object.assign(provider, {
    specificationVersion: 'v4' as const,
    languageModel,
    embeddingModel: (modelId: string) => none(modelId, 'embeddingModel'),
    imageModel: (modelId: string) => none(modelId, 'imageModel'),
    runtime,
  });
}

function none(modelId: string, modelType: 'embeddingModel' | 'imageModel'): never {
  throw new NoSuchModelError({ modelId, modelType });
}

/** The provider with the settings of the environment. */
export const bedrock: AmazonBedrockProvider = /* @__PURE__ */ createAmazonBedrock();

/** Another name of {@link bedrock}. */
export const amazonBedrock: AmazonBedrockProvider = bedrock;
