// Why the model stopped, in the AI SDK's words; the raw word stays beside it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseResponse.html

import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';

type Unified = LanguageModelV4FinishReason['unified'];

/**
 * The nine stop reasons of the service model, and the words that reach Converse from models and gateways unmapped:
 * Anthropic's `refusal` and `pause_turn`, and the OpenAI forms.
 */
const STOP_REASONS: { readonly [unified in Unified]?: string } = {
  stop: 'end_turn stop_sequence stop',
  'tool-calls': 'tool_use tool-calls tool_calls',
  length: 'max_tokens length model_context_window_exceeded',
  'content-filter': 'content_filtered content_filter content-filter guardrail_intervened refusal',
  error: 'malformed_model_output malformed_tool_use',
};

const UNIFIED = new Map<string | undefined, Unified>(
  Object.entries(STOP_REASONS).flatMap(([unified, reasons]) =>
    // Object.entries forgets that the keys are those of the table.
    reasons.split(' ').map((reason) => [reason, unified as Unified] as const),
  ),
);

/**
 * An unknown reason is `other`, never an error. Without a call for the client `tool_use` is `stop`, because the AI SDK reads an
 * answer only from a step that stopped: a structured answer by tool, or text that ends with that reason all the same, as Claude's
 * sometimes does (https://github.com/strands-rl/strands-env/pull/252). With such a call `end_turn` is `tool-calls`, too.
 *
 * @param clientToolCalls whether the answer holds calls that the client has to run.
 */
export function finishReasonOf(
  stopReason: string | undefined,
  clientToolCalls: boolean,
): LanguageModelV4FinishReason {
  const unified = UNIFIED.get(stopReason) ?? 'other';
  const stopped = unified === 'stop' || unified === 'tool-calls';
  return { unified: stopped ? (clientToolCalls ? 'tool-calls' : 'stop') : unified, raw: stopReason };
}
