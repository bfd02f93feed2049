// The keys of `providerOptions` that are read: Bedrock's own two, and that of `@ai-sdk/anthropic`.

import type { SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { BedrockLanguageModelOptions, CachePointOption } from './options.ts';
import { recordOf, type UnknownRecord } from './record.ts';

/** Both keys that Bedrock options are written under; on a conflict the longer one wins, as in `@ai-sdk/amazon-bedrock`. */
export function bedrockOptions(providerOptions: SharedV4ProviderOptions | undefined): UnknownRecord {
  const { bedrock, amazonBedrock } = recordOf(providerOptions);
  return { ...recordOf(bedrock), ...recordOf(amazonBedrock) };
}

/** Those of `@ai-sdk/anthropic` that mean something here. */
export function anthropicOptions(
  providerOptions: SharedV4ProviderOptions | undefined,
): BedrockLanguageModelOptions {
  const { disableParallelToolUse, structuredOutputMode: mode } = providerOptions?.['anthropic'] ?? {};
  const isMode = mode === 'outputFormat' || mode === 'jsonTool' || mode === 'auto';
  return {
    // Of a call it caches up to the last block: https://platform.claude.com/docs/en/build-with-claude/prompt-caching
    cachePoint: cacheControlOf(providerOptions),
    disableParallelToolUse: disableParallelToolUse === true,
    ...(isMode && { structuredOutputMode: mode }),
  };
}

/** `@ai-sdk/anthropic` takes both names, the one of the AI SDK before that of Anthropic's API. */
export function cacheControlOf(providerOptions: SharedV4ProviderOptions | undefined): CachePointOption {
  const { cacheControl, cache_control } = providerOptions?.['anthropic'] ?? {};
  const { type, ttl } = recordOf(cacheControl ?? cache_control);
  return type === 'ephemeral' && (ttl === '1h' ? { ttl } : true);
}
