// The types of src/shapes/converse-response.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { CacheTTL, Message } from './message.ts';
import type { GuardrailTraceAssessment } from './guardrail-assessment.ts';
import type { Json } from '../values.ts';
import type { PerformanceConfiguration, ServiceTier } from './converse.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CacheDetail.html */
export interface CacheDetail {
  ttl: CacheTTL | (string & {});
  /** An integer. */
  inputTokens: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseMetrics.html */
export interface ConverseMetrics {
  /** Milliseconds. An integer. */
  latencyMs: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseOutput.html */
export type ConverseOutput = { message: Message };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html */
export interface ConverseResponse {
  output: ConverseOutput;
  /** Why the answer ended. */
  stopReason: StopReason;
  /** The tokens of the request and of the answer. */
  usage: TokenUsage;
  metrics: ConverseMetrics;
  /** The values that `additionalModelResponseFieldPaths` asked for. */
  additionalModelResponseFields?: Json | undefined;
  /** What the guardrail found, and which model a prompt router chose. */
  trace?: ConverseTrace | undefined;
  performanceConfig?: PerformanceConfiguration | undefined;
  /** The tier that served the request. */
  serviceTier?: ServiceTier | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseTrace.html */
export interface ConverseTrace {
  guardrail?: GuardrailTraceAssessment | undefined;
  promptRouter?: PromptRouterTrace | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PromptRouterTrace.html */
export interface PromptRouterTrace {
  invokedModelId?: string | undefined;
}

export type StopReason =
  | 'end_turn'
  | 'tool_use'
  | 'max_tokens'
  | 'stop_sequence'
  | 'guardrail_intervened'
  | 'content_filtered'
  | 'malformed_model_output'
  | 'malformed_tool_use'
  | 'model_context_window_exceeded'
  | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html */
export interface TokenUsage {
  /** Input tokens neither read from the cache nor written to it. An integer. */
  inputTokens: number;
  /** An integer. */
  outputTokens: number;
  /** Input and output together. An integer. */
  totalTokens: number;
  /** An integer. */
  cacheReadInputTokens?: number | undefined;
  /** An integer. */
  cacheWriteInputTokens?: number | undefined;
  /** Cache writes by their time to live. */
  cacheDetails?: CacheDetail[] | undefined;
}
