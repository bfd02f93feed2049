// Cache points where the model takes them: in places that it caches, no more than it counts, the long-lived ones first.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html

import type { PromptCaching } from '@bedrock-kit/models';
import type { Tool } from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { planCachePoints } from './cache-plan.ts';
import { endBefore, isPoint, type PointBlock, type Slot, slotsOf } from './cache-slots.ts';
import type { Conversation } from './conversation.ts';

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
    if (caching !== undefined && caching !== 'off') planCachePoints(slots, rules, caching, conversation);
    limitCount(slots, rules, conversation);
    orderTtls(slots, rules.ttls, conversation);
  }
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
  let waiting: PointBlock | undefined;
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
