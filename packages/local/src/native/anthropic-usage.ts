/**
 * The counts of an answer as Claude tells them.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
import type { JsonObject, TokenUsage } from '@bedrock-kit/protocol';
import type { NativeContext } from './native-body.ts';

/**
 * The counts of what was cached are there even where nothing was.
 * https://github.com/pydantic/pydantic-ai/blob/main/tests/models/anthropic/cassettes/test_carried_thinking/test_carried_thinking_accepted_on_bedrock_transport.yaml
 */
export function usageOf(usage: TokenUsage): JsonObject {
  const { cacheWriteInputTokens = 0, cacheDetails = [{ ttl: '5m', inputTokens: cacheWriteInputTokens }] } =
    usage;
  const written = (ttl: '5m' | '1h'): number =>
    cacheDetails.find((detail) => detail.ttl === ttl)?.inputTokens ?? 0;
  return {
    ...inputOf(usage),
    cache_creation: {
      ephemeral_5m_input_tokens: written('5m'),
      ephemeral_1h_input_tokens: written('1h'),
    },
    output_tokens: usage.outputTokens,
  };
}

export function inputOf({
  inputTokens,
  cacheReadInputTokens = 0,
  cacheWriteInputTokens = 0,
}: TokenUsage): JsonObject {
  return {
    input_tokens: inputTokens,
    cache_creation_input_tokens: cacheWriteInputTokens,
    cache_read_input_tokens: cacheReadInputTokens,
  };
}

/**
 * Each sampling by itself, where there was more than that of the answer, whose counts leave the others out.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-compaction.html
 */
export function iterationsOf(usage: TokenUsage, { compaction }: NativeContext): JsonObject {
  if (compaction === undefined) return {};
  const { inputTokens, outputTokens, isAll } = compaction;
  const summing = usageOf({ inputTokens, outputTokens, totalTokens: inputTokens + outputTokens });
  const answering = isAll ? [] : [{ type: 'message', ...usageOf(usage) }];
  return { iterations: [{ type: 'compaction', ...summing }, ...answering] };
}
