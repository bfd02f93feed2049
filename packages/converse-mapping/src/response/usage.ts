// Token counts that match the bill: what was sent, what of it came from or went into the cache, what was answered.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html

import type { JSONObject, LanguageModelV4Usage } from '@ai-sdk/provider';
import { isRecord, numberOf, recordOf } from '../record.ts';

/** Where a family's counts depart from the documented form. */
export interface UsageQuirks {
  /** `inputTokens` already holds the cached tokens, and `totalTokens` counts them twice. */
  readonly inputIncludesCache: boolean;
}

/**
 * Converse documents `inputTokens` as the part that touched no cache, so the input is the sum of the three.
 * `totalTokens` tells when that is not so: if it equals input plus output while cache counts are present, the input holds them.
 * The OpenAI family streams the input with the cached part in it and a `totalTokens` that counts it twice, so that no arithmetic
 * can tell; measured in https://github.com/maximhq/bifrost/pull/6942.
 * A count that is missing or not a number stays undefined: never NaN.
 * @param fields `additionalModelResponseFields`
 */
export function usageOf(usage: unknown, quirks: UsageQuirks, fields?: unknown): LanguageModelV4Usage {
  const counts = recordOf(usage);
  const input = numberOf(counts['inputTokens']);
  const output = numberOf(counts['outputTokens']);
  const none = input === undefined ? undefined : 0;
  const cacheRead = numberOf(counts['cacheReadInputTokens']) ?? none;
  const cacheWrite = numberOf(counts['cacheWriteInputTokens']) ?? none;
  const cached = (cacheRead ?? 0) + (cacheWrite ?? 0);
  const included =
    input !== undefined &&
    input >= cached &&
    (quirks.inputIncludesCache || numberOf(counts['totalTokens']) === input + (output ?? 0));
  const noCache = included ? input - cached : input;
  // The service model has no such count; gateways and OpenAI models pass one through in one of these two places, and Claude's and
  // Grok's own is there because the request asks for it. Recorded: github.com/BerriAI/litellm, tests/integration/translation/messages/tool_search
  const own = recordOf(recordOf(recordOf(fields)['usage'])['output_tokens_details']);
  const reasoning =
    numberOf(counts['reasoningTokens']) ??
    numberOf(recordOf(counts['outputTokensDetails'])['reasoningTokens']) ??
    numberOf(own['reasoning_tokens']) ??
    numberOf(own['thinking_tokens']);
  return {
    inputTokens: {
      total: noCache === undefined ? undefined : noCache + cached,
      noCache,
      cacheRead,
      cacheWrite,
    },
    outputTokens: {
      total: output,
      text: output === undefined ? undefined : Math.max(0, output - (reasoning ?? 0)),
      reasoning,
    },
    // It came out of JSON.parse, which TypeScript cannot know.
    ...(isRecord(usage) && { raw: usage as JSONObject }),
  };
}
