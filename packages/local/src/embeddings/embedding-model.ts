/**
 * The embedding model behind a record, by the body that it speaks.
 */
import type { EmbeddingBody, EmbeddingCapabilities } from '@bedrock-kit/models';
import type { InvokedModel, InvokedModels } from '../models/invoked-model.ts';
import { cohereV3, cohereV4 } from './cohere.ts';
import { marengo27, marengo3 } from './marengo.ts';
import { novaEmbeddings } from './nova.ts';
import { titanMultimodal, titanTextV1, titanTextV2 } from './titan.ts';

const bodies: Readonly<Record<EmbeddingBody, (model: EmbeddingCapabilities) => InvokedModel>> = {
  'titan-text-v1': titanTextV1,
  'titan-text-v2': titanTextV2,
  'titan-multimodal': titanMultimodal,
  'cohere-v3': cohereV3,
  'cohere-v4': cohereV4,
  nova: novaEmbeddings,
  'marengo-2.7': marengo27,
  'marengo-3': marengo3,
};

export const embeddingModelOf: InvokedModels = ({ embedding }) =>
  typeof embedding === 'object' ? bodies[embedding.body](embedding) : undefined;
