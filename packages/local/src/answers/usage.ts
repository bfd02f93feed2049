/**
 * The tokens of a turn: what the prompt cost, with what was read from and written to the cache, and what the answer cost.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html
 */
import type { ContentBlock, TokenUsage } from '@bedrock-kit/protocol';
import { bytesOf } from '../bytes.ts';
import type { InputUsage } from '../caching/prompt-cache.ts';
import { countTokens } from '../tokens.ts';

/** Counts the prompt. To be called once a turn, because counting reads and writes the cache. */
export type Meter = () => Promise<InputUsage>;

/** What a turn is measured with: its time, and its prompt. */
export interface Gauges {
  readonly elapsedMs: () => number;
  readonly meter: Meter;
}

/** The total includes what was read from and written to the cache: https://github.com/maximhq/bifrost/pull/6942 shows it measured. */
export function tokenUsage({ inputTokens, cached }: InputUsage, outputTokens: number): TokenUsage {
  if (cached === undefined) return { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
  const { read, written, details } = cached;
  return {
    inputTokens,
    outputTokens,
    totalTokens: inputTokens + read + written + outputTokens,
    cacheReadInputTokens: read,
    cacheWriteInputTokens: written,
    ...(details && { cacheDetails: [...details] }),
  };
}

/** Tokens of what a model said: words, thoughts, and calls of tools with their arguments. */
export function outputTokensOf(content: readonly ContentBlock[]): number {
  return content.reduce((sum, block) => sum + blockTokens(block), 0);
}

/** The tokens of the thoughts among them. */
export function thoughtTokensOf(content: readonly ContentBlock[]): number {
  return outputTokensOf(content.filter((block) => 'reasoningContent' in block));
}

export function blockTokens(block: ContentBlock): number {
  if ('text' in block) return countTokens(block.text);
  if ('toolUse' in block)
    return countTokens(block.toolUse.name) + countTokens(JSON.stringify(block.toolUse.input));
  if ('citationsContent' in block)
    return (block.citationsContent.content ?? []).reduce((sum, part) => sum + countTokens(part.text), 0);
  if ('reasoningContent' in block) {
    const reasoning = block.reasoningContent;
    return 'reasoningText' in reasoning
      ? countTokens(reasoning.reasoningText.text)
      : Math.ceil(bytesOf(reasoning.redactedContent).length / bytesPerToken);
  }
  return 0;
}

/** Thoughts that cannot be read are billed all the same: they are counted by their bytes. */
const bytesPerToken = 4;
