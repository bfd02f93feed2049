/**
 * Writer's Palmyra X4 and X5: a chat completion that has every member, be it empty.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-palmyra-x5.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-palmyra-x4.html
 * The newer name of the limit is refused: https://github.com/promptfoo/promptfoo/blob/main/src/providers/bedrock/index.ts
 */
import type { ConverseRequest, JsonObject } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { stableUuid } from '../digest.ts';
import { type ChatDialect, finishReason, saidIn } from './chat-answer.ts';
import { readChat } from './chat-request.ts';
import { checkCount, optionalIntegerIn, optionalNumberIn } from './json-fields.ts';
import type { NativeBody, NativeContext, ReadContext } from './native-body.ts';
import { malformedInput } from './schema-check.ts';

/** By the table on the pages. */
const mostStops = 4;
const penalties = [-2, 2] as const;

const dialect: ChatDialect = { thoughts: 'hidden', detailed: false };

/** Without a stream, for no source shows its chunks. */
export const palmyra: NativeBody = { form: 'messages', read, write };

function read(body: JsonObject, modelId: string, context: ReadContext): ConverseRequest {
  const request = readChat(body, modelId, context);
  if (context.rules === 'aws') checkLimits(body, request, context);
  return request;
}

function checkLimits(
  body: JsonObject,
  { modelId, inferenceConfig }: ConverseRequest,
  { models }: ReadContext,
): void {
  if (body['max_completion_tokens'] !== undefined)
    throw malformedInput('#: extraneous key [max_completion_tokens] is not permitted');
  const { maxOutputTokens: longest } = models.capabilities(modelId);
  optionalIntegerIn(body, 'max_tokens', '', [1, longest === 'unknown' ? Infinity : longest]);
  optionalIntegerIn(body, 'min_tokens', '', [0, inferenceConfig?.maxTokens ?? Infinity]);
  optionalNumberIn(body, 'presence_penalty', '', penalties);
  optionalNumberIn(body, 'frequency_penalty', '', penalties);
  const { stopSequences: stops = [] } = inferenceConfig ?? {};
  if (stops.length > 0) checkCount(stops, '/stop', mostStops);
}

function write({ content, stopReason, usage }: WholeAnswer, context: NativeContext): JsonObject {
  const { baseModelId, request, now } = context;
  const { words, calls } = saidIn(content, dialect);
  const message = { role: 'assistant', reasoning_content: null, content: words, tool_calls: calls };
  const id = stableUuid(JSON.stringify(request.messages ?? [])).replaceAll('-', '');
  return {
    id: `chatcmpl-${id}`,
    object: 'chat.completion',
    created: Math.floor(now().getTime() / 1000),
    model: baseModelId,
    choices: [
      { index: 0, message, logprobs: null, finish_reason: finishReason(stopReason), stop_reason: null },
    ],
    usage: {
      prompt_tokens: usage.inputTokens,
      total_tokens: usage.totalTokens,
      completion_tokens: usage.outputTokens,
      prompt_tokens_details: null,
    },
    prompt_logprobs: null,
  };
}
