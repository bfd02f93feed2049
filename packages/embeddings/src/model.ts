// Finds out which family a model id belongs to and what its limits are.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { type KnownModel, knownModel } from '@bedrock-kit/invocation';
import { type EmbeddingCapabilities, embeddingCapabilitiesOf } from '@bedrock-kit/models';
import { families } from './families.ts';
import type { EmbeddingFamily } from './families/family.ts';

/** An embedding model as the rest of this package knows it. */
export interface KnownEmbeddingModel extends KnownModel {
  readonly family: EmbeddingFamily;
  readonly embedding: EmbeddingCapabilities;
}

/** The model that stands for a family whose ARN hides which one it is. */
const familyModels: Readonly<Record<string, string>> = {
  titan: 'amazon.titan-embed-text-v2:0',
  cohere: 'cohere.embed-v4:0',
  nova: 'amazon.nova-2-multimodal-embeddings-v1:0',
  marengo: 'twelvelabs.marengo-embed-3-0-v1:0',
};

/** The model behind an id; undefined where nothing says that it embeds. */
export function modelOf(
  modelId: string,
  baseModelId: string | undefined,
  modelFamily: string | undefined,
): KnownEmbeddingModel | undefined {
  const record = embeddingCapabilitiesOf(modelId, {
    baseModelId: baseModelId ?? familyModels[modelFamily ?? ''],
  });
  const { embedding } = record;
  if (typeof embedding !== 'object') return undefined;
  return { ...knownModel(modelId, record), family: families[embedding.body], embedding };
}
