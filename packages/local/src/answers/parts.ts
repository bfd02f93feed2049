/**
 * What a handler yields, part by part, as the events of ConverseStream in the order of the service: what the handler leaves out of its
 * start and its end is filled in, and open text is closed.
 */
import type { ConverseRequest, ConverseStreamEvent } from '@bedrock-kit/protocol';
import { wrongPart } from '../own-models/answer-form.ts';
import { errorOf } from '../own-models/exception-event.ts';
import type { AnswerEnd, AnswerPart } from '../own-models/handler.ts';
import { invalidAnswer } from '../own-models/invalid-answer.ts';
import { isEnd, isEvent, isException } from '../own-models/part-kinds.ts';
import { countTokens } from '../tokens.ts';
import { stopReasonOf } from './answer.ts';
import { blockEvents } from './events.ts';
import { type Gauges, outputTokensOf, tokenUsage } from './usage.ts';

/**
 * @throws {ServiceError} an exception among the parts
 * @throws {LocalBedrockError} `invalid-answer` for a part that is none
 */
export async function* eventsOfParts(
  parts: Iterable<AnswerPart> | AsyncIterable<AnswerPart>,
  { modelId, performanceConfig, serviceTier }: ConverseRequest,
  { elapsedMs, meter }: Gauges,
): AsyncGenerator<ConverseStreamEvent> {
  const stream = new PartStream();
  for await (const part of parts) {
    const wrong = wrongPart(part);
    if (wrong !== undefined) throw invalidAnswer(modelId, `The handler of ${modelId} yielded ${wrong}.`);
    yield* stream.take(part);
  }
  const metadata = yield* stream.stop();
  if (stream.seen.metadata) return;
  const usage = metadata.usage ?? tokenUsage(await meter(), stream.outputTokens());
  yield {
    metadata: { performanceConfig, serviceTier, ...metadata, usage, metrics: { latencyMs: elapsedMs() } },
  };
}

/** The events so far: which block is open, and what the service's own order still lacks. */
class PartStream {
  readonly seen = { messageStart: false, messageStop: false, metadata: false, toolUse: false };
  /** How the handler says that its answer ends. */
  #end: AnswerEnd = {};
  /** The place of the latest block. */
  #index = -1;
  /** Whether that block is text which the next text goes on with. */
  #openText = false;
  #blockTokens = 0;
  /** The words of each block, counted when all has been said: a word in two deltas is one word. */
  readonly #words = new Map<number, string>();

  *take(part: AnswerPart): Generator<ConverseStreamEvent> {
    if (typeof part !== 'string' && isEnd(part)) {
      this.#end = { ...this.#end, ...part };
      return;
    }
    if (typeof part === 'string' || !('messageStart' in part)) yield* this.#start();
    if (typeof part === 'string') yield this.#text(part);
    else if (isException(part)) throw errorOf(part);
    else if (isEvent(part)) yield* this.#event(part);
    else {
      yield* this.#closeText();
      this.#index += 1;
      this.seen.toolUse ||= 'toolUse' in part;
      this.#blockTokens += outputTokensOf([part]);
      yield* blockEvents(part, this.#index);
    }
  }

  /** The end of the message, as far as the handler has left it out. Returns what is left to say in the metadata. */
  *stop(): Generator<ConverseStreamEvent, AnswerEnd> {
    yield* this.#closeText();
    yield* this.#start();
    const {
      stopReason = stopReasonOf(this.seen.toolUse),
      additionalModelResponseFields,
      ...metadata
    } = this.#end;
    if (!this.seen.messageStop) yield { messageStop: { stopReason, additionalModelResponseFields } };
    return metadata;
  }

  outputTokens(): number {
    return [...this.#words.values()].reduce((sum, words) => sum + countTokens(words), this.#blockTokens);
  }

  *#start(): Generator<ConverseStreamEvent> {
    if (!this.seen.messageStart) yield { messageStart: { role: 'assistant' } };
    this.seen.messageStart = true;
  }

  #text(text: string): ConverseStreamEvent {
    if (!this.#openText) this.#index += 1;
    this.#openText = true;
    this.#say(this.#index, text);
    return { contentBlockDelta: { contentBlockIndex: this.#index, delta: { text } } };
  }

  *#event(event: ConverseStreamEvent): Generator<ConverseStreamEvent> {
    const about = blockIndexOf(event);
    // An event about the open text leaves its end to the handler, or to what follows.
    if (about !== this.#index) yield* this.#closeText();
    if ('contentBlockStop' in event) this.#openText = false;
    for (const name of ['messageStart', 'messageStop', 'metadata'] as const)
      this.seen[name] ||= name in event;
    this.seen.toolUse ||= 'contentBlockStart' in event && 'toolUse' in event.contentBlockStart.start;
    if (about !== undefined) {
      this.#index = Math.max(this.#index, about);
      this.#say(about, wordsOf(event));
    }
    yield event;
  }

  *#closeText(): Generator<ConverseStreamEvent> {
    if (this.#openText) yield { contentBlockStop: { contentBlockIndex: this.#index } };
    this.#openText = false;
  }

  #say(index: number, text: string): void {
    this.#words.set(index, (this.#words.get(index) ?? '') + text);
  }
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
