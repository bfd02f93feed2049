// A whole content block as the events that would have streamed it. A new kind of block is one line here and one in open-block.ts.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html

import { MEDIA_KINDS } from '../media-types.ts';
import { isRecord, recordsOf, type UnknownRecord } from '../record.ts';
import { joinedTexts } from './citation.ts';

/** Events for the reader in stream.ts; `start` may hold a whole block for kinds that are never streamed. */
export function eventsOfBlock(block: UnknownRecord, contentBlockIndex: number): UnknownRecord[] {
  const [start, ...deltas] = piecesOf(block);
  return [
    { contentBlockStart: { contentBlockIndex, start } },
    ...deltas.map((delta) => ({ contentBlockDelta: { contentBlockIndex, delta } })),
    { contentBlockStop: { contentBlockIndex } },
  ];
}

/** The start and the deltas. */
function piecesOf(block: UnknownRecord): UnknownRecord[] {
  const { text, reasoningContent, citationsContent, toolUse, toolResult } = block;
  if (typeof text === 'string') return [{}, { text }];
  if (isRecord(reasoningContent)) {
    // A block nests the text under `reasoningText`, a delta does not.
    const { reasoningText, ...rest } = reasoningContent;
    return [{}, { reasoningContent: { ...rest, ...(isRecord(reasoningText) && reasoningText) } }];
  }
  if (isRecord(citationsContent)) {
    // The fragments of a cited text are one text, and its citations support all of it.
    const { content, citations } = citationsContent;
    return [{}, { text: joinedTexts(content) }, ...recordsOf(citations).map((citation) => ({ citation }))];
  }
  if (isRecord(toolUse)) {
    const input = JSON.stringify(toolUse['input'], withoutBigInts);
    return [{ toolUse }, { toolUse: { input } }];
  }
  if (isRecord(toolResult)) return [{ toolResult }, { toolResult: toolResult['content'] }];
  const whole = [...MEDIA_KINDS, 'guardContent'].some((kind) => isRecord(block[kind]));
  return [whole ? block : { custom: block }];
}

/** AWS's client gives integers that no number holds exactly as what JSON has no form for. */
function withoutBigInts(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
