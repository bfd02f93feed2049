// Finds out which family a model id belongs to and what its limits are.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { type KnownModel, knownModel } from '@bedrock-kit/invocation';
import { type EmbeddingMemberSettings, embeddingRecord } from '@bedrock-kit/invocation/members';
import type { EmbeddingCapabilities } from '@bedrock-kit/models';
import { families } from './families.ts';
import type { EmbeddingFamily } from './families/family.ts';

/** An embedding model as the rest of this package knows it. */
export interface KnownEmbeddingModel extends KnownModel {
  readonly family: EmbeddingFamily;
  readonly embedding: EmbeddingCapabilities;
}

/** The model behind an id; undefined where nothing says that it embeds. */
export function modelOf(modelId: string, settings: EmbeddingMemberSettings): KnownEmbeddingModel | undefined {
  const record = embeddingRecord(modelId, settings);
  const { embedding } = record;
  if (typeof embedding !== 'object') return undefined;
  return { ...knownModel(modelId, record), family: families[embedding.body], embedding };
}
