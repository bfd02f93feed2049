// ConverseStream events in, AI SDK stream parts out. Synchronous, and total: no sequence of events, legal or not, breaks the order
// of parts that the AI SDK relies on.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html

import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';
import type { ConverseStreamOutput } from '@bedrock-kit/protocol';
import type { MappingContext } from '../context.ts';
import { isRecord, stringOf, type UnknownRecord } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import { finishReasonOf } from './finish-reason.ts';
import { metadataOf } from './metadata.ts';
import { openByDelta, openByStart } from './open-block.ts';
import type { ReceivedEvent } from './received.ts';
import { StructuredAnswer } from './structured-answer.ts';
import { brokenOff, exceptionOf } from './stream-error.ts';
import { usageOf } from './usage.ts';

export interface StreamStart {
  /** `x-amzn-requestid`. */
  readonly requestId?: string | undefined;
  /** The `date` header. */
  readonly timestamp?: Date | undefined;
}

export interface StreamMapper {
  /** The parts before the first event: warnings and response metadata. */
  start(response?: StreamStart): Part[];
  /** The parts of one event, appended to `out` when given, so that the events of one chunk can share an array. */
  push(event: ConverseStreamOutput, out?: Part[]): Part[];
  /** The stream ended: `finish`; before it an error if the model had not said that it stopped. */
  end(): Part[];
  /** The stream broke: open blocks are closed, then the error, then `finish`. Nothing after it is read. */
  fail(error: unknown): Part[];
}

/**
 * One mapper reads one answer. `push` never throws and never waits.
 *
 * @param context what `toConverseRequest` gave.
 */
export function createStreamMapper(context: MappingContext): StreamMapper {
  return new Mapper(context, context.streamInputIncludesCache);
}

/** The reader of streamed and whole answers. `inputIncludesCache`: see usage.ts. */
export class Mapper implements StreamMapper {
  readonly #context: MappingContext;
  readonly #answer: Answer;
  readonly #open = new Map<number, OpenBlock>();
  readonly #inputIncludesCache: boolean;
  #received: UnknownRecord = {};
  #requestId: string | undefined;
  #current = 0;
  #stopReason: string | undefined;
  #stopped = false;
  #over = false;

  constructor(context: MappingContext, inputIncludesCache: boolean) {
    this.#context = context;
    this.#inputIncludesCache = inputIncludesCache;
    this.#answer = newAnswer(context);
  }

