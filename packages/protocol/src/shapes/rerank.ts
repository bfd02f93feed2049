// Rerank, of bedrock-agent-runtime.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html
import type { Enumeration, Structure } from '../shape.ts';
import { bedrockModelArn, document, float, nextToken } from './scalars.ts';

export const BedrockRerankingModelConfiguration: Structure = {
  type: 'structure',
  required: { modelArn: bedrockModelArn },
  optional: {
    additionalModelRequestFields: { type: 'map', key: { type: 'string', min: 1, max: 100 }, value: document },
  },
};

export const BedrockRerankingConfiguration: Structure = {
  type: 'structure',
  required: { modelConfiguration: BedrockRerankingModelConfiguration },
  optional: { numberOfResults: { type: 'integer', min: 1, max: 1000 } },
};

export const RerankDocumentType: Enumeration = { type: 'enum', values: ['TEXT', 'JSON'] };

export const RerankTextDocument: Structure = {
  type: 'structure',
  optional: { text: { type: 'string', min: 1, max: 32_000 } },
  sensitive: true,
};

export const RerankDocument: Structure = {
  type: 'structure',
  required: { type: RerankDocumentType },
  optional: { jsonDocument: document, textDocument: RerankTextDocument },
  sensitive: true,
};

export const RerankQueryContentType: Enumeration = { type: 'enum', values: ['TEXT'] };

export const RerankQuery: Structure = {
  type: 'structure',
  required: { textQuery: RerankTextDocument, type: RerankQueryContentType },
  sensitive: true,
};

export const RerankingConfigurationType: Enumeration = { type: 'enum', values: ['BEDROCK_RERANKING_MODEL'] };

export const RerankingConfiguration: Structure = {
  type: 'structure',
  required: {
    bedrockRerankingConfiguration: BedrockRerankingConfiguration,
    type: RerankingConfigurationType,
  },
};

export const RerankSourceType: Enumeration = { type: 'enum', values: ['INLINE'] };

export const RerankSource: Structure = {
  type: 'structure',
  required: { inlineDocumentSource: RerankDocument, type: RerankSourceType },
  sensitive: true,
};

export const RerankRequest: Structure = {
  type: 'structure',
  required: {
    queries: { type: 'list', member: RerankQuery, min: 1, max: 1, sensitive: true },
    rerankingConfiguration: RerankingConfiguration,
    sources: { type: 'list', member: RerankSource, min: 1, max: 1000, sensitive: true },
  },
  optional: { nextToken },
};

export const RerankResult: Structure = {
  type: 'structure',
  required: { index: { type: 'integer', min: 0, max: 1000 }, relevanceScore: float },
  optional: { document: RerankDocument },
};

export const RerankResponse: Structure = {
  type: 'structure',
  required: { results: { type: 'list', member: RerankResult } },
  optional: { nextToken },
};
