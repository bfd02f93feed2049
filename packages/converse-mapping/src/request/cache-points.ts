// Cache points where the model takes them: in places that it caches, no more than it counts, the long-lived ones first.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html

import type { PromptCaching } from '@bedrock-kit/models';
import type { Tool } from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { CACHE_TTLS } from '../read-options.ts';
import { changed, unsupported } from '../warnings.ts';
import { planCachePoints } from './cache-plan.ts';
import { liftPoints, mayKeep, type PointBlock, pointsOf, putBack, type Slot } from './cache-slots.ts';
import type { Conversation } from './conversation.ts';

export function settleCachePoints(
  conversation: Conversation,
  tools: Tool[],
  caching: BedrockLanguageModelOptions['caching'] = 'off',
): void {
  const { name, promptCaching: rules } = conversation.capabilities;
  const { slots, given } = liftPoints(conversation, tools);
  if (!given && caching === 'off') return;
  if (rules === 'unknown') {
    if (caching !== 'off')
      unsupported(conversation, 'caching', `It is not known where ${name} caches prompts.`);
  } else if (!rules || rules.places.length === 0) {
    if (given) unsupported(conversation, 'cachePoint', ' takes no cache points.');
    return;
  } else {
    movePoints(slots, rules, conversation);
    if (caching !== 'off') planCachePoints(slots, rules, caching);
    limitCount(slots, rules, conversation);
  }
  orderTtls(slots, rules === 'unknown' ? CACHE_TTLS : rules.ttls, conversation);
  putBack(slots);
}

/** A point in a place that the model does not cache moves to the next one, whose prefix holds the same content. */
function movePoints(slots: readonly Slot[], { places }: PromptCaching, conversation: Conversation): void {
  let waiting: PointBlock | undefined;
  for (const { place, points, end } of slots) {
    if (places.includes(place)) {
      if (!waiting || end === 0) continue;
      points.set(end, points.get(end) ?? waiting);
      waiting = undefined;
    } else if (points.size > 0) {
      [waiting] = points.values();
      points.clear();
      changed(conversation, 'cachePoint', ` does not cache ${place}, so the cache point moves further on.`);
    }
  }
}

/**
 * The later a point, the longer the prefix that it keeps. So the first ones in the messages go, and after them those of tools and system, which
 * are the first two slots.
 */
function limitCount(slots: readonly Slot[], { maxPoints }: PromptCaching, conversation: Conversation): void {
  if (maxPoints === 'unknown') return;
  let extra = pointsOf(slots).length - maxPoints;
  if (extra <= 0) return;
  changed(
    conversation,
    'cachePoint',
    ` takes ${maxPoints} cache points, so the first ${extra} in the conversation are left out.`,
  );
  for (const { points } of [...slots.slice(2), ...slots.slice(0, 2)]) {
    for (const at of points.keys()) {
      if (extra-- > 0) points.delete(at);
    }
  }
}

/** An hour must not come after five minutes, so such a point lives as long as the one before it. */
function orderTtls(slots: readonly Slot[], ttls: readonly string[], conversation: Conversation): void {
  let short = false;
  for (const block of pointsOf(slots)) {
    const { ttl } = block.cachePoint;
    const unknown = ttl !== undefined && !mayKeep(ttls, ttl);
    if (unknown || (ttl === '1h' && short)) {
      changed(
        conversation,
        'cachePoint.ttl',
        unknown
          ? ` does not keep a prompt for ${ttl}, so its own time applies.`
          : 'A cache point of 1h must not follow one of 5m, so it became one of 5m.',
      );
      block.cachePoint = { type: 'default' };
    }
    short ||= (block.cachePoint.ttl ?? '5m') === '5m';
  }
}
