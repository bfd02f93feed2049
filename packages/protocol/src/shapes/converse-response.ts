// The answer of Converse.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_ResponseSyntax
import type { Enumeration, Structure, Union } from '../shape.ts';
import { PerformanceConfiguration, ServiceTier } from './converse.ts';
import { GuardrailTraceAssessment } from './guardrail-assessment.ts';
import { CacheTTL, Message } from './message.ts';
import { document, invokedModelId, long, nonNegativeInteger } from './scalars.ts';

export const CacheDetail: Structure = {
  type: 'structure',
  required: { ttl: CacheTTL, inputTokens: nonNegativeInteger },
};

export const ConverseMetrics: Structure = { type: 'structure', required: { latencyMs: long } };

export const ConverseOutput: Union = { type: 'union', name: 'ConverseOutput', members: { message: Message } };

export const StopReason: Enumeration = {
  type: 'enum',
  values: [
    'end_turn',
    'tool_use',
    'max_tokens',
    'stop_sequence',
    'guardrail_intervened',
    'content_filtered',
    'malformed_model_output',
    'malformed_tool_use',
    'model_context_window_exceeded',
  ],
};

export const TokenUsage: Structure = {
  type: 'structure',
  required: {
    inputTokens: nonNegativeInteger,
    outputTokens: nonNegativeInteger,
    totalTokens: nonNegativeInteger,
  },
  optional: {
    cacheReadInputTokens: nonNegativeInteger,
    cacheWriteInputTokens: nonNegativeInteger,
    cacheDetails: { type: 'list', member: CacheDetail },
  },
};

export const PromptRouterTrace: Structure = { type: 'structure', optional: { invokedModelId } };

export const ConverseTrace: Structure = {
  type: 'structure',
  optional: { guardrail: GuardrailTraceAssessment, promptRouter: PromptRouterTrace },
};

export const ConverseResponse: Structure = {
  type: 'structure',
  required: { output: ConverseOutput, stopReason: StopReason, usage: TokenUsage, metrics: ConverseMetrics },
  optional: {
    additionalModelResponseFields: document,
    trace: ConverseTrace,
    performanceConfig: PerformanceConfiguration,
    serviceTier: ServiceTier,
  },
};
