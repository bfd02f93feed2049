/**
 * The member `amazon-bedrock-invocationMetrics`, in which the last chunk of a stream sums up its tokens and its time.
 */
import type { JsonObject } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';

export function invocationMetrics({ usage }: Pick<WholeAnswer, 'usage'>, latencyMs: number): JsonObject {
  return {
    inputTokenCount: usage.inputTokens,
    outputTokenCount: usage.outputTokens,
    invocationLatency: latencyMs,
    firstByteLatency: latencyMs,
  };
}

/** The same of a model whose prompts are cached. */
export function cacheMetrics(answer: Pick<WholeAnswer, 'usage'>, latencyMs: number): JsonObject {
  const { cacheReadInputTokens = 0, cacheWriteInputTokens = 0 } = answer.usage;
  return {
    ...invocationMetrics(answer, latencyMs),
    cacheReadInputTokenCount: cacheReadInputTokens,
    cacheWriteInputTokenCount: cacheWriteInputTokens,
  };
}
