/**
 * The events of a stream as one answer: the reverse of `events.ts`, for a handler that yields events to Converse.
 */
import type {
  Citation,
  ContentBlock,
  ContentBlockDelta,
  ContentBlockStart,
  ConverseStreamEvent,
  Json,
  ToolResultContentBlock,
} from '@bedrock-kit/protocol';
import { bytesOf, joined } from '../bytes.ts';
import type { WholeAnswer } from './answer.ts';
import type { Turn } from './turn.ts';

interface Open {
  readonly start: ContentBlockStart | undefined;
  readonly deltas: ContentBlockDelta[];
}

/** The answer of a turn, whose events are read to their end. */
export async function wholeOf(turn: Turn): Promise<WholeAnswer> {
  return 'whole' in turn ? turn.whole : collect(turn.events);
}

/** Reads a stream of events to its end. */
export async function collect(
  events: AsyncIterable<ConverseStreamEvent> | Iterable<ConverseStreamEvent>,
): Promise<WholeAnswer> {
  const blocks = new Map<number, Open>();
  let answer: WholeAnswer = {
    content: [],
    stopReason: 'end_turn',
    usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
  };
  for await (const event of events) {
    if ('contentBlockStart' in event) {
      const { contentBlockIndex, start } = event.contentBlockStart;
      blocks.set(contentBlockIndex, { start, deltas: [] });
    } else if ('contentBlockDelta' in event) {
      const { contentBlockIndex, delta } = event.contentBlockDelta;
      const open = blocks.get(contentBlockIndex);
      if (open === undefined) blocks.set(contentBlockIndex, { start: undefined, deltas: [delta] });
      else open.deltas.push(delta);
    } else if ('messageStop' in event) {
      answer = { ...answer, ...event.messageStop };
    } else if ('metadata' in event) {
      answer = { ...answer, ...event.metadata }; // also what AWS may add to it
    }
  }
  const content = [...blocks].sort(([left], [right]) => left - right).map(([, open]) => blockOf(open));
  return { ...answer, content };
}

function blockOf({ start, deltas }: Open): ContentBlock {
  if (start !== undefined) {
    if ('toolUse' in start) return { toolUse: { ...start.toolUse, input: toolInput(deltas) } };
    if ('toolResult' in start) return { toolResult: { ...start.toolResult, content: toolResults(deltas) } };
    return { image: imageOf(start.image.format, deltas) };
  }
  if (deltas.some((delta) => 'reasoningContent' in delta)) return reasoningOf(deltas);
  const text = deltas.map((delta) => ('text' in delta ? delta.text : '')).join('');
  const citations = deltas.flatMap((delta) => ('citation' in delta ? [delta.citation as Citation] : []));
  return citations.length === 0 ? { text } : { citationsContent: { content: [{ text }], citations } };
}

function toolInput(deltas: readonly ContentBlockDelta[]): Json {
  const text = deltas.map((delta) => ('toolUse' in delta ? delta.toolUse.input : '')).join('');
  // JSON.parse gives JSON; an empty concatenation stands for no arguments.
  return text === '' ? {} : (JSON.parse(text) as Json);
}

function toolResults(deltas: readonly ContentBlockDelta[]): ToolResultContentBlock[] {
  return deltas.flatMap((delta) => ('toolResult' in delta ? delta.toolResult : []));
}

function imageOf(format: 'png' | 'jpeg' | 'gif' | 'webp', deltas: readonly ContentBlockDelta[]) {
  const chunks = deltas.flatMap((delta) =>
    'image' in delta && delta.image.source !== undefined && 'bytes' in delta.image.source
      ? [bytesOf(delta.image.source.bytes)]
      : [],
  );
  return { format, source: { bytes: joined(chunks) } };
}

function reasoningOf(deltas: readonly ContentBlockDelta[]): ContentBlock {
  let text = '';
  let signature: string | undefined;
  const redacted: Uint8Array[] = [];
  for (const delta of deltas) {
    if (!('reasoningContent' in delta)) continue;
    const part = delta.reasoningContent;
    if ('text' in part) text += part.text;
    else if ('signature' in part) signature = part.signature;
    else redacted.push(bytesOf(part.redactedContent));
  }
  if (redacted.length > 0) return { reasoningContent: { redactedContent: joined(redacted) } };
  return { reasoningContent: { reasoningText: { text, ...(signature === undefined ? {} : { signature }) } } };
}
