// The public names of @bedrock-kit/provider.

export type {
  BedrockLanguageModelOptions,
  BedrockPartOptions,
} from '@bedrock-kit/converse-mapping';
export type { EmbeddingModelOptions, EmbeddingModelSettings } from '@bedrock-kit/embeddings';
export type { ImageModelOptions, ImageModelSettings } from '@bedrock-kit/images';
export type { BedrockErrorData } from '@bedrock-kit/invocation';
export type { RerankingModelOptions, RerankingModelSettings } from '@bedrock-kit/reranking';
export type { AppliedGuardrail, ApplyGuardrailOptions } from './apply-guardrail.ts';
export type { CountedTokens, CountTokensOptions } from './count-tokens.ts';
export { amazonBedrock, bedrock, createAmazonBedrock } from './create-amazon-bedrock.ts';
export type { LanguageModelSettings } from './language-model-settings.ts';
export type {
  AmazonBedrockProvider,
  BedrockEmbeddingModelId,
  BedrockImageModelId,
  BedrockLanguageModelId,
  BedrockRerankingModelId,
} from './provider.ts';
export type { AmazonBedrockProviderSettings, BedrockCredentialProvider } from './settings.ts';
export type {
  BashInput,
  BedrockTools,
  ComputerInput,
  Display,
  MemoryInput,
  TextEditorInput,
} from './tools.ts';
export { VERSION } from './version.ts';
