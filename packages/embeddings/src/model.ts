// Finds out which family a model id belongs to and what its limits are.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import {
  embeddingCapabilitiesOf,
  type EmbeddingCapabilities,
  type ModelCapabilities,
} from '@bedrock-kit/models';
import { families } from './families.ts';
import type { EmbeddingFamily } from './families/family.ts';

/** An embedding model as the rest of this package knows it. */
export interface KnownModel {
  /** The base model id, for messages. */
  readonly name: string;
  readonly family: EmbeddingFamily;
  readonly embedding: EmbeddingCapabilities;
  /** Whether `embedding` describes this very model, or its family at best: limits are then AWS's to hold. */
  readonly isListed: boolean;
  readonly lifecycle: ModelCapabilities['lifecycle'];
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
): KnownModel | undefined {
  const record = embeddingCapabilitiesOf(modelId, {
    baseModelId: baseModelId ?? familyModels[modelFamily ?? ''],
  });
  const { embedding, match, lifecycle } = record;
  if (typeof embedding !== 'object') return undefined;
  const name = record.baseModelId ?? modelId;
  return { name, family: families[embedding.body], embedding, isListed: match === 'model', lifecycle };
}
