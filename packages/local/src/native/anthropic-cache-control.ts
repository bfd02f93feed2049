/**
 * A block's `cache_control` as the cache point of Converse behind it. Thoughts may have none; elsewhere it has a type and a time to live,
 * and nothing else.
 *
 * https://github.com/anthropics/claude-code/issues/41966, https://github.com/Wei-Shaw/sub2api/issues/225
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isObject } from '../json.ts';
import { placeOf, saying, unexpectedTag } from './anthropic-check.ts';

const lifetimes = ['5m', '1h'] as const;

interface CachePoint {
  cachePoint: { type: 'default'; ttl?: (typeof lifetimes)[number] };
}

/**
 * A cache point, if the block asks for one.
 *
 * @throws {ServiceError} `ValidationException`
 */
export function cachePointOf(
  { cache_control: control = null, type }: JsonObject,
  place: string,
): CachePoint[] {
  if (control === null) return [];
  const at = controlIn(place, type);
  if (type === 'thinking' || type === 'redacted_thinking')
    throw saying(`${at}: Extra inputs are not permitted`);
  if (!isObject(control)) throw saying(`${at}: Input should be an object`);
  const { type: kind = null, ttl: asked = null } = control;
  if (typeof kind !== 'string') throw saying(`${at}.type: Field required`);
  if (kind !== 'ephemeral') throw unexpectedTag(at, kind, ['ephemeral']);
  const extra = Object.keys(control).find((name) => name !== 'type' && name !== 'ttl');
  if (extra !== undefined) throw saying(`${at}.ephemeral.${extra}: Extra inputs are not permitted`);
  const ttl = lifetimes.find((one) => one === asked);
  if (ttl === undefined && asked !== null) throw saying(`${at}.ephemeral.ttl: Input should be '5m' or '1h'`);
  return [{ cachePoint: { type: 'default', ...(ttl === undefined ? {} : { ttl }) } }];
}

/** The API writes the type into the place, where blocks of several types may stand. */
function controlIn(place: string, type: Json | undefined): string {
  const kind = place.startsWith('/tools') ? 'custom' : place.startsWith('/system') ? undefined : type;
  return `${placeOf(place)}${typeof kind === 'string' ? `.${kind}` : ''}.cache_control`;
}