  start(response: StreamStart = {}): Part[] {
    this.#requestId = response.requestId;
    return [
      { type: 'stream-start', warnings: [...this.#context.warnings] },
      {
        type: 'response-metadata',
        modelId: this.#context.modelId,
        ...(response.requestId !== undefined && { id: response.requestId }),
        ...(response.timestamp !== undefined && { timestamp: response.timestamp }),
      },
    ];
  }

  /** @param event of which nothing is relied upon. */
  push(event: object | null | undefined, out: Part[] = []): Part[] {
    if (this.#over || event === null || event === undefined) return out;
    if (this.#context.includeRawChunks) out.push({ type: 'raw', rawValue: event });
    const received: ReceivedEvent = event;
    if (received.contentBlockDelta !== undefined) this.#delta(received.contentBlockDelta, out);
    else if (received.contentBlockStart !== undefined) this.#start(received.contentBlockStart, out);
    else if (received.contentBlockStop !== undefined) this.#stop(received.contentBlockStop, out);
    else this.#other(received, out);
    return out;
  }

  end(): Part[] {
    if (this.#over) return [];
    if (!this.#stopped) return this.fail(brokenOff());
    const out: Part[] = [];
    this.#finish(out, true);
    return out;
  }

  fail(error: unknown): Part[] {
    if (this.#over) return [];
    const out: Part[] = [];
    this.#finish(out, false, error);
    return out;
  }

  #delta(
    event: { readonly contentBlockIndex?: unknown; readonly delta?: unknown } | null,
    out: Part[],
  ): void {
    const delta = event?.delta;
    if (!isRecord(delta)) return;
    const index = this.#index(event?.contentBlockIndex);
    const block = this.#open.get(index);
    if (block?.take(delta, out) === true) return;
    const next = openByDelta(delta, this.#answer, index);
    if (next === undefined) return;
    block?.close(out, true);
    this.#open.set(index, next);
    next.take(delta, out);
  }

  #start(
    event: { readonly contentBlockIndex?: unknown; readonly start?: unknown } | null,
    out: Part[],
  ): void {
    if (!isRecord(event?.start)) return;
    const index = this.#index(event.contentBlockIndex);
    const open = this.#open.get(index);
    open?.close(out, true);
    this.#open.delete(index);
    const block = openByStart(event.start, this.#answer, index, out);
    if (block !== undefined) this.#open.set(index, block);
  }

  #stop(event: { readonly contentBlockIndex?: unknown } | null, out: Part[]): void {
    const index = this.#index(event?.contentBlockIndex);
    this.#open.get(index)?.close(out, true);
    this.#open.delete(index);
  }

  #other(event: ReceivedEvent, out: Part[]): void {
    const { messageStop, metadata } = event;
    if (isRecord(messageStop)) {
      this.#stopped = true;
      this.#stopReason = stringOf(messageStop['stopReason']);
      this.#received = { ...this.#received, ...messageStop };
    } else if (isRecord(metadata)) {
      this.#received = { ...this.#received, ...metadata };
    } else {
      const exception = exceptionOf(event);
      if (exception !== undefined) this.#finish(out, false, exception);
    }
  }

  /** An event that names no block means the one that spoke last. */
  #index(index: unknown): number {
    if (typeof index === 'number') this.#current = index;
    return this.#current;
  }

  #finish(out: Part[], whole: boolean, error?: unknown): void {
    this.#over = true;
    const answer = this.#answer;
    for (const block of this.#open.values()) block.close(out, whole);
    this.#open.clear();
    const reason = this.#finishReason(whole, out);
    answer.structured?.finish(answer, this.#current, out);
    if (!whole) out.push({ type: 'error', error });
    const structuredByTool = answer.structured?.answeredByTool === true;
    const metadata = metadataOf({ received: this.#received, requestId: this.#requestId, structuredByTool });
    out.push({
      type: 'finish',
      finishReason: reason,
      usage: usageOf(this.#received['usage'], { inputIncludesCache: this.#inputIncludesCache }),
      ...(metadata !== undefined && { providerMetadata: bedrockMetadata(metadata) }),
    });
  }

  #finishReason(whole: boolean, out: Part[]): LanguageModelV4FinishReason {
    const answer = this.#answer;
    if (!whole) return { unified: 'error', raw: this.#stopReason };
    const structuredByTool = answer.structured?.answeredByTool === true;
    const reason = finishReasonOf(this.#stopReason, {
      clientToolCalls: answer.clientToolCalls || answer.unparsedCalls.length > 0,
      structuredByTool,
    });
    // Cut short by a limit, half an input is no call. Otherwise the model wrote bad JSON, which the AI SDK can let it repair.
    if (reason.unified !== 'length') out.push(...answer.unparsedCalls);
    return reason;
  }
}

function newAnswer(context: MappingContext): Answer {
  const used = new Map<number, number>();
  const partId = (index: number): string => {
    const times = (used.get(index) ?? 0) + 1;
    used.set(index, times);
    return times === 1 ? String(index) : `${index}-${times}`;
  };
  let sources = 0;
  return {
    context,
    structured: StructuredAnswer.for(context, partId),
    toolCalls: new Map(),
    unparsedCalls: [],
    clientToolCalls: false,
    partId,
    nextSourceId() {
      sources += 1;
      return `source-${sources}`;
    },
  };
}
