// The keys of `providerOptions` that are read: Bedrock's own two, and that of `@ai-sdk/anthropic`.

import { InvalidArgumentError, type SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { BedrockLanguageModelOptions, CachePointOption } from './options.ts';
import { refusePromises } from './promises.ts';
import { recordOf, type UnknownRecord } from './record.ts';
import { type Warnings, warn } from './warnings.ts';

/** Both keys that Bedrock options are written under; on a conflict the longer one wins, as in `@ai-sdk/amazon-bedrock`. */
export function bedrockOptions(providerOptions: SharedV4ProviderOptions | undefined): UnknownRecord {
  const { bedrock, amazonBedrock } = recordOf(providerOptions);
  return { ...recordOf(bedrock), ...recordOf(amazonBedrock) };
}

/**
 * Warns of a key that can only mean Bedrock and is not read, such as `amazon-bedrock`, the name of the provider: of each once, where it first
 * stands.
 *
 * @param path of the provider options
 * @param isNeeded the options without which the call must not be made
 * @throws InvalidArgumentError for such an option under such a key, and for a promise in place of all options or under a key of Bedrock
 */
export function checkKeys(
  providerOptions: SharedV4ProviderOptions | undefined,
  path: string,
  warnings: Warnings,
  isNeeded: (option: string) => boolean = () => false,
): void {
  refusePromises(providerOptions, path);
  for (const [key, options] of Object.entries(providerOptions ?? {})) {
    if (!/^(amazon|aws)?[\W_]?bedrock$/i.test(key)) continue;
    const argument = `${path}.${key}`;
    refusePromises(options, argument);
    if (key === 'bedrock' || key === 'amazonBedrock') continue;
    const names = Object.keys(recordOf(options));
    if (names.length === 0) continue; // as where a condition gave none
    const message = `${argument} is not read. Options for Bedrock go under providerOptions.bedrock.`;
    if (names.some(isNeeded)) throw new InvalidArgumentError({ argument, message });
    warn(warnings, message, `key ${key}`);
  }
}

/** Those of `@ai-sdk/anthropic` that mean something here for Claude alone: other models are called beside it with the options of both. */
export function anthropicOptions(
  providerOptions: SharedV4ProviderOptions | undefined,
): BedrockLanguageModelOptions {
  const { disableParallelToolUse, structuredOutputMode: mode } = providerOptions?.['anthropic'] ?? {};
  const isMode = mode === 'outputFormat' || mode === 'jsonTool' || mode === 'auto';
  return {
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
