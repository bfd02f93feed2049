// The public names of @bedrock-kit/provider.

// What the provider makes: so that an app which exports a model can name its type, whatever its package manager lets it import.
export type { EmbeddingModelV4, ImageModelV4, LanguageModelV4, RerankingModelV4 } from '@ai-sdk/provider';
export type { ProviderDefinedTool, ProviderExecutedTool } from '@ai-sdk/provider-utils';
export { amazonBedrock, bedrock, createAmazonBedrock } from './create-amazon-bedrock.ts';
export type { AmazonBedrockProvider } from './provider.ts';
export type { BedrockTools } from './tools.ts';
export type * from './types.ts';
export { VERSION } from './version.ts';
