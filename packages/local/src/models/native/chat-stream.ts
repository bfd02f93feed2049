/**
 * An answer as the chunks of a chat completion. Who asks for it with `stream_options.include_usage` gets the counts in a chunk
 * of their own, which is then the last.
 *
 * As recorded: https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/TestOpenAIInvokeModelWithResponseStream.test_streaming.yaml
 */
import type { ConverseStreamEvent, Json, JsonObject } from '@bedrock-kit/protocol';
import { memberAt } from '../../json.ts';
import { countTokens } from '../tokens.ts';
import {
  callId,
  type ChatDialect,
  closeTag,
  finishReason,
  frameOf,
  openTag,
  usageOf,
} from './chat-answer.ts';
import { invocationMetrics, type NativeContext } from './native-body.ts';

export async function* chatChunks(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
  dialect: ChatDialect,
): AsyncGenerator<Json> {
  const frame = frameOf(context, 'chat.completion.chunk');
  const counted = memberAt(context.body, ['stream_options', 'include_usage']) === true;
  const chunk = (delta: JsonObject, finish_reason: string | null, usage: Json = null): JsonObject => ({
    choices: [{ delta, finish_reason, index: 0 }],
    ...frame,
    ...(counted && { usage }),
  });
  let thoughts = '';
  let thinking = false;
  let calls = -1;
  let finish = 'stop';
  for await (const event of events) {
    if ('messageStart' in event) yield chunk({ content: '', role: 'assistant', refusal: null }, null);
    else if ('contentBlockStart' in event && 'toolUse' in event.contentBlockStart.start) {
      const { toolUseId, name } = event.contentBlockStart.start.toolUse;
      calls += 1;
      const call = {
        index: calls,
        id: callId(toolUseId, dialect),
        type: 'function',
        function: { name, arguments: '' },
      };
      yield chunk({ tool_calls: [call] }, null);
    } else if ('contentBlockDelta' in event) {
      const { delta } = event.contentBlockDelta;
      if ('text' in delta) yield chunk({ content: delta.text }, null);
      else if ('toolUse' in delta)
        yield chunk({ tool_calls: [{ index: calls, function: { arguments: delta.toolUse.input } }] }, null);
      else if ('reasoningContent' in delta && 'text' in delta.reasoningContent) {
        const { text } = delta.reasoningContent;
        thoughts += text;
        if (dialect.thoughts === 'tagged') yield chunk({ content: thinking ? text : openTag + text }, null);
        thinking = true;
      }
    } else if ('contentBlockStop' in event && thinking) {
      thinking = false;
      if (dialect.thoughts === 'tagged') yield chunk({ content: closeTag }, null);
    } else if ('messageStop' in event) finish = finishReason(event.messageStop.stopReason);
    else if ('metadata' in event) {
      const usage = usageOf(event.metadata.usage, countTokens(thoughts), dialect);
      const metrics = invocationMetrics(event.metadata, context.latencyMs());
      const end = chunk({}, finish, usage);
      if (counted) yield end;
      const last = counted ? { choices: [], ...frame, usage } : end;
      yield { ...last, 'amazon-bedrock-invocationMetrics': metrics };
    }
  }
}
