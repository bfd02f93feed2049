// Cache points placed for the caller: where the next request begins like this one.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html

import type { PromptCaching } from '@bedrock-kit/models';
import type { CacheTTL } from '@bedrock-kit/protocol';
import { mayKeep, pointsOf, type Slot } from './cache-slots.ts';

/** Tools, system, the last user turn, and the one before it, where the last request had its last point. */
export function planCachePoints(
  slots: readonly Slot[],
  { maxPoints, places, ttls }: PromptCaching,
  wish: 'auto' | { readonly ttl: CacheTTL },
): void {
  const ttl = wish === 'auto' ? undefined : wish.ttl;
  const [tools, system, ...turns] = slots;
  // A turn that has no place for a point, as one of results with Nova, leaves it to the one before.
  const users = turns.filter(({ role, end }) => role === 'user' && end > 0);
  let free = (maxPoints === 'unknown' ? 4 : maxPoints) - pointsOf(slots).length;
  for (const slot of [users.at(-1), system, tools, users.at(-2)]) {
    if (!slot || free <= 0 || !places.includes(slot.place) || slot.end === 0 || slot.points.has(slot.end))
      continue;
    slot.points.set(slot.end, {
      cachePoint: { type: 'default', ...(ttl !== undefined && mayKeep(ttls, ttl) && { ttl }) },
    });
    free -= 1;
  }
}
