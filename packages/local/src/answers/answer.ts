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
  readonly stopReason: StopReason;
  readonly usage: TokenUsage;
  readonly additionalModelResponseFields?: Json | undefined;
  readonly trace?: ConverseTrace | undefined;
  readonly performanceConfig?: PerformanceConfiguration | undefined;
  readonly serviceTier?: ServiceTier | undefined;
}

/** Why an answer ends that nothing cut off. */
export function stopReasonOf(callsTools: boolean): StopReason {
  return callsTools ? 'tool_use' : 'end_turn';
}
