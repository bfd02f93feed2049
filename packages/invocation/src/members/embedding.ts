// What the AI SDK reads of an embedding model before it calls it.
// https://github.com/vercel/ai/blob/main/packages/provider/src/embedding-model/v4/embedding-model-v4.ts
import type { EmbeddingModelV4 } from '@ai-sdk/provider';
import { embeddingCapabilitiesOf, type InvokedCapabilities } from '@bedrock-kit/models';
import { countOr, maxParallelCallsOf, type ParallelCalls } from '../counts.ts';
import { createTransformer, providerOptionsTransformer, type Transformer } from './embed-many.ts';
import { modelIdentity } from './identity.ts';

/** The settings of an embedding model that show in its members. */
export interface EmbeddingMemberSettings extends ParallelCalls {
  /** The model behind an ARN that hides it. */
  readonly baseModelId?: string | undefined;
  /** Its family, where the model itself is not known. */
  readonly modelFamily?: 'titan' | 'cohere' | 'nova' | 'marengo' | undefined;
  /** Values in one request. Default: as many as the model takes. */
  readonly maxEmbeddingsPerCall?: number | undefined;
  /** What the model calls its provider. Default `amazon-bedrock`. */
  readonly provider?: string | undefined;
}

/** Every member of an embedding model but `doEmbed`. */
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

/** What `@bedrock-kit/models` knows of the model behind an id. */
export function embeddingRecord(
  modelId: string,
  { baseModelId, modelFamily }: EmbeddingMemberSettings,
): InvokedCapabilities {
  return embeddingCapabilitiesOf(modelId, { baseModelId: baseModelId ?? familyModels[modelFamily ?? ''] });
}

/**
 * The members, from the settings and what is known of the model.
 *
 * @throws InvalidArgumentError for a count that is no positive integer
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
