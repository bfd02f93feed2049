// The types of src/shapes/converse.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { CacheTTL, Message, SystemContentBlock } from './message.ts';
import type { GuardrailConfiguration, GuardrailStreamConfiguration } from './guard-content.ts';
import type { GuardrailTraceAssessment } from './guardrail-assessment.ts';
import type { Json } from '../values.ts';
import type { ToolConfiguration } from './tools.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CacheDetail.html */
export interface CacheDetail {
  ttl: CacheTTL;
  /** An integer. */
  inputTokens: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseMetrics.html */
export interface ConverseMetrics {
  /** An integer. */
  latencyMs: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseOutput.html */
export type ConverseOutput = { message: Message };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseRequest.html */
export interface ConverseRequest {
  /** 1 to 2,048 characters. */
  modelId: string;
  messages?: Message[] | undefined;
  system?: SystemContentBlock[] | undefined;
  inferenceConfig?: InferenceConfiguration | undefined;
  toolConfig?: ToolConfiguration | undefined;
  guardrailConfig?: GuardrailConfiguration | undefined;
  additionalModelRequestFields?: Json | undefined;
  promptVariables?: { [key: string]: PromptVariableValues } | undefined;
  /** 0 to 10 items, each 1 to 256 characters. */
  additionalModelResponseFieldPaths?: string[] | undefined;
  /** 1 to 16 entries. */
  requestMetadata?: { [key: string]: string } | undefined;
  performanceConfig?: PerformanceConfiguration | undefined;
  serviceTier?: ServiceTier | undefined;
  outputConfig?: OutputConfig | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseResponse.html */
export interface ConverseResponse {
  output: ConverseOutput;
  stopReason: StopReason;
  usage: TokenUsage;
  metrics: ConverseMetrics;
  additionalModelResponseFields?: Json | undefined;
  trace?: ConverseTrace | undefined;
  performanceConfig?: PerformanceConfiguration | undefined;
  serviceTier?: ServiceTier | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamRequest.html */
export interface ConverseStreamRequest {
  /** 1 to 2,048 characters. */
  modelId: string;
  messages?: Message[] | undefined;
  system?: SystemContentBlock[] | undefined;
  inferenceConfig?: InferenceConfiguration | undefined;
  toolConfig?: ToolConfiguration | undefined;
  guardrailConfig?: GuardrailStreamConfiguration | undefined;
  additionalModelRequestFields?: Json | undefined;
  promptVariables?: { [key: string]: PromptVariableValues } | undefined;
  /** 0 to 10 items, each 1 to 256 characters. */
  additionalModelResponseFieldPaths?: string[] | undefined;
  /** 1 to 16 entries. */
  requestMetadata?: { [key: string]: string } | undefined;
  performanceConfig?: PerformanceConfiguration | undefined;
  serviceTier?: ServiceTier | undefined;
  outputConfig?: OutputConfig | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseTrace.html */
export interface ConverseTrace {
  guardrail?: GuardrailTraceAssessment | undefined;
  promptRouter?: PromptRouterTrace | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html */
export interface InferenceConfiguration {
  /** An integer, at least 1. */
  maxTokens?: number | undefined;
  /** 0 to 1. */
  temperature?: number | undefined;
  /** 0 to 1. */
  topP?: number | undefined;
  /** 0 to 2,500 items, each at least 1 characters. */
  stopSequences?: string[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_JsonSchemaDefinition.html */
export interface JsonSchemaDefinition {
  schema: string;
  name?: string | undefined;
  description?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputConfig.html */
export interface OutputConfig {
  textFormat?: OutputFormat | undefined;
  /** 0 to 16 characters. */
  effort?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormat.html */
export interface OutputFormat {
  type: OutputFormatType;
  structure: OutputFormatStructure;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormatStructure.html */
export type OutputFormatStructure = { jsonSchema: JsonSchemaDefinition };

export type OutputFormatType = 'json_schema';

export type PerformanceConfigLatency = 'standard' | 'optimized';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PerformanceConfiguration.html */
export interface PerformanceConfiguration {
  latency?: PerformanceConfigLatency | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PromptRouterTrace.html */
export interface PromptRouterTrace {
  invokedModelId?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PromptVariableValues.html */
export type PromptVariableValues = { text: string };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ServiceTier.html */
export interface ServiceTier {
  type: ServiceTierType;
}

export type ServiceTierType = 'priority' | 'default' | 'flex' | 'reserved';

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
  /** An integer. */
  inputTokens: number;
  /** An integer. */
  outputTokens: number;
  /** An integer. */
  totalTokens: number;
  /** An integer. */
  cacheReadInputTokens?: number | undefined;
  /** An integer. */
  cacheWriteInputTokens?: number | undefined;
  cacheDetails?: CacheDetail[] | undefined;
}
