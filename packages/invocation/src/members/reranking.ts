// What the AI SDK reads of a reranking model before it calls it.
// https://github.com/vercel/ai/blob/main/packages/provider/src/reranking-model/v4/reranking-model-v4.ts
import type { RerankingModelV4 } from '@ai-sdk/provider';
import { countOr, maxParallelCallsOf, type ParallelCalls } from '../counts.ts';
import { modelIdentity } from './identity.ts';

/** The settings of a reranking model that are read before a call: its limits, and its provider's name. */
export interface RerankingMemberSettings extends ParallelCalls {
  /** The most documents in one request. Default 1,000, AWS's limit. */
  readonly maxDocumentsPerCall?: number | undefined;
  /** The model's `provider` for the AI SDK. Default `amazon-bedrock`. */
  readonly provider?: string | undefined;
}

/** Every member of a reranking model except `doRerank`. */
export type RerankingMembers = Omit<RerankingModelV4, 'doRerank'>;

/** RerankRequest: at most 1,000 sources. https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html */
export const maxSources = 1000;

/**
 * Makes the members of a reranking model from its settings.
 *
 * @throws InvalidArgumentError for a count that is neither a positive integer nor `Infinity`
 */
export function rerankingMembers(modelId: string, settings: RerankingMemberSettings): RerankingMembers {
  countOr(maxSources, settings.maxDocumentsPerCall, 'maxDocumentsPerCall');
  maxParallelCallsOf(settings);
  return modelIdentity(modelId, settings.provider);
}
