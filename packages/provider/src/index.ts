// The public names of @bedrock-kit/provider.

export type {
  BedrockLanguageModelOptions,
  BedrockPartOptions,
} from '@bedrock-kit/converse-mapping';
export type { EmbeddingModelOptions, EmbeddingModelSettings } from '@bedrock-kit/embeddings';
export type { ImageModelOptions, ImageModelSettings } from '@bedrock-kit/images';
export type { RerankingModelOptions, RerankingModelSettings } from '@bedrock-kit/reranking';
export { amazonBedrock, bedrock, createAmazonBedrock } from './create-amazon-bedrock.ts';
export type { BedrockErrorData } from './errors.ts';
export type {
  AmazonBedrockProvider,
  BedrockEmbeddingModelId,
  BedrockImageModelId,
  BedrockLanguageModelId,
  BedrockRerankingModelId,
} from './provider.ts';
export type { AmazonBedrockProviderSettings, BedrockCredentialProvider } from './settings.ts';
export { VERSION } from './version.ts';
