// Why the model stopped, in the AI SDK's words; the raw word stays beside it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseResponse.html

import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';

type Unified = LanguageModelV4FinishReason['unified'];

/**
 * The nine stop reasons of the service model, and the words that reach Converse from models and gateways unmapped:
 * Anthropic's `refusal` and `pause_turn`, and the OpenAI forms.
 */
const UNIFIED: { readonly [stopReason: string]: Unified } = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  stop: 'stop',
  tool_use: 'tool-calls',
  'tool-calls': 'tool-calls',
  tool_calls: 'tool-calls',
  max_tokens: 'length',
  length: 'length',
  model_context_window_exceeded: 'length',
  content_filtered: 'content-filter',
  content_filter: 'content-filter',
  'content-filter': 'content-filter',
  guardrail_intervened: 'content-filter',
  refusal: 'content-filter',
  malformed_model_output: 'error',
  malformed_tool_use: 'error',
};

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
  answer: AnswerKind,
): LanguageModelV4FinishReason {
  const known = stopReason === undefined ? undefined : Object.hasOwn(UNIFIED, stopReason);
  // hasOwn has just shown the key, which an index signature cannot tell.
  const unified = known === true ? (UNIFIED[stopReason as string] as Unified) : 'other';
  return { unified: settle(unified, answer), raw: stopReason };
}

function settle(unified: Unified, answer: AnswerKind): Unified {
  if (unified === 'tool-calls' && !answer.clientToolCalls && answer.structuredByTool) return 'stop';
  if (unified === 'stop' && answer.clientToolCalls) return 'tool-calls';
  return unified;
}
