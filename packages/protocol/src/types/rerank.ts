// The types of src/shapes/rerank.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { Json } from '../values.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_BedrockRerankingConfiguration.html */
export interface BedrockRerankingConfiguration {
  modelConfiguration: BedrockRerankingModelConfiguration;
  /** An integer, 1 to 1,000. */
  numberOfResults?: number | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_BedrockRerankingModelConfiguration.html */
export interface BedrockRerankingModelConfiguration {
  /** An ARN, even for a foundation model. 1 to 2,048 characters. */
  modelArn: string;
  additionalModelRequestFields?: { [key: string]: Json } | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankDocument.html */
export interface RerankDocument {
  /** `TEXT` or `JSON`. */
  type: RerankDocumentType;
  jsonDocument?: Json | undefined;
  textDocument?: RerankTextDocument | undefined;
}

export type RerankDocumentType = 'TEXT' | 'JSON';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankQuery.html */
export interface RerankQuery {
  textQuery: RerankTextDocument;
  /** `TEXT`. */
  type: RerankQueryContentType;
}

export type RerankQueryContentType = 'TEXT';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html */
export interface RerankRequest {
  /** Exactly 1 item. */
  queries: RerankQuery[];
  rerankingConfiguration: RerankingConfiguration;
  /** 1 to 1,000 items. */
  sources: RerankSource[];
  /** 1 to 2,048 characters, pattern `^\S*$`. */
  nextToken?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html */
export interface RerankResponse {
  results: RerankResult[];
  /** 1 to 2,048 characters, pattern `^\S*$`. */
  nextToken?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankResult.html */
export interface RerankResult {
  /** The index of the source, counted from 0. An integer, 0 to 1,000. */
  index: number;
  /** The higher, the more relevant. */
  relevanceScore: number;
  document?: RerankDocument | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankSource.html */
export interface RerankSource {
  inlineDocumentSource: RerankDocument;
  /** `INLINE`. */
  type: RerankSourceType;
}

export type RerankSourceType = 'INLINE';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankTextDocument.html */
export interface RerankTextDocument {
  /** 1 to 32,000 characters. */
  text?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankingConfiguration.html */
export interface RerankingConfiguration {
  bedrockRerankingConfiguration: BedrockRerankingConfiguration;
  /** `BEDROCK_RERANKING_MODEL`. */
  type: RerankingConfigurationType;
}

export type RerankingConfigurationType = 'BEDROCK_RERANKING_MODEL';
