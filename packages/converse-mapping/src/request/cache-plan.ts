// Cache points placed for the caller: where the next request begins like this one.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html

import type { PromptCaching } from '@bedrock-kit/models';
import type { CachePointBlock } from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { endBefore, isPoint, type Slot } from './cache-slots.ts';
import type { Conversation } from './conversation.ts';

/** Tools, system, the last user turn, and the one before it, where the last request had its last point. */
export function planCachePoints(
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
