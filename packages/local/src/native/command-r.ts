/**
 * Cohere Command R's own body.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html
 * An answer as recorded: https://github.com/open-telemetry/opentelemetry-python-contrib/blob/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_invoke_model_with_content%5Bcohere.command-r%5D.yaml
 * The chunks of a stream as recorded: https://github.com/DataDog/dd-trace-js/blob/master/packages/dd-trace/test/llmobs/cassettes/bedrock-runtime/bedrock-runtime_model_cohere.command-r-v1_0_invoke-with-response-stream_post_e8a880e7.yaml
 * and https://github.com/open-telemetry/opentelemetry-js-contrib/blob/main/packages/instrumentation-aws-sdk/test/mock-responses/bedrock-invokemodelwithstreams-adds-cohere-command-r-model-attributes-to-span.json
 */
import type { ConverseStreamEvent, Json, JsonObject, StopReason, TokenUsage } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { collect } from '../answers/collect.ts';
import { stableUuid } from '../digest.ts';
import { isList } from '../json.ts';
import { readCommandR } from './command-request.ts';
import { invocationMetrics } from './invocation-metrics.ts';
import type { NativeBody, NativeContext } from './native-body.ts';
import { textOf } from './text-answer.ts';

export const commandR: NativeBody = {
  form: 'messages',
  read: readCommandR,
  write: responseOf,
  stream: chunks,
};

function responseOf(
  answer: Pick<WholeAnswer, 'content' | 'stopReason'>,
  { body }: NativeContext,
): JsonObject {
  const { chat_history: before, message = '' } = body;
  const said = textOf(answer);
  const calls = answer.content.flatMap((block) => {
    if (!('toolUse' in block)) return [];
    const { name, input } = block.toolUse;
    return [{ name, parameters: input ?? {} }];
  });
  const tool_calls = calls.length === 0 ? {} : { tool_calls: calls };
  return {
    response_id: `${stableUuid('')}/${stableUuid(JSON.stringify(body))}`,
    text: said,
    generation_id: stableUuid(`generation ${JSON.stringify(body)}`),
    chat_history: [
      ...(isList(before) ? before : []),
      { role: 'USER', message },
      { role: 'CHATBOT', message: said, ...tool_calls },
    ],
    finish_reason: reasonOf(answer.stopReason),
    ...tool_calls,
  };
}

function reasonOf(reason: StopReason): string {
  return reason === 'max_tokens' ? 'MAX_TOKENS' : 'COMPLETE';
}

/** What the service bills and what the model read and wrote: there its template counts, too. A whole answer tells neither. */
function metaOf({ inputTokens, outputTokens }: TokenUsage): JsonObject {
  const counts = { input_tokens: inputTokens, output_tokens: outputTokens };
  return { api_version: { version: '1' }, billed_units: counts, tokens: counts };
}

/** Cohere's own event at the start is not among them. The last chunk repeats the whole answer. */
async function* chunks(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
): AsyncGenerator<Json> {
  const seen: ConverseStreamEvent[] = [];
  for await (const event of events) {
    seen.push(event);
    if ('contentBlockDelta' in event && 'text' in event.contentBlockDelta.delta) {
      const { text } = event.contentBlockDelta.delta;
      yield { is_finished: false, event_type: 'text-generation', text };
    } else if ('metadata' in event) {
      const answer = await collect(seen);
      yield {
        is_finished: true,
        event_type: 'stream-end',
        response: { ...responseOf(answer, context), meta: metaOf(event.metadata.usage) },
        finish_reason: reasonOf(answer.stopReason),
        'amazon-bedrock-invocationMetrics': invocationMetrics(event.metadata, context.latencyMs()),
      };
    }
  }
}
