// Where cache points may stand: the lists of a request in the order in which models read them, and the blocks that no point may follow.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html

import type { ModelCapabilities } from '@bedrock-kit/models';
import type { CachePointBlock, ContentBlock, Tool } from '@bedrock-kit/protocol';
import { isRecord } from '../record.ts';
import type { Conversation } from './conversation.ts';

export type PointBlock = { cachePoint: CachePointBlock };
type Place = 'tools' | 'system' | 'messages';

/** A list that may hold cache points. Tools are read first, then system, then the messages in order. */
export interface Slot {
  readonly place: Place;
  readonly list: (ContentBlock | Tool | PointBlock)[];
}

export function slotsOf({ system, turns }: Conversation, tools: Tool[]): Slot[] {
  return [
    { place: 'tools', list: tools },
    { place: 'system', list: system },
    ...turns.map(({ content }): Slot => ({ place: 'messages', list: content })),
  ];
}

export function isPoint(block: object): block is PointBlock {
  return 'cachePoint' in block;
}

/** The last place up to `end` at which a point may stand. */
export function endBefore(list: readonly object[], end: number, { vendor }: ModelCapabilities): number {
  let at = end;
  while (at > 0 && isShunned(list[at - 1] ?? {}, vendor)) at -= 1;
  return at;
}

/** What Nova takes no point behind: https://github.com/earendil-works/pi/issues/2053 */
const BESIDE_TEXT = ['image', 'document', 'video', 'toolUse', 'toolResult'];

/**
 * Whether no point may follow the block: for nobody behind reasoning ("Cache point cannot be inserted after reasoning block"), for
 * Claude not behind a document other than a PDF: https://github.com/aws/aws-sdk-java-v2/issues/6277
 */
function isShunned(block: object, vendor: string): boolean {
  if ('reasoningContent' in block) return true;
  if (vendor === 'amazon') return BESIDE_TEXT.some((kind) => kind in block);
  return vendor === 'anthropic' && 'document' in block && !isPdf(block.document);
}

function isPdf(document: unknown): boolean {
  return isRecord(document) && document['format'] === 'pdf';
}
