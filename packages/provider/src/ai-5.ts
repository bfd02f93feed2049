/**
 * `@bedrock-kit/provider/ai-5`: the provider for the AI SDK 5, which speaks the specification v2 and has no reranking.
 * https://github.com/vercel/ai/blob/release-v5.0/packages/provider/src/provider/v2/provider-v2.ts
 *
 * @module
 */
import { createAmazonBedrock as createForAi6 } from './ai-6.ts';
import { callableProvider } from './callable-provider.ts';
import type { CountTokensOptions } from './down-adapter/earlier-call.ts';
import {
  type EmbeddingModelV2,
  embeddingModelV2,
  type ImageModelV2,
  imageModelV2,
  type LanguageModelV2,
  languageModelV2,
} from './down-adapter/models-v2.ts';
import { type BedrockToolsV2, type ToolV2, toolsV2 } from './down-adapter/tools.ts';
import type { BedrockExtras, ProviderMethods } from './provider.ts';
import type { AmazonBedrockProviderSettings } from './settings.ts';

export type { BedrockToolsV2 as BedrockTools, EmbeddingModelV2, ImageModelV2, LanguageModelV2, ToolV2 };
export type * from './down-adapter/types.ts';
export { VERSION } from './version.ts';

/** The Bedrock provider for the AI SDK 5: call it to create a language model, or use its methods, which you may detach. */
export interface AmazonBedrockProvider
  extends ProviderMethods<LanguageModelV2, EmbeddingModelV2, ImageModelV2>,
    BedrockExtras<CountTokensOptions> {
  /** Tools that the models already know: Anthropic's run in your app, Amazon's on Bedrock. */
  readonly tools: BedrockToolsV2;
}

/** Creates a Bedrock provider for the AI SDK 5, with the same settings as for the AI SDK 7. */
export function createAmazonBedrock(settings: AmazonBedrockProviderSettings = {}): AmazonBedrockProvider {
  const later = createForAi6(settings);
  return callableProvider(
    {
      languageModel: (...call) => languageModelV2(later.languageModel(...call)),
      embeddingModel: (...call) => embeddingModelV2(later.embeddingModel(...call)),
      imageModel: (...call) => imageModelV2(later.imageModel(...call)),
    },
    {
      tools: toolsV2,
      countTokens: later.countTokens,
      applyGuardrail: later.applyGuardrail,
      runtime: later.runtime,
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
