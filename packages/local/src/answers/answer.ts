/**
 * A model's answer as a whole: what Converse sends at once and ConverseStream event by event.
 */
import type {
  ContentBlock,
  ConverseTrace,
  Json,
  PerformanceConfiguration,
  ServiceTier,
  StopReason,
  TokenUsage,
} from '@bedrock-kit/protocol';

/**
 * An answer under the names of Converse.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_ResponseSyntax
 */
export interface WholeAnswer {
  readonly content: readonly ContentBlock[];
  /** Where a handler leaves it out: `tool_use` for an answer that calls a tool, else `end_turn`. */
  readonly stopReason: StopReason;
  /** Where a handler leaves it out, the tokens are counted. */
  readonly usage: TokenUsage;
  /** What `additionalModelResponseFieldPaths` of the request asks for. */
  readonly additionalModelResponseFields?: Json | undefined;
  /** Of a guardrail or a prompt router. */
  readonly trace?: ConverseTrace | undefined;
  /** Where a handler leaves it out, that of the request. */
  readonly performanceConfig?: PerformanceConfiguration | undefined;
  /** Where a handler leaves it out, that of the request. */
  readonly serviceTier?: ServiceTier | undefined;
}

/** Why an answer ends that nothing cut off. */
export function stopReasonOf(callsTools: boolean): StopReason {
  return callsTools ? 'tool_use' : 'end_turn';
}
