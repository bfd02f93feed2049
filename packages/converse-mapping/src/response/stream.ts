// ConverseStream events in, AI SDK stream parts out. Synchronous, and total: no sequence of events, legal or not, breaks the order
// of parts that the AI SDK relies on.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html

import type { ConverseStreamOutput } from '@bedrock-kit/protocol';
import type { MappingContext } from '../context.ts';
import { isRecord, stringOf, type UnknownRecord, withoutUndefined } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import { finishReasonOf } from './finish-reason.ts';
import { metadataOf } from './metadata.ts';
import { openByDelta, openByStart } from './open-block.ts';
import type { ReceivedBlockEvent, ReceivedEvent } from './received.ts';
import { BROKEN_OFF, exceptionOf } from './stream-error.ts';
import { structuredAnswer } from './structured-answer.ts';
import { usageOf } from './usage.ts';

/** What is known of a streamed response before its first event. */
export interface StreamStart {
  /** The header `x-amzn-requestid`. */
  readonly requestId?: string | undefined;
  /** The header `date`. */
  readonly timestamp?: Date | undefined;
}

/**
 * Turns the events of one streamed answer into the AI SDK's stream parts. Call `start`, then `push` for each event, then `end` or `fail`.
 */
export interface StreamMapper {
  /** Returns the parts before the first event: warnings and response metadata. */
  start(response?: StreamStart): Part[];
  /** Returns the parts of one event. Appends them to `out` if given, so that the events of one chunk can share an array. */
  push(event: ConverseStreamOutput, out?: Part[]): Part[];
  /** Ends the stream: returns `finish`, and before it an error if there was no `messageStop`. */
  end(): Part[];
  /** Ends a broken stream: closes open blocks, then returns the error and `finish`. Later events are ignored. */
  fail(error: unknown): Part[];
}

/**
 * Creates a mapper, which reads one streamed answer. `push` never throws and is synchronous.
 *
 * @param context the `context` that `toConverseRequest` returned.
 */
export const createStreamMapper: (context: MappingContext) => StreamMapper = answerReader;

/** Takes anything for an event: nothing in it is relied upon. */
export interface AnswerReader extends StreamMapper {
  push(event: object | null | undefined, out?: Part[]): Part[];
}

/** The reader of streamed and whole answers. */
export function answerReader(context: MappingContext): AnswerReader {
  const open = new Map<number, OpenBlock>();
  const answer: Answer = {
    context,
    structured: structuredAnswer(context),
    toolCalls: new Map(),
    copies: new Map(),
    unparsedCalls: [],
    emptyCalls: [],
    clientToolCalls: false,
  };
  /** `messageStop` and `metadata`, whose members are put together at the end. */
  const ends: UnknownRecord[] = [];
  let requestId: string | undefined;
  let current = 0;
  let stopped = false;
  let over = false;

  /** An event without an index belongs to the block of the event before it. */
  function indexOf(index: unknown): number {
    if (typeof index === 'number') current = index;
    return current;
  }

  function readDelta(event: ReceivedBlockEvent, out: Part[]): void {
    const { delta } = event;
    if (!isRecord(delta)) return;
    const index = indexOf(event.contentBlockIndex);
    const block = open.get(index);
    if (block?.take(delta, out) === true) return;
    const next = openByDelta(delta, answer);
    if (next === undefined) return;
    block?.close(out, true);
    giveCalls(answer.emptyCalls, out);
    open.set(index, next);
    next.take(delta, out);
  }

  function giveCalls(calls: Part[], out: Part[]): void {
    for (const call of calls.splice(0)) out.push(call);
  }

  /** Ends the block of this index, and opens another one if the event has a start. */
  function readEdge(event: ReceivedBlockEvent, out: Part[]): void {
    const index = indexOf(event.contentBlockIndex);
    open.get(index)?.close(out, true);
    open.delete(index);
    if (!isRecord(event.start)) return;
    giveCalls(answer.emptyCalls, out);
    const block = openByStart(event.start, answer, out);
    if (block) open.set(index, block);
  }

  function readOther(event: ReceivedEvent, out: Part[]): void {
    const { contentBlockStart, contentBlockStop, messageStop, metadata } = event;
    const edge = contentBlockStart ?? contentBlockStop;
    if (edge) {
      readEdge(edge, out);
      return;
    }
    stopped ||= isRecord(messageStop);
    const members = isRecord(messageStop) ? messageStop : metadata;
    if (isRecord(members)) ends.push(members);
    else {
      const error = exceptionOf(event);
      if (error !== undefined) finish(out, false, error);
    }
  }

  function finish(out: Part[], whole: boolean, error?: unknown): Part[] {
    over = true;
    for (const block of open.values()) block.close(out, whole);
    const { structured, unparsedCalls } = answer;
    const received: UnknownRecord = Object.fromEntries(
      ends.flatMap((end) => Object.entries(end)).filter(([, value]) => value != null),
    );
    const finishReason = finishReasonOf(
      stringOf(received['stopReason']),
      answer.clientToolCalls || unparsedCalls.length > 0,
    );
    if (!whole) finishReason.unified = 'error';
    // An input that a limit cut short is no call. Any other bad JSON is the model's own, which the AI SDK can let it repair.
    else if (finishReason.unified !== 'length') {
      giveCalls(answer.emptyCalls, out);
      giveCalls(unparsedCalls, out);
    }
    const byTool = structured?.finish(answer.clientToolCalls, out) === true;
    if (!whole) out.push({ type: 'error', error });
    out.push({
      type: 'finish',
      finishReason,
      usage: usageOf(
        received['usage'],
        { inputIncludesCache: context.streamInputIncludesCache },
        received['additionalModelResponseFields'],
      ),
      ...bedrockMetadata(metadataOf(received, requestId, byTool)),
    });
    return out;
  }

  const fail = (error: unknown): Part[] => (over ? [] : finish([], false, error));

  return {
    start({ requestId: id, timestamp } = {}) {
      requestId = id;
      return [
        { type: 'stream-start', warnings: [...context.warnings] },
        {
          type: 'response-metadata',
          modelId: context.modelId,
          ...withoutUndefined({ id, timestamp }),
        },
      ];
    },
    push(event, out = []) {
      if (over || event === null || event === undefined) return out;
      if (context.includeRawChunks) out.push({ type: 'raw', rawValue: event });
      const given: ReceivedEvent = event;
      const { contentBlockDelta } = given;
      if (contentBlockDelta) readDelta(contentBlockDelta, out);
      else readOther(given, out);
      return out;
    },
    end: () => (stopped && !over ? finish([], true) : fail(BROKEN_OFF)),
    fail,
  };
}
