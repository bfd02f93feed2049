// What the AI SDK reads of an embedding model before it calls it.
// https://github.com/vercel/ai/blob/main/packages/provider/src/embedding-model/v4/embedding-model-v4.ts
import type { EmbeddingModelV4 } from '@ai-sdk/provider';
import { embeddingCapabilitiesOf, type InvokedCapabilities } from '@bedrock-kit/models';
import { countOr, maxParallelCallsOf, type ParallelCalls } from '../counts.ts';
import { createTransformer, providerOptionsTransformer, type Transformer } from './embed-many.ts';
import { modelIdentity } from './identity.ts';

/** The settings of an embedding model that are read before a call. */
export interface EmbeddingMemberSettings extends ParallelCalls {
  /** The id of the model behind an ARN that does not name it. */
  readonly baseModelId?: string | undefined;
  /** The family of the model behind such an ARN, if `baseModelId` is not set. */
  readonly modelFamily?: 'titan' | 'cohere' | 'nova' | 'marengo' | undefined;
  /** The most values in one request. Default: as many as the model accepts. */
  readonly maxEmbeddingsPerCall?: number | undefined;
  /** The model's `provider` for the AI SDK. Default `amazon-bedrock`. */
  readonly provider?: string | undefined;
}

/** Every member of an embedding model except `doEmbed`. */
export interface EmbeddingMembers extends Omit<EmbeddingModelV4, 'doEmbed'> {
  readonly maxEmbeddingsPerCall: number;
  readonly [providerOptionsTransformer]: Transformer;
}

/** The model that stands for a family whose ARN hides which one it is. */
const familyModels: Readonly<Record<string, string>> = {
  titan: 'amazon.titan-embed-text-v2:0',
  cohere: 'cohere.embed-v4:0',
  nova: 'amazon.nova-2-multimodal-embeddings-v1:0',
  marengo: 'twelvelabs.marengo-embed-3-0-v1:0',
};

/** Returns the record of `@bedrock-kit/models` for the embedding model behind an id. */
export function embeddingRecord(
  modelId: string,
  { baseModelId, modelFamily }: EmbeddingMemberSettings,
): InvokedCapabilities {
  return embeddingCapabilitiesOf(modelId, { baseModelId: baseModelId ?? familyModels[modelFamily ?? ''] });
}

/**
 * Makes the members of an embedding model from its settings and its record.
 *
 * @throws InvalidArgumentError for a count that is neither a positive integer nor `Infinity`
 */
export function embeddingMembers(modelId: string, settings: EmbeddingMemberSettings): EmbeddingMembers {
  const { embedding } = embeddingRecord(modelId, settings);
  const ownLimit = typeof embedding === 'object' ? embedding.maxBatch : 1;
  maxParallelCallsOf(settings);
  return {
    ...modelIdentity(modelId, settings.provider),
    maxEmbeddingsPerCall: countOr(ownLimit, settings.maxEmbeddingsPerCall, 'maxEmbeddingsPerCall'),
    supportsParallelCalls: true,
    [providerOptionsTransformer]: createTransformer(),
  };
}
