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

/** What the answer held, which decides between `stop` and `tool-calls`. */
export interface AnswerKind {
  /** Calls that the client has to run. */
  readonly clientToolCalls: boolean;
  /** The structured answer came as the input of a tool that nobody but this package knows. */
  readonly structuredByTool: boolean;
}

/**
 * Total: an unknown reason is `other`, never an error. A structured answer by tool is `stop`, because the AI SDK reads an object
 * only from a step that stopped; any call for the client makes it `tool-calls` again.
 */
export function finishReasonOf(
  stopReason: string | undefined,
  { clientToolCalls, structuredByTool }: AnswerKind,
): LanguageModelV4FinishReason {
  let unified = UNIFIED.get(stopReason) ?? 'other';
  if (unified === 'stop' && clientToolCalls) unified = 'tool-calls';
  else if (unified === 'tool-calls' && !clientToolCalls && structuredByTool) unified = 'stop';
  return { unified, raw: stopReason };
}
