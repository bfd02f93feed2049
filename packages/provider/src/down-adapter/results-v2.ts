/**
 * What a model of the specification v2 answers with, as the AI SDK 5 reads it.
 * https://github.com/vercel/ai/tree/release-v5.0/packages/provider/src/language-model/v2
 *
 * @module
 */
import type { Metadata } from './json.ts';
import type {
  ReasoningV3,
  ResponseMetadataV3,
  SourceV3,
  StreamPartV3,
  TextV3,
  ToolCallV3,
  ToolResultV3,
} from './results-v3.ts';

export type WarningV2 =
  | { type: 'unsupported-setting'; setting: string; details?: string }
  | { type: 'other'; message: string };

export interface UsageV2 {
  /** What was read from the cache and written to it is counted here too. */
  inputTokens: number | undefined;
  outputTokens: number | undefined;
  totalTokens: number | undefined;
  reasoningTokens?: number;
  cachedInputTokens?: number;
}

export type FinishReasonV2 =
  | 'stop'
  | 'length'
  | 'content-filter'
  | 'tool-calls'
  | 'error'
  | 'other'
  | 'unknown';

export interface FileV2 {
  type: 'file';
  mediaType: string;
  data: string | Uint8Array;
}

export interface ToolResultV2 extends ToolResultV3 {
  providerExecuted: true;
}

export type ContentV2 = TextV3 | ReasoningV3 | FileV2 | SourceV3 | ToolCallV3 | ToolResultV2;

/** The parts that say in v2 what they say in v3. */
type SamePart = Exclude<
  StreamPartV3,
  { type: 'tool-approval-request' | 'file' | 'tool-result' | 'stream-start' | 'finish' }
>;

export type StreamPartV2 =
  | SamePart
  | FileV2
  | ToolResultV2
  | { type: 'stream-start'; warnings: WarningV2[] }
  | { type: 'finish'; usage: UsageV2; finishReason: FinishReasonV2; providerMetadata?: Metadata };

export interface GenerateResultV2 {
  content: ContentV2[];
  finishReason: FinishReasonV2;
  usage: UsageV2;
  providerMetadata?: Metadata;
  request?: { body?: unknown };
  response?: ResponseMetadataV3 & { headers?: Record<string, string>; body?: unknown };
  warnings: WarningV2[];
}

export interface StreamResultV2 {
  stream: ReadableStream<StreamPartV2>;
  request?: { body?: unknown };
  response?: { headers?: Record<string, string> };
}
