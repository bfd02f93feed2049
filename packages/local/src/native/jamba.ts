/**
 * AI21's Jamba: a chat completion with the time that it took. A chunk of its stream counts the tokens so far, and the metrics come in one
 * of their own.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html
 * An answer as recorded: https://github.com/Arize-ai/openinference/blob/main/js/packages/openinference-instrumentation-bedrock/test/recordings/should-handle-ai21-jamba-models.json
 * and its chunks: https://github.com/DataDog/dd-trace-js/blob/master/packages/dd-trace/test/llmobs/cassettes/bedrock-runtime/bedrock-runtime_model_ai21.jamba-1-5-mini-v1_0_invoke-with-response-stream_post_5f96d68e.yaml
 * Calls of tools have the form of every chat completion, which OpenInference reads of Jamba; none was recorded.
 */
import type { ConverseStreamEvent, Json, JsonObject, StopReason } from '@bedrock-kit/protocol';
import { countInputTokens } from '../caching/prompt.ts';
import { stableUuid } from '../digest.ts';
import { countTokens } from '../tokens.ts';
import { type ChatDialect, finishReason, saidIn, usageOf } from './chat-answer.ts';
import { readChat } from './chat-request.ts';
import { invocationMetrics } from './invocation-metrics.ts';
import { optionalIntegerIn } from './json-fields.ts';
import type { NativeBody, NativeContext } from './native-body.ts';

/** The most tokens of an answer, and as many as it has where the request sets no limit, by the page. */
const longest = 4096;

/** What ended an answer that came to its end: the number of Jamba's token for that, as recorded. */
const endToken = 518;

const dialect: ChatDialect = { thoughts: 'hidden', detailed: false };

export const jamba: NativeBody = {
  form: 'messages',
  read(body, modelId, context) {
    const { inferenceConfig, ...request } = readChat(body, modelId, context);
    optionalIntegerIn(body, 'max_tokens', '', [1, longest]);
    const maxTokens = inferenceConfig?.maxTokens ?? longest;
    return { ...request, inferenceConfig: { ...inferenceConfig, maxTokens } };
  },
  write({ content, stopReason, usage }, context) {
    const { words, calls } = saidIn(content, dialect);
    const message = { role: 'assistant', content: words, tool_calls: calls.length > 0 ? calls : null };
    return {
      id: idOf(context),
      choices: [{ index: 0, message, finish_reason: finishReason(stopReason) }],
      usage: usageOf(usage, 0, dialect),
      meta: { requestDurationMillis: context.latencyMs() },
      // The name at AI21: `jamba-1.5-mini` is behind `ai21.jamba-1-5-mini-v1:0`.
      model: context.baseModelId.replace(/^.*(jamba-\d+)-(\d+-[a-z]+).*$/, '$1.$2'),
    };
  },
  words: ['choices', '0', 'delta', 'content'],
  stream: chunks,
};

function idOf({ request }: NativeContext): string {
  return `chatcmpl-${stableUuid(JSON.stringify(request.messages ?? []))}`;
}

async function* chunks(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
): AsyncGenerator<Json> {
  const id = idOf(context);
  const inputTokens = context.whole?.usage.inputTokens ?? (await countInputTokens(context.request));
  let outputTokens = 0;
  let calls = -1;
  let stopReason: StopReason = 'end_turn';
  const chunk = (delta: JsonObject): JsonObject => ({
    id,
    choices: [{ index: 0, delta, finish_reason: null }],
    usage: usageOf({ inputTokens, outputTokens, totalTokens: inputTokens + outputTokens }, 0, dialect),
  });
  for await (const event of events) {
    if ('messageStart' in event) yield chunk({ role: 'assistant', content: '' });
    else if ('contentBlockStart' in event && 'toolUse' in event.contentBlockStart.start) {
      const { toolUseId, name } = event.contentBlockStart.start.toolUse;
      calls += 1;
      outputTokens += countTokens(name);
      const called = { name, arguments: '' };
      yield chunk({ tool_calls: [{ index: calls, id: toolUseId, type: 'function', function: called }] });
    } else if ('contentBlockDelta' in event) {
      const { delta } = event.contentBlockDelta;
      if ('text' in delta) {
        outputTokens += countTokens(delta.text.trimEnd());
        yield chunk({ content: delta.text });
      } else if ('toolUse' in delta) {
        outputTokens += countTokens(delta.toolUse.input);
        yield chunk({ tool_calls: [{ index: calls, function: { arguments: delta.toolUse.input } }] });
      }
    } else if ('messageStop' in event) ({ stopReason } = event.messageStop);
    else if ('metadata' in event) {
      const ended = stopReason === 'end_turn' ? { stop_reason: endToken } : {};
      yield {
        id,
        choices: [{ index: 0, delta: { content: '' }, finish_reason: finishReason(stopReason), ...ended }],
        usage: usageOf(event.metadata.usage, 0, dialect),
        meta: { requestDurationMillis: context.latencyMs() },
      };
      const metrics = invocationMetrics(event.metadata, context.latencyMs());
      yield { 'amazon-bedrock-invocationMetrics': metrics };
    }
  }
}
