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
  /** The blocks of the answer. */
  readonly content: readonly ContentBlock[];
  /** Why the answer ends. A handler may leave it out: it is then `tool_use` for an answer that calls a tool, else `end_turn`. */
  readonly stopReason: StopReason;
  /** The tokens of prompt and answer. If a handler leaves them out, they are counted. */
  readonly usage: TokenUsage;
  /** The fields that the request asks for in `additionalModelResponseFieldPaths`. */
  readonly additionalModelResponseFields?: Json | undefined;
  /** The trace of a guardrail or a prompt router. */
  readonly trace?: ConverseTrace | undefined;
  /** The latency setting; that of the request if a handler leaves it out. */
  readonly performanceConfig?: PerformanceConfiguration | undefined;
  /** The service tier; that of the request if a handler leaves it out. */
  readonly serviceTier?: ServiceTier | undefined;
}

/** Why an answer ends that nothing cut off. */
export function stopReasonOf(callsTools: boolean): StopReason {
  return callsTools ? 'tool_use' : 'end_turn';
}
