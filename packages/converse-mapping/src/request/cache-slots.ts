// Where cache points may stand: the lists of a request in the order in which models read them, and the blocks that no point may follow.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html

import type { CachePointBlock, ContentBlock, Tool } from '@bedrock-kit/protocol';
import { CACHE_TTLS } from '../read-options.ts';
import { recordOf } from '../record.ts';
import type { Conversation, Role } from './conversation.ts';

export type PointBlock = { cachePoint: CachePointBlock };

/** A list of the request without its cache points, and the points, each by the number of blocks in front of it. */
export interface Slot {
  readonly place: 'tools' | 'system' | 'messages';
  /** Of a message. */
  readonly role?: Role | undefined;
  readonly list: (ContentBlock | Tool)[];
  readonly points: Map<number, PointBlock>;
  /** The last place in the list at which a point may stand; 0 when there is none. */
  readonly end: number;
}

/**
 * Takes the points out of tools, system and messages, and finds the place of each. One behind a block that no point may follow moves in front
 * of that block, if need be into an earlier message. Where nothing in front takes it, it moves behind the next block that does: the longer
 * prefix holds the same content (`[csv, text, cachePoint]` is cached: https://github.com/aws/aws-sdk-java-v2/issues/6277). One with nothing
 * in front of it, or right behind another, marks nothing new and is dropped.
 *
 * @returns the lists, and whether there was any point, dropped ones included.
 */
export function liftPoints(
  { system, turns, capabilities: { vendor } }: Conversation,
  tools: Tool[],
): { readonly slots: Slot[]; readonly given: boolean } {
  let given = false;
  const slots: Slot[] = [];
  /** The last message behind which a point may stand. */
  let earlier: Slot | undefined;
  /** A point that nothing in front takes. */
  let waiting: PointBlock | undefined;
  const lift = (place: Slot['place'], list: (ContentBlock | Tool)[], role?: Role): void => {
    const points = new Map<number, PointBlock>();
    let end = 0;
    for (const block of list.splice(0)) {
      if (!isPoint(block)) {
        list.push(block);
        if (isShunned(block, vendor)) continue;
        end = list.length;
        if (waiting) points.set(end, waiting);
        waiting = undefined;
        continue;
      }
      given = true;
      const before = end > 0 ? { points, end } : earlier;
      if (!before) waiting = list.length > 0 ? block : waiting;
      else if (!before.points.has(before.end)) before.points.set(before.end, block);
    }
    const slot = { place, role, list, points, end };
    slots.push(slot);
    if (place === 'messages' && end > 0) earlier = slot;
  };
  lift('tools', tools);
  lift('system', system);
  for (const { content, role } of turns) lift('messages', content, role);
  return { slots, given };
}

/** All of them, in their order. */
export function pointsOf(slots: readonly Slot[]): PointBlock[] {
  return slots.flatMap(({ points }) => [...points.values()]);
}

export function putBack(slots: readonly Slot[]): void {
  for (const { list, points } of slots) {
    // From the end, so that the numbers of those in front stay right.
    for (const [at, point] of [...points].reverse()) list.splice(at, 0, point);
  }
}

/** Whether a model may keep a prompt for so long: those that it is known to keep one for, and any that AWS has added since. */
export function mayKeep(ttls: readonly string[], ttl: string): boolean {
  return ttls.includes(ttl) || !CACHE_TTLS.includes(ttl);
}

export function isPoint(block: object): block is PointBlock {
  return 'cachePoint' in block;
}

/** Blocks behind which Nova refuses a point: https://github.com/earendil-works/pi/issues/2053 */
const BESIDE_TEXT = ['image', 'document', 'video', 'toolUse', 'toolResult'];

/**
 * Whether no point may follow the block: reasoning for any model ("Cache point cannot be inserted after reasoning block"), for Claude
 * a document that is no PDF: https://github.com/aws/aws-sdk-java-v2/issues/6277
 */
function isShunned(block: object, vendor: string): boolean {
  if ('reasoningContent' in block) return true;
  if (vendor === 'amazon') return BESIDE_TEXT.some((kind) => kind in block);
  return vendor === 'anthropic' && 'document' in block && recordOf(block.document)['format'] !== 'pdf';
}
