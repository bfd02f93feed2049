/**
 * Converse and ConverseStream.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
import {
  type ConverseRequest,
  ConverseStream,
  type ConverseStreamEvent,
  type ConverseStreamRequest,
  type Shape,
} from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../models/answer.ts';
import { wholeOf } from '../models/collect.ts';
import { eventsOf } from '../models/events.ts';
import { converse } from '../models/language-turn.ts';
import type { StreamItem } from '../stream-body.ts';
import { serializeShape } from '../wire/serialize.ts';
import type { OperationHandler } from './operation.ts';

export const answerConverse: OperationHandler<ConverseRequest> = async (call) => {
  const answer = await wholeOf(await converse(call, call.input, undefined));
  return { kind: 'json', output: converseOutput(answer, call.elapsedMs()), usage: answer.usage };
};

export const answerConverseStream: OperationHandler<ConverseStreamRequest> = async (call) => {
  const turn = await converse(call, call.input, undefined);
  const items =
    'whole' in turn ? itemsOf(eventsOf(turn.whole, call.elapsedMs)) : itemsAsTheyCome(turn.events);
  return { kind: 'stream', items, headers: [] };
};

/** The answer as Converse's output. */
function converseOutput(answer: WholeAnswer, latencyMs: number): object {
  const { content, ...rest } = answer;
  return { output: { message: { role: 'assistant', content } }, ...rest, metrics: { latencyMs } };
}

function* itemsOf(events: Iterable<ConverseStreamEvent>): Generator<StreamItem> {
  for (const event of events) yield itemOf(event);
}

async function* itemsAsTheyCome(events: AsyncIterable<ConverseStreamEvent>): AsyncGenerator<StreamItem> {
  for await (const event of events) yield itemOf(event);
}

const members = eventShapes(ConverseStream.output.optional?.['stream']);

function eventShapes(shape: Shape | undefined): Readonly<Record<string, Shape>> {
  return shape?.type === 'union' ? shape.members : {};
}

/** An event is an object with one key: its name. */
function itemOf(event: ConverseStreamEvent): StreamItem {
  const [name, value] = Object.entries(event as Record<string, unknown>)[0] ?? ['', {}];
  const shape = members[name];
  const payload = shape === undefined ? value : serializeShape(shape, value);
  return { name, payload, usage: 'metadata' in event ? event.metadata.usage : undefined };
}
