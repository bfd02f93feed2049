// The public names of @bedrock-kit/embeddings.

// So that an app which exports a model can name its type, whatever its package manager lets it import.
export type { EmbeddingModelV4 } from '@ai-sdk/provider';
export type { AnsweredEmbedding } from './by-type.ts';
export { embeddingsByType } from './by-type.ts';
export type { EmbeddingModelSettings } from './embedding-model.ts';
export { createEmbeddingModel } from './embedding-model.ts';
export type { EmbedArguments, EmbedManyArguments } from './embedding-inputs.ts';
export { embeddingInput, embeddingInputs } from './embedding-inputs.ts';
export type { EmbeddingInput, EmbeddingMedia } from './inputs.ts';
export type { EmbeddingModelOptions, EmbeddingPurpose, EmbeddingType } from './options.ts';
