/**
 * The places in a prompt up to which it may be cached: behind each part of its content, the cache points among them.
 */
import type { CachePointBlock } from '@bedrock-kit/protocol';
import { sha256Hex } from '../digest.ts';
import type { PromptPart } from './prompt.ts';

export interface Boundary {
  /** The same for the same model and the same beginning of a prompt. */
  readonly key: string;
  /** Tokens in front of it. */
  readonly tokens: number;
  /** Blocks of content in front of it. */
  readonly blocks: number;
  /** The cache point that stands here; undefined where there is none. */
  readonly point: CachePointBlock['ttl'] | 'default' | undefined;
}

/** In the order of the prompt. */
export async function boundariesOf(parts: readonly PromptPart[], model: string): Promise<Boundary[]> {
  const boundaries: Boundary[] = [];
  let key = model;
  let tokens = 0;
  let blocks = 0;
  for (const part of parts) {
    if (part.kind === 'point') {
      // It marks the boundary of the content in front of it.
      const before = boundaries.pop();
      if (before !== undefined) boundaries.push({ ...before, point: part.ttl ?? 'default' });
      continue;
    }
    key = await sha256Hex(new TextEncoder().encode(`${key}/${part.kind}/${part.content}`));
    if (part.kind === 'settings') continue;
    tokens += part.tokens;
    blocks += 1;
    boundaries.push({ key, tokens, blocks, point: undefined });
  }
  return boundaries;
}
