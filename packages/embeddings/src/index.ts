export type { AnsweredEmbedding } from './by-type.ts';
export { embeddingsByType } from './by-type.ts';
export type { EmbeddingModelSettings } from './embedding-model.ts';
export { createEmbeddingModel } from './embedding-model.ts';
export type { EmbedArguments, EmbeddingInput, EmbeddingMedia, EmbedManyArguments } from './inputs.ts';
export { embeddingInput, embeddingInputs } from './inputs.ts';
export type { EmbeddingModelOptions, EmbeddingPurpose, EmbeddingType } from './options.ts';
