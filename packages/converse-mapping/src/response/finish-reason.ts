// Why the model stopped, in the AI SDK's words; the raw word stays beside it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseResponse.html

import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';

type Unified = LanguageModelV4FinishReason['unified'];

/**
 * The nine stop reasons of the service model, and the words that reach Converse from models and gateways unmapped:
 * Anthropic's `refusal`, the OpenAI forms, and those of a tool of Nova's that failed, the last three of `error`:
 * https://docs.aws.amazon.com/nova/latest/nova2-userguide/request-response-schema.html. Whether it stopped for calls is told by the calls.
 */
const STOP_REASONS: readonly (readonly [unified: Unified, ...stopReasons: (string | undefined)[]])[] = [
  ['stop', 'end_turn', 'stop_sequence', 'stop', 'tool_use', 'tool-calls', 'tool_calls'],
  ['length', 'max_tokens', 'length', 'model_context_window_exceeded'],
  [
    'content-filter',
    'content_filtered',
    'content_filter',
    'content-filter',
    'guardrail_intervened',
    'refusal',
  ],
  [
    'error',
    'malformed_model_output',
    'malformed_tool_use',
    'service_unavailable',
    'invalid_query',
    'max_tool_invocations',
  ],
];

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
  const unified = STOP_REASONS.find(([, ...reasons]) => reasons.includes(stopReason))?.[0] ?? 'other';
  return { unified: unified === 'stop' && clientToolCalls ? 'tool-calls' : unified, raw: stopReason };
}
