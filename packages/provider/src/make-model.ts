/**
 * One model of each kind, from its id, its options and the connection.
 *
 * @module
 */
import type { EmbeddingModelV4, ImageModelV4, LanguageModelV4, RerankingModelV4 } from '@ai-sdk/provider';
import { createEmbeddingModel, type EmbeddingModelSettings } from '@bedrock-kit/embeddings';
import { createImageModel, type ImageModelSettings } from '@bedrock-kit/images';
import { createRerankingModel, type RerankingModelSettings } from '@bedrock-kit/reranking';
import type { Connection } from './connection.ts';
import { createLanguageModel, type LanguageModelSettings } from './language-model.ts';

export interface Models {
  language: LanguageModelV4;
  embedding: EmbeddingModelV4;
  image: ImageModelV4;
  reranking: RerankingModelV4;
}

interface Options {
  language: LanguageModelSettings;
  embedding: EmbeddingModelSettings;
  image: ImageModelSettings;
  reranking: RerankingModelSettings;
}

export type ModelKind = keyof Models;
export type OptionsOf<Kind extends ModelKind> = Options[Kind];

const makers: {
  readonly [Kind in ModelKind]: (
    modelId: string,
    options: Options[Kind],
    connection: Connection,
  ) => Models[Kind];
} = {
  language: createLanguageModel,
  embedding: (modelId, options, { runtime }) => createEmbeddingModel(modelId, options, runtime.client),
  image: (modelId, options, { runtime }) => createImageModel(modelId, options, runtime.client),
  reranking: (modelId, options, { runtime }) => createRerankingModel(modelId, options, runtime.client),
};

export function makeModel<Kind extends ModelKind>(
  kind: Kind,
  modelId: string,
  options: Options[Kind],
  connection: Connection,
): Models[Kind] {
  return makers[kind](modelId, options, connection);
}
