/**
 * Converse and ConverseStream.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
import {
  type ConverseRequest,
  type ConverseStreamEvent,
  type ConverseStreamRequest,
  type TokenUsage,
} from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { wholeOf } from '../answers/collect.ts';
import { eventsOf } from '../answers/events.ts';
import { converse } from '../models/language-turn.ts';
import { events as eventShapes } from '../own-models/part-kinds.ts';
import type { StreamItem } from '../service/stream-body.ts';
import { serializeShape } from '../wire/serialize.ts';
import type { OperationHandler } from './operation.ts';

export const answerConverse: OperationHandler<ConverseRequest> = async (call) => {
  const answer = await wholeOf(await converse(call, call.input));
  return { kind: 'json', output: converseOutput(answer, call.elapsedMs()), usage: answer.usage };
};

export const answerConverseStream: OperationHandler<ConverseStreamRequest> = async (call) => {
  const turn = await converse(call, call.input);
  const items =
    'whole' in turn
      ? itemsOf(eventsOf(turn.whole, call.elapsedMs, 'unasked' in turn ? (text) => [text] : undefined))
      : itemsAsTheyCome(turn.events);
  return { kind: 'stream', items, headers: [] };
};

/** The answer as Converse's output. */
function converseOutput({ content, usage, trace, ...rest }: WholeAnswer, latencyMs: number): object {
  return {
    output: { message: { role: 'assistant', content } },
    ...rest,
    usage: accountOf(usage),
    // The trace of a stream leaves the empty list out.
    trace: trace?.guardrail ? { ...trace, guardrail: { modelOutput: [], ...trace.guardrail } } : trace,
    metrics: { latencyMs },
  };
}

/**
 * The usage as it is sent, with what AWS's model of the service does not declare: each count of the cache under a second name, and
 * `serverToolUsage`, which is empty because no tool of Bedrock's own ran. As recorded of Claude, Nova and MiniMax:
 * https://github.com/agentjido/req_llm/tree/19748e930d0c6049d1b42196f8cb1a4915638967/test/support/fixtures/amazon_bedrock
 * https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_bedrock/test_bedrock_native_output_minimax.yaml
 */
function accountOf(usage: TokenUsage): object {
  const { cacheReadInputTokens: read, cacheWriteInputTokens: written } = usage;
  return {
    serverToolUsage: {},
    ...(read !== undefined && { cacheReadInputTokenCount: read }),
    ...(written !== undefined && { cacheWriteInputTokenCount: written }),
    ...usage,
  };
}

function* itemsOf(events: Iterable<ConverseStreamEvent>): Generator<StreamItem> {
  for (const event of events) yield itemOf(event);
}

async function* itemsAsTheyCome(events: AsyncIterable<ConverseStreamEvent>): AsyncGenerator<StreamItem> {
  for await (const event of events) yield itemOf(event);
}

/** An event is an object with one key: its name. */
function itemOf(event: ConverseStreamEvent): StreamItem {
  const usage = 'metadata' in event ? event.metadata.usage : undefined;
  const [name, value] = Object.entries(event as Record<string, unknown>)[0] ?? ['', {}];
  const said = usage === undefined ? value : { ...(value as object), usage: accountOf(usage) };
  const shape = eventShapes[name];
  const payload = shape === undefined ? said : serializeShape(shape, said);
  return { name, payload, usage };
}
