/**
 * Mistral's chat completion, which is older than that of the open-weight models: the chunks of a stream are messages, and a call of a
 * tool comes in one piece.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html
 * Chunks as their readers saw them: https://github.com/lobehub/lobe-chat, src/libs/agent-runtime/utils/streams/bedrock/mistral.ts.
 * A member that is refused: https://github.com/BerriAI/litellm/issues/5592
 * Pixtral's answer: https://github.com/BerriAI/litellm/issues/10360
 */
import type { ContentBlock, ConverseStreamEvent, Json, JsonObject, StopReason } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { stableUuid } from '../digest.ts';
import { callId, finishReason } from './chat-answer.ts';
import { readChat } from './chat-request.ts';
import { invocationMetrics } from './invocation-metrics.ts';
import type { NativeBody, NativeContext } from './native-body.ts';
import { checkKeys } from './schema-check.ts';
import { textOf } from './text-answer.ts';

/** Ids of calls are Bedrock's own without their prefix. */
const ids = { idLength: 22 };

function withPrefix(id: string): string {
  return /^[\w-]{22}$/.test(id) ? `tooluse_${id}` : id;
}

const members = ['max_tokens', 'messages', 'temperature', 'tool_choice', 'tools', 'top_p'];

export const mistralChat: NativeBody = {
  form: 'messages',
  read(body, modelId, context) {
    if (context.rules === 'aws') checkKeys(body, '', { known: members, refusal: 'Validation Error' });
    return readChat(body, modelId, context, withPrefix);
  },
  write: ({ content, stopReason }) => choiceOf(messageOf(content), stopReason),
  stream: chunks,
};

/** Without a stream, for no source shows its chunks. */
export const pixtralChat: NativeBody = {
  form: 'messages',
  read: (body, modelId, context) => readChat(body, modelId, context, withPrefix),
  write(answer, { request, now }) {
    const { inputTokens, outputTokens, totalTokens } = answer.usage;
    const { content, tool_calls = null } = messageOf(answer.content);
    const nothing = { logprobs: null, context_logits: null, generation_logits: null };
    const message = { role: 'assistant', tool_calls, index: null, tool_call_id: null, content, audio: null };
    return {
      id: stableUuid(JSON.stringify(request.messages ?? [])),
      object: 'chat.completion',
      created: Math.floor(now().getTime() / 1000),
      model: request.modelId.replace(/^.*mistral\./, '').replace(/-v\d.*$/, ''),
      choices: [{ index: 0, message, finish_reason: finishReason(answer.stopReason), ...nothing }],
      usage: {
        prompt_tokens: inputTokens,
        total_tokens: totalTokens,
        completion_tokens: outputTokens,
        request_count: null,
      },
    };
  },
};

interface ChatMessage {
  readonly role: 'assistant';
  readonly content: string;
  readonly tool_calls?: JsonObject[];
}

function messageOf(content: WholeAnswer['content']): ChatMessage & JsonObject {
  const calls = content.flatMap((block) => ('toolUse' in block ? [callOf(block)] : []));
  return { role: 'assistant', content: textOf({ content }), ...(calls.length > 0 && { tool_calls: calls }) };
}

function callOf({ toolUse }: Extract<ContentBlock, { toolUse: unknown }>): JsonObject {
  const { toolUseId, name, input } = toolUse;
  return { id: callId(toolUseId, ids), function: { name, arguments: JSON.stringify(input ?? {}) } };
}

function choiceOf(message: JsonObject, stopReason: StopReason | undefined): JsonObject {
  const stop_reason = stopReason === undefined ? null : finishReason(stopReason);
  return { choices: [{ index: 0, message, stop_reason }] };
}

async function* chunks(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
): AsyncGenerator<Json> {
  const calls: { readonly id: string; readonly name: string; written: string }[] = [];
  let stopReason: StopReason = 'end_turn';
  for await (const event of events) {
    if ('contentBlockStart' in event && 'toolUse' in event.contentBlockStart.start) {
      const { toolUseId, name } = event.contentBlockStart.start.toolUse;
      calls.push({ id: callId(toolUseId, ids), name, written: '' });
    } else if ('contentBlockDelta' in event) {
      const { delta } = event.contentBlockDelta;
      const call = calls.at(-1);
      if ('toolUse' in delta && call !== undefined) call.written += delta.toolUse.input;
      if ('text' in delta) yield choiceOf({ role: 'assistant', content: delta.text }, undefined);
    } else if ('messageStop' in event) ({ stopReason } = event.messageStop);
    else if ('metadata' in event) {
      const tool_calls = calls.map(({ id, name, written }) => ({
        id,
        function: { name, arguments: written },
      }));
      const message = { role: 'assistant', content: '', ...(calls.length > 0 && { tool_calls }) };
      const metrics = invocationMetrics(event.metadata, context.latencyMs());
      yield { ...choiceOf(message, stopReason), 'amazon-bedrock-invocationMetrics': metrics };
    }
  }
}
