/**
 * A model's turn in one of the two forms that the operations work with, made from whatever a handler answered.
 */
import type { ContentBlock, ConverseRequest, ConverseStreamEvent, StopReason } from '@bedrock-kit/protocol';
import { LocalBedrockError } from '../errors.ts';
import { ServiceError } from '../service-error.ts';
import type { WholeAnswer } from './answer.ts';
import { blockEvents } from './events.ts';
import type { AnswerEnd, AnswerPart, ModelAnswer, NativeAnswer } from './handler.ts';
import { type Meter, outputTokensOf, tokenUsage } from './usage.ts';
import { countTokens } from './tokens.ts';

/** A whole answer, or events that still come. */
export type Turn = { readonly whole: WholeAnswer } | { readonly events: AsyncIterable<ConverseStreamEvent> };

/** What a turn is measured with. */
export interface TurnGauges {
  readonly elapsedMs: () => number;
  readonly meter: Meter;
}

/**
 * @throws {ServiceError} the one that the handler returned
 * @throws {LocalBedrockError} `invalid-answer` when the handler answered with nothing that a conversation can show
 */
export async function turnOf(
  answer: ModelAnswer,
  request: ConverseRequest,
  gauges: TurnGauges,
): Promise<Turn> {
  if (ServiceError.isInstance(answer)) throw answer;
  if (typeof answer === 'string') return { whole: await complete({ content: answer }, request, gauges) };
  if (typeof answer === 'object' && 'content' in answer)
    return { whole: await complete(answer, request, gauges) };
  if (isIterable(answer)) return { events: eventsOfParts(answer, gauges) };
  throw new LocalBedrockError(
    'invalid-answer',
    `The handler of ${request.modelId} must answer with a text, { content }, a generator or a ServiceError; ` +
      `{ body } and { chunks } are for the InvokeModel operations.`,
    { place: `models['${request.modelId}']` },
  );
}

export function isNative(answer: ModelAnswer): answer is NativeAnswer {
  return (
    typeof answer === 'object' && !ServiceError.isInstance(answer) && ('body' in answer || 'chunks' in answer)
  );
}

function isIterable(answer: object): answer is Iterable<AnswerPart> | AsyncIterable<AnswerPart> {
  return Symbol.iterator in answer || Symbol.asyncIterator in answer;
}

async function complete(
  answer: AnswerEnd & { readonly content: string | readonly ContentBlock[] },
  request: ConverseRequest,
  { meter }: TurnGauges,
): Promise<WholeAnswer> {
  const content = typeof answer.content === 'string' ? [{ text: answer.content }] : answer.content;
  return {
    ...answer,
    content,
    stopReason: answer.stopReason ?? stopReasonOf(content.some((block) => 'toolUse' in block)),
    usage: answer.usage ?? tokenUsage(await meter(), outputTokensOf(content)),
    performanceConfig: answer.performanceConfig ?? request.performanceConfig,
    serviceTier: answer.serviceTier ?? request.serviceTier,
  };
}

function stopReasonOf(callsTools: boolean): StopReason {
  return callsTools ? 'tool_use' : 'end_turn';
}

const eventNames = [
  'messageStart',
  'contentBlockStart',
  'contentBlockDelta',
  'contentBlockStop',
  'messageStop',
  'metadata',
] as const;

function isEvent(part: Exclude<AnswerPart, string>): part is ConverseStreamEvent {
  return eventNames.some((name) => name in part);
}

const endNames = [
  'stopReason',
  'usage',
  'additionalModelResponseFields',
  'trace',
  'performanceConfig',
  'serviceTier',
] as const;

function isEnd(part: object): part is AnswerEnd {
  return endNames.some((name) => name in part);
}

/** What a generator yields, in the order of the service: it fills in the start and the end, and closes open text. */
async function* eventsOfParts(
  parts: Iterable<AnswerPart> | AsyncIterable<AnswerPart>,
  { elapsedMs, meter }: TurnGauges,
): AsyncGenerator<ConverseStreamEvent> {
  const seen = { messageStart: false, messageStop: false, metadata: false, toolUse: false };
  let end: AnswerEnd = {};
  let index = -1;
  let openText = false;
  let outputTokens = 0;
  for await (const part of parts) {
    if (typeof part !== 'string' && isEvent(part)) {
      for (const name of ['messageStart', 'messageStop', 'metadata'] as const)
        if (name in part) seen[name] = true;
      if ('contentBlockDelta' in part) index = Math.max(index, part.contentBlockDelta.contentBlockIndex);
      yield part;
      continue;
    }
    if (typeof part !== 'string' && isEnd(part)) {
      end = { ...end, ...part };
      continue;
    }
    if (!seen.messageStart) yield { messageStart: { role: 'assistant' } };
    seen.messageStart = true;
    if (typeof part === 'string') {
      if (!openText) index += 1;
      openText = true;
      outputTokens += countTokens(part);
      yield { contentBlockDelta: { contentBlockIndex: index, delta: { text: part } } };
      continue;
    }
    if (openText) yield { contentBlockStop: { contentBlockIndex: index } };
    openText = false;
    index += 1;
    if ('toolUse' in part) seen.toolUse = true;
    outputTokens += outputTokensOf([part]);
    yield* blockEvents(part, index);
  }
  if (openText) yield { contentBlockStop: { contentBlockIndex: index } };
  const { stopReason = stopReasonOf(seen.toolUse), additionalModelResponseFields, ...metadata } = end;
  if (!seen.messageStart) yield { messageStart: { role: 'assistant' } };
  if (!seen.messageStop) yield { messageStop: { stopReason, additionalModelResponseFields } };
  if (seen.metadata) return;
  const usage = metadata.usage ?? tokenUsage(await meter(), outputTokens);
  yield { metadata: { ...metadata, usage, metrics: { latencyMs: elapsedMs() } } };
}
