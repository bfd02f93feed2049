/**
 * An answer as a chat completion, in the form of OpenAI.
 *
 * As recorded of GPT: https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/TestOpenAIInvokeModel.test_invoke_model.yaml
 * Thoughts of gpt-oss: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 */
import type { ContentBlock, JsonObject, StopReason, TokenUsage, ToolUseBlock } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { citedText } from '../answers/cited-text.ts';
import { thoughtTokensOf } from '../answers/usage.ts';
import { stableId, stableUuid } from '../digest.ts';
import type { NativeContext } from './native-body.ts';

/** What the families that speak this form do differently. */
export interface ChatDialect {
  /** `tagged`: before the text, between tags. `hidden`: they are counted and not shown. */
  readonly thoughts: 'tagged' | 'hidden';
  /** Whether messages have annotations, and counts have details. */
  readonly detailed: boolean;
  /** How many characters the id of a call has, where the model takes no other: Mistral's template wants nine. */
  readonly idLength?: number;
}

export const openTag = '<reasoning>';
export const closeTag = '</reasoning>';

export function chatCompletion(
  answer: WholeAnswer,
  context: NativeContext,
  dialect: ChatDialect,
): JsonObject {
  const { content, stopReason, usage } = answer;
  const { words, calls } = saidIn(content, dialect);
  const message = {
    ...(dialect.detailed && { annotations: [] }),
    content: words,
    refusal: null,
    role: 'assistant',
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  return {
    choices: [{ finish_reason: finishReason(stopReason), index: 0, message }],
    ...frameOf(context, 'chat.completion'),
    usage: usageOf(usage, thoughtTokensOf(content), dialect),
  };
}

/** The members that an answer and each of its chunks begin with; `isBare` as the chunks of gpt-oss are. */
export function frameOf({ request, now }: NativeContext, object: string, isBare = false): JsonObject {
  const asked = JSON.stringify(request.messages ?? []);
  return {
    created: Math.floor(now().getTime() / 1000),
    id: `chatcmpl-${isBare ? stableUuid(asked) : stableId(asked, 29)}`,
    model: request.modelId,
    object,
    service_tier: 'default',
    ...(!isBare && { system_fingerprint: null }),
  };
}

const finishReasons: Partial<Readonly<Record<StopReason, string>>> = {
  max_tokens: 'length',
  tool_use: 'tool_calls',
  content_filtered: 'content_filter',
};

export function finishReason(reason: StopReason): string {
  return finishReasons[reason] ?? 'stop';
}

/** The words of a message, null where it calls tools and says nothing, and its calls. */
export function saidIn(
  content: WholeAnswer['content'],
  dialect: ChatDialect,
): { words: string | null; calls: JsonObject[] } {
  const words = content.map((block) => wordsOf(block, dialect)).join('');
  const calls = content.flatMap((block) => ('toolUse' in block ? [toolCall(block.toolUse, dialect)] : []));
  return { words: words === '' && calls.length > 0 ? null : words, calls };
}

function wordsOf(block: ContentBlock, { thoughts }: ChatDialect): string {
  if ('text' in block) return block.text;
  if ('citationsContent' in block) return citedText(block.citationsContent);
  if (thoughts === 'hidden' || !('reasoningContent' in block)) return '';
  const { reasoningContent } = block;
  return 'reasoningText' in reasoningContent ? openTag + reasoningContent.reasoningText.text + closeTag : '';
}

/** A call as it stands in a message. */
function toolCall({ toolUseId, name, input }: ToolUseBlock, dialect: ChatDialect): JsonObject {
  const written = JSON.stringify(input ?? {});
  return { id: callId(toolUseId, dialect), type: 'function', function: { name, arguments: written } };
}

export function callId(toolUseId: string, { idLength }: Pick<ChatDialect, 'idLength'>): string {
  return idLength === undefined ? toolUseId : toolUseId.slice(-idLength);
}

export function usageOf(
  { inputTokens, outputTokens, totalTokens }: TokenUsage,
  reasoning: number,
  { detailed }: ChatDialect,
): JsonObject {
  const counts = { completion_tokens: outputTokens, prompt_tokens: inputTokens, total_tokens: totalTokens };
  if (!detailed) return counts;
  return {
    ...counts,
    completion_tokens_details: {
      accepted_prediction_tokens: 0,
      audio_tokens: 0,
      reasoning_tokens: reasoning,
      rejected_prediction_tokens: 0,
    },
    prompt_tokens_details: { audio_tokens: 0, cache_write_tokens: 0, cached_tokens: 0 },
  };
}
