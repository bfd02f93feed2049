/**
 * The answers of Amazon Nova's own body, piece by piece: Converse's events, each a chunk.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 */
import {
  ConverseStream,
  type ConverseStreamEvent,
  type Json,
  type JsonObject,
  type Shape,
  type TokenUsage,
} from '@bedrock-kit/protocol';
import { serializeShape } from '../wire/serialize.ts';
import { cacheMetrics } from './invocation-metrics.ts';
import type { NativeContext } from './native-body.ts';

/**
 * Each piece of text is a block of its own, and the input of a call comes in one piece.
 * https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/TestNovaInvokeModelWithResponseStream.test_nova_micro_streaming.yaml
 * https://github.com/open-telemetry/opentelemetry-python-contrib/blob/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_invoke_model_with_response_stream_with_content_tool_call%5Bamazon.nova%5D.yaml
 */
async function* apart(events: AsyncIterable<ConverseStreamEvent>): AsyncGenerator<ConverseStreamEvent> {
  // Converse's places of the blocks that are more than a text, each with its place here.
  const places = new Map<number, number>();
  const inputs = new Map<number, string>();
  let next = 0;
  const placeOf = (index: number): number => {
    const place = places.get(index) ?? next++;
    places.set(index, place);
    return place;
  };
  for await (const event of events) {
    if ('contentBlockStart' in event) {
      const { contentBlockIndex, start } = event.contentBlockStart;
      yield { contentBlockStart: { start, contentBlockIndex: placeOf(contentBlockIndex) } };
    } else if ('contentBlockDelta' in event) {
      const { contentBlockIndex: index, delta } = event.contentBlockDelta;
      if ('toolUse' in delta) {
        inputs.set(index, (inputs.get(index) ?? '') + delta.toolUse.input);
        continue;
      }
      const contentBlockIndex = 'text' in delta ? next++ : placeOf(index);
      yield { contentBlockDelta: { delta, contentBlockIndex } };
      if ('text' in delta) yield { contentBlockStop: { contentBlockIndex } };
    } else if ('contentBlockStop' in event) {
      const { contentBlockIndex: index } = event.contentBlockStop;
      const input = inputs.get(index);
      if (input !== undefined)
        yield { contentBlockDelta: { delta: { toolUse: { input } }, contentBlockIndex: placeOf(index) } };
      const contentBlockIndex = places.get(index);
      if (contentBlockIndex !== undefined) yield { contentBlockStop: { contentBlockIndex } };
    } else yield event;
  }
}

export async function* streamNova(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
): AsyncGenerator<Json> {
  const stream = ConverseStream.output.optional?.['stream'];
  for await (const event of apart(events)) {
    const written = (part: object): JsonObject => (stream === undefined ? {} : jsonOf(stream, part));
    if ('messageStop' in event) {
      const { messageStop } = event;
      yield written({ messageStop: { ...messageStop, stopReason: stopReasonOf(messageStop.stopReason) } });
      continue;
    }
    if (!('metadata' in event)) {
      yield written(event);
      continue;
    }
    const { metadata } = event;
    // Both are empty, as recorded: the numbers, and the trace of a guardrail, stand beside them.
    // https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_nova/test_nova_invoke_stream_with_events_with_content.yaml
    yield {
      ...written({ metadata: { usage: usageOf(metadata.usage), metrics: {}, trace: {} } }),
      'amazon-bedrock-invocationMetrics': cacheMetrics(metadata, context.latencyMs()),
    };
  }
}

/**
 * A guardrail stands around the model, which does not know of it.
 * https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_nova/test_nova_completion_with_events_with_no_content.yaml
 */
export function stopReasonOf(reason: string): string {
  return reason === 'guardrail_intervened' ? 'end_turn' : reason;
}

/**
 * The counts under Nova's own names, as recorded answers have them; a stream tells no total.
 * https://github.com/Arize-ai/openinference/pull/3039 reads the former.
 */
export function usageOf({
  inputTokens,
  outputTokens,
  cacheReadInputTokens: cacheReadInputTokenCount = 0,
  cacheWriteInputTokens: cacheWriteInputTokenCount = 0,
}: TokenUsage): object {
  return { inputTokens, outputTokens, cacheReadInputTokenCount, cacheWriteInputTokenCount };
}

export function jsonOf(shape: Shape, value: object): JsonObject {
  // An object that is written by its shape becomes a JSON object.
  return serializeShape(shape, value) as JsonObject;
}
