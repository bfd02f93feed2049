/**
 * `@bedrock-kit/provider/ai-6`: the provider for the AI SDK 6, which speaks the specification v3.
 * https://github.com/vercel/ai/blob/release-v6.0/packages/provider/src/provider/v3/provider-v3.ts
 *
 * @module
 */
import { callableProvider } from './callable-provider.ts';
import { createAmazonBedrock as createCurrent } from './create-amazon-bedrock.ts';
import type { CountTokensOptions } from './down-adapter/earlier-call.ts';
import {
  type EmbeddingModelV3,
  embeddingModelV3,
  type ImageModelV3,
  imageModelV3,
  type LanguageModelV3,
  languageModelV3,
  type RerankingModelV3,
  rerankingModelV3,
} from './down-adapter/models-v3.ts';
import { type BedrockToolsV3, type ToolV3, toolsV3 } from './down-adapter/tools.ts';
import { upgradeCall } from './down-adapter/upgrade-call.ts';
import type { BedrockExtras, ProviderMethods, RerankingMethods } from './provider.ts';
import type { AmazonBedrockProviderSettings } from './settings.ts';

export type {
  BedrockToolsV3 as BedrockTools,
  EmbeddingModelV3,
  ImageModelV3,
  LanguageModelV3,
  RerankingModelV3,
  ToolV3,
};
export type * from './down-adapter/types.ts';
export { VERSION } from './version.ts';

/** The Bedrock provider for the AI SDK 6: call it to create a language model, or use its methods, which you may detach. */
export interface AmazonBedrockProvider
  extends ProviderMethods<LanguageModelV3, EmbeddingModelV3, ImageModelV3>,
    RerankingMethods<RerankingModelV3>,
    BedrockExtras<CountTokensOptions> {
  /** The version of the AI SDK's specification of providers. */
  readonly specificationVersion: 'v3';
  /** Tools that the models already know: Anthropic's run in your app, Amazon's on Bedrock. */
  readonly tools: BedrockToolsV3;
}

/** Creates a Bedrock provider for the AI SDK 6, with the same settings as for the AI SDK 7. */
export function createAmazonBedrock(settings: AmazonBedrockProviderSettings = {}): AmazonBedrockProvider {
  const current = createCurrent(settings);
  const rerankingModel: AmazonBedrockProvider['rerankingModel'] = (...call) =>
    rerankingModelV3(current.rerankingModel(...call));
  const countTokens: AmazonBedrockProvider['countTokens'] = async (call) =>
    current.countTokens(upgradeCall(Object(call) as typeof call)); // JavaScript may leave it out
  return callableProvider(
    {
      languageModel: (...call) => languageModelV3(current.languageModel(...call)),
      embeddingModel: (...call) => embeddingModelV3(current.embeddingModel(...call)),
      imageModel: (...call) => imageModelV3(current.imageModel(...call)),
    },
    {
      specificationVersion: 'v3',
      rerankingModel,
      reranking: rerankingModel,
      tools: toolsV3,
      countTokens,
      applyGuardrail: current.applyGuardrail,
      runtime: current.runtime,
    },
  );
}

/**
 * The provider that takes its settings from the environment: `AWS_REGION`, and `AWS_BEARER_TOKEN_BEDROCK` or AWS's access keys. For settings in
 * code see {@link createAmazonBedrock}.
 */
export const bedrock: AmazonBedrockProvider = /* @__PURE__ */ createAmazonBedrock();

/** Another name of {@link bedrock}. */
export const amazonBedrock: AmazonBedrockProvider = bedrock;
