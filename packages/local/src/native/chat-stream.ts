/**
 * An answer as the chunks of a chat completion. With `stream_options.include_usage` the counts come in a chunk of their own, which is
 * then the last. While gpt-oss thinks, its chunks have an empty delta; then one chunk has all of its thoughts.
 *
 * As recorded of GPT: https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/TestOpenAIInvokeModelWithResponseStream.test_streaming.yaml
 * and of gpt-oss: https://github.com/Arize-ai/openinference/blob/main/js/packages/openinference-instrumentation-bedrock/test/recordings/should-handle-openai-gpt-oss-streaming-without-include-usage.json
 */
import type { ConverseStreamEvent, Json, JsonObject } from '@bedrock-kit/protocol';
import { blockTokens } from '../answers/usage.ts';
import { hash32, stableId } from '../digest.ts';
import { memberAt } from '../json.ts';
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
import { invocationMetrics } from './invocation-metrics.ts';
import type { NativeContext } from './native-body.ts';

export async function* chatChunks(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
  dialect: ChatDialect,
): AsyncGenerator<Json> {
  const isTagged = dialect.thoughts === 'tagged';
  const isObfuscated =
    (isTagged || dialect.detailed) &&
    memberAt(context.body, ['stream_options', 'include_obfuscation']) !== false;
  let index = 0;
  for await (const chunk of plainChunks(events, context, dialect)) {
    index += 1;
    if (!isObfuscated) yield chunk;
    else if (!isTagged) yield { ...chunk, ...obfuscation(index) };
    else {
      const choices = chunk.choices.map((choice) => ({ ...choice, ...obfuscation(-index) }));
      yield { ...chunk, choices, ...obfuscation(index) };
    }
  }
}

/**
 * Characters that hide the length of a text, unless `stream_options.include_obfuscation` turns them off. The service draws them at
 * random; here they follow from the place of the chunk.
 *
 * https://platform.openai.com/docs/api-reference/chat/create
 */
function obfuscation(index: number): { readonly obfuscation: string } {
  const seed = String(index);
  return { obfuscation: stableId(seed, 1 + (hash32(seed) % 62)) };
}

interface Chunk extends JsonObject {
  readonly choices: readonly JsonObject[];
}

async function* plainChunks(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
  dialect: ChatDialect,
): AsyncGenerator<Chunk> {
  const isTagged = dialect.thoughts === 'tagged';
  const frame = frameOf(context, 'chat.completion.chunk', isTagged);
  const counted = memberAt(context.body, ['stream_options', 'include_usage']) === true;
  const chunk = (delta: JsonObject, finish_reason: string | null, usage: Json = null): Chunk => ({
    choices: [{ delta, finish_reason, index: 0 }],
    ...frame,
    ...(counted && { usage }),
  });
  let thoughts = '';
  let thoughtTokens = 0;
  let thinking = false;
  let calls = -1;
  let finish = 'stop';
  for await (const event of events) {
    if ('messageStart' in event)
      yield chunk({ content: '', role: 'assistant', ...(!isTagged && { refusal: null }) }, null);
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
        thoughts += delta.reasoningContent.text;
        thinking = true;
        if (isTagged) yield chunk({}, null);
      } else if ('reasoningContent' in delta && 'redactedContent' in delta.reasoningContent)
        thoughtTokens += blockTokens({ reasoningContent: delta.reasoningContent });
    } else if ('contentBlockStop' in event && thinking) {
      thinking = false;
      if (isTagged) yield chunk({ content: openTag + thoughts + closeTag }, null);
      thoughtTokens += countTokens(thoughts);
      thoughts = '';
    } else if ('messageStop' in event) finish = finishReason(event.messageStop.stopReason);
    else if ('metadata' in event) {
      const usage = usageOf(event.metadata.usage, thoughtTokens, dialect);
      const metrics = invocationMetrics(event.metadata, context.latencyMs());
      const end = chunk({}, finish, usage);
      if (counted) yield end;
      const last = counted ? { choices: [], ...frame, usage } : end;
      yield { ...last, 'amazon-bedrock-invocationMetrics': metrics };
    }
  }
}
