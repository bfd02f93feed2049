/**
 * Cohere Command R's own body.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html
 * An answer as recorded: https://github.com/open-telemetry/opentelemetry-python-contrib/blob/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_invoke_model_with_content%5Bcohere.command-r%5D.yaml
 * The chunks of a stream, as a program reads them: https://github.com/lobehub/lobe-chat, src/libs/agent-runtime/utils/streams/bedrock/cohere.ts
 */
import type { ConverseStreamEvent, Json, JsonObject, StopReason } from '@bedrock-kit/protocol';
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
  words: ['text'],
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
    generation_id: generationOf(body),
    chat_history: [
      ...(isList(before) ? before : []),
      { role: 'USER', message },
      { role: 'CHATBOT', message: said, ...tool_calls },
    ],
    finish_reason: reasonOf(answer.stopReason),
    ...tool_calls,
  };
}

function generationOf(body: JsonObject): string {
  return stableUuid(`generation ${JSON.stringify(body)}`);
}

function reasonOf(reason: StopReason): string {
  return reason === 'max_tokens' ? 'MAX_TOKENS' : 'COMPLETE';
}

/** The last chunk repeats the whole answer. */
async function* chunks(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
): AsyncGenerator<Json> {
  const seen: ConverseStreamEvent[] = [];
  for await (const event of events) {
    seen.push(event);
    if ('messageStart' in event) {
      const generation_id = generationOf(context.body);
      yield { is_finished: false, event_type: 'stream-start', generation_id };
    } else if ('contentBlockDelta' in event && 'text' in event.contentBlockDelta.delta) {
      const { text } = event.contentBlockDelta.delta;
      yield { is_finished: false, event_type: 'text-generation', text };
    } else if ('metadata' in event) {
      const answer = await collect(seen);
      yield {
        is_finished: true,
        event_type: 'stream-end',
        response: responseOf(answer, context),
        finish_reason: reasonOf(answer.stopReason),
        'amazon-bedrock-invocationMetrics': invocationMetrics(event.metadata, context.latencyMs()),
      };
    }
  }
}
