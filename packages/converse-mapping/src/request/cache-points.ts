// Cache points where the model takes them: in places that it caches, no more than it counts, the long-lived ones first.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html

import type { ModelCapabilities, PromptCaching } from '@bedrock-kit/models';
import type { CachePointBlock, ContentBlock, Tool } from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { isRecord } from '../record.ts';
import type { Conversation } from './conversation.ts';

type Block = { cachePoint: CachePointBlock };
type Place = 'tools' | 'system' | 'messages';

/** A list that may hold cache points. Tools are read first, then system, then the messages in order. */
interface Slot {
  readonly place: Place;
  readonly list: (ContentBlock | Tool | { cachePoint: CachePointBlock })[];
}

export function settleCachePoints(
  conversation: Conversation,
  tools: Tool[],
  caching: BedrockLanguageModelOptions['caching'],
): void {
  const rules = conversation.capabilities.promptCaching;
  const slots = slotsOf(conversation, tools);
  if (rules === false || (rules !== 'unknown' && rules.places.length === 0)) {
    if (removeAll(slots) > 0) {
      conversation.warnings.unsupported(
        'cachePoint',
        `${conversation.capabilities.name} takes no cache points.`,
      );
    }
    return;
  }
  keepOff(slots, conversation);
  if (rules === 'unknown') {
    if (caching !== undefined && caching !== 'off') {
      conversation.warnings.unsupported(
        'caching',
        `It is not known where ${conversation.capabilities.name} caches prompts.`,
      );
    }
    orderTtls(slots, ['5m', '1h'], conversation);
  } else {
    movePlaces(slots, rules, conversation);
    if (caching !== undefined && caching !== 'off') plan(slots, rules, caching, conversation);
    limitCount(slots, rules, conversation);
    orderTtls(slots, rules.ttls, conversation);
  }
}

function slotsOf({ system, turns }: Conversation, tools: Tool[]): Slot[] {
  return [
    { place: 'tools', list: tools },
    { place: 'system', list: system },
    ...turns.map(({ content }): Slot => ({ place: 'messages', list: content })),
  ];
}

function isPoint(block: object): block is Block {
  return 'cachePoint' in block;
}

function removeAll(slots: readonly Slot[]): number {
  let removed = 0;
  for (const { list } of slots) {
    for (let at = list.length - 1; at >= 0; at -= 1) {
      if (!isPoint(list[at] ?? {})) continue;
      list.splice(at, 1);
      removed += 1;
    }
  }
  return removed;
}

/** A point in a place that the model does not cache moves to the next one, whose prefix holds the same content. */
function movePlaces(
  slots: readonly Slot[],
  { places }: PromptCaching,
  { capabilities, warnings }: Conversation,
): void {
  let waiting: Block | undefined;
  for (const slot of slots) {
    if (places.includes(slot.place)) {
      const at = endBefore(slot.list, slot.list.length, capabilities);
      if (waiting !== undefined && at > 0) {
        if (!isPoint(slot.list[at - 1] ?? {})) slot.list.splice(at, 0, waiting);
        waiting = undefined;
      }
      continue;
    }
    const found = slot.list.find(isPoint);
    if (found === undefined) continue;
    removeAll([slot]);
    waiting = found;
    warnings.compatibility(
      'cachePoint',
      `${capabilities.name} does not cache ${slot.place}, so the cache point stands further on.`,
    );
  }
}

/**
 * A point that the model refuses behind some block stands in front of it and its like. One with nothing in front of it, or right
 * behind another, marks nothing new.
 */
function keepOff(slots: readonly Slot[], { capabilities }: Conversation): void {
  for (const { list } of slots) {
    for (let at = 0; at < list.length; at += 1) {
      const point = list[at];
      if (point === undefined || !isPoint(point)) continue;
      const end = endBefore(list, at, capabilities);
      if (end === at && at > 0 && !isPoint(list[at - 1] ?? {})) continue;
      list.splice(at, 1);
      if (end > 0 && end < at && !isPoint(list[end - 1] ?? {})) list.splice(end, 0, point);
      else at -= 1;
    }
  }
}

/** The last place up to `end` at which a point may stand. */
function endBefore(list: readonly object[], end: number, { vendor }: ModelCapabilities): number {
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

/** Tools, system, the last user turn, and the one before it, where the last request had its last point. */
function plan(
  slots: readonly Slot[],
  { maxPoints, places, ttls }: PromptCaching,
  caching: Exclude<BedrockLanguageModelOptions['caching'], undefined | 'off'>,
  { capabilities }: Conversation,
): void {
  const ttl = caching === 'auto' ? undefined : caching.ttl;
  const point: CachePointBlock = { type: 'default', ...(ttl !== undefined && ttls.includes(ttl) && { ttl }) };
  const prefix = slots.filter(({ place }) => place !== 'messages');
  const users = slots.filter(({ place }) => place === 'messages').filter((_, index) => index % 2 === 0);
  const wanted = [...users.slice(-1), ...prefix.reverse(), ...users.slice(-2, -1)];
  let free =
    (maxPoints === 'unknown' ? 4 : maxPoints) -
    slots.reduce((sum, { list }) => sum + list.filter(isPoint).length, 0);
  for (const { list, place } of wanted) {
    if (free <= 0) return;
    if (!places.includes(place) || list.length === 0) continue;
    const at = endBefore(list, list.length, capabilities);
    if (at === 0 || isPoint(list[at - 1] ?? {}) || isPoint(list[at] ?? {})) continue;
    list.splice(at, 0, { cachePoint: { ...point } });
    free -= 1;
  }
}

/** The later a point, the longer the prefix that it keeps, so the first ones in the messages go. */
function limitCount(
  slots: readonly Slot[],
  { maxPoints }: PromptCaching,
  { capabilities, warnings }: Conversation,
): void {
  if (maxPoints === 'unknown') return;
  let extra = slots.reduce((sum, { list }) => sum + list.filter(isPoint).length, 0) - maxPoints;
  if (extra <= 0) return;
  warnings.compatibility(
    'cachePoint',
    `${capabilities.name} takes ${maxPoints} cache points, so ${extra} of the first ones in the conversation are left out.`,
  );
  for (const { list } of [...slots.slice(2), ...slots.slice(0, 2)]) {
    for (let at = 0; at < list.length && extra > 0; ) {
      if (isPoint(list[at] ?? {})) {
        list.splice(at, 1);
        extra -= 1;
      } else at += 1;
    }
  }
}

/** An hour must not come after five minutes, so such a point lives as long as the one before it. */
function orderTtls(
  slots: readonly Slot[],
  ttls: PromptCaching['ttls'],
  { capabilities, warnings }: Conversation,
): void {
  let short = false;
  for (const { list } of slots) {
    for (const block of list) {
      if (!isPoint(block)) continue;
      const { ttl } = block.cachePoint;
      if (ttl !== undefined && !ttls.includes(ttl)) {
        warnings.compatibility(
          'cachePoint.ttl',
          `${capabilities.name} does not keep a prompt for ${ttl}, so its own time applies.`,
        );
        block.cachePoint = { type: 'default' };
      } else if (ttl === '1h' && short) {
        warnings.compatibility(
          'cachePoint.ttl',
          'A cache point of 1h must not follow one of 5m, so it became one of 5m.',
        );
        block.cachePoint = { type: 'default' };
      }
      if (block.cachePoint.ttl !== '1h') short = true;
    }
  }
}
