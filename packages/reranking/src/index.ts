// The public names of @bedrock-kit/reranking.

// So that an app which exports a model can name its type, whatever its package manager lets it import.
export type { RerankingModelV4 } from '@ai-sdk/provider';
export type { RerankingModelOptions, RerankOperation } from './options.ts';
export type { RerankingModelSettings } from './reranking-model.ts';
export { createRerankingModel } from './reranking-model.ts';
