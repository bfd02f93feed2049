/**
 * A model's turn in one of the two forms that the operations work with, made from whatever a handler answered.
 */
import type { ConverseRequest, ConverseStreamEvent, StopReason } from '@bedrock-kit/protocol';
import { answerForms, isIterable, isWhole, wrongPart } from '../own-models/answer-form.ts';
import { errorOf, isException } from '../own-models/exception-event.ts';
import type { AnswerEnd, AnswerPart, ModelAnswer, PartialAnswer } from '../own-models/handler.ts';
import { invalidAnswer } from '../own-models/invalid-answer.ts';
import { ServiceError } from '../service-error.ts';
import { countTokens } from '../tokens.ts';
import type { WholeAnswer } from './answer.ts';
import { blockEvents } from './events.ts';
import { type Meter, outputTokensOf, tokenUsage } from './usage.ts';

/** A whole answer, or events that still come. */
export type Turn = WholeTurn | { readonly events: AsyncIterable<ConverseStreamEvent> };

export interface WholeTurn {
  readonly whole: WholeAnswer;
  /** The answer is the guardrail's, which let nothing through to the model. */
  readonly unasked?: true;
}

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
  if (isWhole(answer)) return { whole: await complete(answer, request, gauges) };
  if (isIterable(answer)) return { events: eventsOfParts(answer, request, gauges) };
  const { modelId } = request;
  throw invalidAnswer(modelId, `The handler of ${modelId} must answer with ${answerForms}.`);
}

async function complete(
  answer: PartialAnswer,
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

function blockIndexOf(event: ConverseStreamEvent): number | undefined {
  if ('contentBlockStart' in event) return event.contentBlockStart.contentBlockIndex;
  if ('contentBlockDelta' in event) return event.contentBlockDelta.contentBlockIndex;
  return 'contentBlockStop' in event ? event.contentBlockStop.contentBlockIndex : undefined;
}

/** What an event adds to the words of its block. */
function wordsOf(event: ConverseStreamEvent): string {
  if ('contentBlockStart' in event) {
    const { start } = event.contentBlockStart;
    return 'toolUse' in start ? start.toolUse.name : '';
  }
  if (!('contentBlockDelta' in event)) return '';
  const { delta } = event.contentBlockDelta;
  if ('text' in delta) return delta.text;
  if ('toolUse' in delta) return delta.toolUse.input;
  return 'reasoningContent' in delta && 'text' in delta.reasoningContent ? delta.reasoningContent.text : '';
}

/** @throws {LocalBedrockError} `invalid-answer` */
function checkPart(part: unknown, modelId: string): void {
  const wrong = wrongPart(part);
  if (wrong !== undefined) throw invalidAnswer(modelId, `The handler of ${modelId} yielded ${wrong}.`);
}

/** What a generator yields, in the order of the service: it fills in the start and the end, and closes open text. */
async function* eventsOfParts(
  parts: Iterable<AnswerPart> | AsyncIterable<AnswerPart>,
  { modelId, performanceConfig, serviceTier }: ConverseRequest,
  { elapsedMs, meter }: TurnGauges,
): AsyncGenerator<ConverseStreamEvent> {
  const seen = { messageStart: false, messageStop: false, metadata: false, toolUse: false };
  let end: AnswerEnd = {};
  let index = -1;
  let openText = false;
  let outputTokens = 0;
  // Counted when all has been said: a word in two deltas is one word.
  const words = new Map<number, string>();
  const say = (place: number, text: string): unknown => words.set(place, (words.get(place) ?? '') + text);
  for await (const part of parts) {
    checkPart(part, modelId);
    if (typeof part !== 'string' && isEnd(part)) {
      end = { ...end, ...part };
      continue;
    }
    const given = typeof part !== 'string' && isEvent(part);
    if (!seen.messageStart && !(given && 'messageStart' in part))
      yield { messageStart: { role: 'assistant' } };
    seen.messageStart = true;
    if (typeof part !== 'string' && isException(part)) throw errorOf(part);
    if (typeof part === 'string') {
      if (!openText) index += 1;
      openText = true;
      say(index, part);
      yield { contentBlockDelta: { contentBlockIndex: index, delta: { text: part } } };
      continue;
    }
    // An event about the open text leaves its end to the handler, or to what follows.
    const about = given ? blockIndexOf(part) : undefined;
    if (openText && about !== index) yield { contentBlockStop: { contentBlockIndex: index } };
    openText &&= about === index && !('contentBlockStop' in part);
    if (given) {
      for (const name of ['messageStop', 'metadata'] as const) if (name in part) seen[name] = true;
      index = Math.max(index, about ?? -1);
      if ('contentBlockStart' in part && 'toolUse' in part.contentBlockStart.start) seen.toolUse = true;
      if (about !== undefined) say(about, wordsOf(part));
      yield part;
      continue;
    }
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
  for (const text of words.values()) outputTokens += countTokens(text);
  const usage = metadata.usage ?? tokenUsage(await meter(), outputTokens);
  yield {
    metadata: { performanceConfig, serviceTier, ...metadata, usage, metrics: { latencyMs: elapsedMs() } },
  };
}
