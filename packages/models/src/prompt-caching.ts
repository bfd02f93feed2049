/**
 * Caching of prompts, as vendors have it in common.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 * @module
 */
import type { PromptCaching, Quantity } from './record.ts';

/** A model that caches by itself and takes no cache points. */
export function implicitCaching(minTokens: Quantity): PromptCaching {
  return {
    places: [],
    minTokens,
    maxPoints: 'unknown',
    ttls: [],
    lookBackBlocks: 'unknown',
    maxTokens: 'unknown',
    implicit: true,
  };
}

/** Four checkpoints, in every field, for five minutes, looking back about 20 blocks: Claude's. */
export function claudeCaching(minTokens: number): PromptCaching {
  return {
    places: ['system', 'messages', 'tools'],
    minTokens,
    maxPoints: 4,
    ttls: ['5m'],
    lookBackBlocks: 20,
    maxTokens: 'unknown',
    implicit: false,
  };
}
