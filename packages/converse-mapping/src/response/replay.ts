// A whole content block as the events that would have streamed it. A new kind of block is one line here and one in open-block.ts.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html

import { isRecord, stringOf, type UnknownRecord } from '../record.ts';

/** Events for the reader in stream.ts; `start` may hold a whole block for kinds that are never streamed. */
export function eventsOfBlock(block: UnknownRecord, contentBlockIndex: number): UnknownRecord[] {
  const { start, deltas } = piecesOf(block);
  return [
    { contentBlockStart: { contentBlockIndex, start } },
    ...deltas.map((delta) => ({ contentBlockDelta: { contentBlockIndex, delta } })),
    { contentBlockStop: { contentBlockIndex } },
  ];
}

interface Pieces {
  readonly start: UnknownRecord;
  readonly deltas: readonly UnknownRecord[];
}

function piecesOf(block: UnknownRecord): Pieces {
  const { text, reasoningContent, citationsContent, toolUse, toolResult } = block;
  if (typeof text === 'string') return { start: {}, deltas: [{ text }] };
  if (isRecord(reasoningContent))
    return { start: {}, deltas: [{ reasoningContent: flat(reasoningContent) }] };
  if (isRecord(citationsContent)) return { start: {}, deltas: citedDeltas(citationsContent) };
  if (isRecord(toolUse)) {
    // A value of JSON has a text; only an absent one has none.
    const input = toolUse['input'] === undefined ? '' : JSON.stringify(toolUse['input']);
    return { start: { toolUse }, deltas: [{ toolUse: { input } }] };
  }
  if (isRecord(toolResult)) {
    return { start: { toolResult }, deltas: [{ toolResult: toolResult['content'] }] };
  }
  const whole = ['image', 'video', 'audio', 'document', 'guardContent'].some((kind) => isRecord(block[kind]));
  return { start: whole ? block : { custom: block }, deltas: [] };
}

/** A block nests the text under `reasoningText`, a delta does not. */
function flat(reasoning: UnknownRecord): UnknownRecord {
  const { reasoningText, ...rest } = reasoning;
  return isRecord(reasoningText) ? { ...rest, ...reasoningText } : rest;
}

/** The fragments of a cited text are one text, and its citations support all of it. */
function citedDeltas(cited: UnknownRecord): UnknownRecord[] {
  const fragments = Array.isArray(cited['content']) ? cited['content'].filter(isRecord) : [];
  const citations = Array.isArray(cited['citations']) ? cited['citations'].filter(isRecord) : [];
  const text = fragments.map((fragment) => stringOf(fragment['text']) ?? '').join('');
  return [{ text }, ...citations.map((citation) => ({ citation }))];
}
