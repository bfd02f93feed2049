// What the AI SDK reads of a reranking model before it calls it.
// https://github.com/vercel/ai/blob/main/packages/provider/src/reranking-model/v4/reranking-model-v4.ts
import type { RerankingModelV4 } from '@ai-sdk/provider';
import { countOr, maxParallelCallsOf, type ParallelCalls } from '../counts.ts';
import { modelIdentity } from './identity.ts';

/** The settings of a reranking model that are counts, and its name for the provider. */
export interface RerankingMemberSettings extends ParallelCalls {
  /** Documents in one request. Default 1,000, AWS's limit. */
  readonly maxDocumentsPerCall?: number | undefined;
  /** What the model calls its provider. Default `amazon-bedrock`. */
  readonly provider?: string | undefined;
}

/** Every member of a reranking model but `doRerank`. */
export type RerankingMembers = Omit<RerankingModelV4, 'doRerank'>;

/** RerankRequest: at most 1,000 sources. https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html */
export const maxSources = 1000;

/**
 * The members, from the settings and what is known of the model.
 *
 * @throws InvalidArgumentError for a count that is no positive integer
 */
export function rerankingMembers(modelId: string, settings: RerankingMemberSettings): RerankingMembers {
  countOr(maxSources, settings.maxDocumentsPerCall, 'maxDocumentsPerCall');
  maxParallelCallsOf(settings);
  return modelIdentity(modelId, settings.provider);
}
