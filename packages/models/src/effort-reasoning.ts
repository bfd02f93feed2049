/**
 * Reasoning that an effort steers, as vendors have it in common.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/kb-test-configure-reasoning.html
 * @module
 */
import type { Effort, Reasoning } from './reasoning-record.ts';
import type { Support } from './record.ts';

/**
 * A model that always reasons, as hard as the effort at `path` in the request says, `usual` when none is sent. No source
 * tells what else holds while it reasons.
 */
export function effortReasoning(
  path: readonly string[],
  levels: readonly Effort[],
  usual: Effort | 'unknown' = 'unknown',
): Extract<Reasoning, { kind: 'effort' }> {
  return {
    kind: 'effort',
    on: {},
    off: false,
    effort: {
      path,
      outputConfig: 'unknown',
      levels,
      default: usual,
      highestWhenOff: undefined,
      beta: undefined,
      perMessage: false,
    },
    byDefault: true,
    forcedToolChoice: 'unknown',
    prefill: 'unknown',
    sampling: { efforts: undefined, temperature: true, topP: true, topK: 'unknown', maxTokens: true },
    history: 'unknown',
    tokensReportedAt: undefined,
  };
}

/**
 * A model that reasons when it is asked to: Bedrock has a field of its own for that, with the values none, low, medium and
 * high, of which only the last makes it reason (github.com/anomalyco/opencode/issues/28168,
 * github.com/danny-avila/LibreChat/issues/11974, github.com/calebevans/mulder/pull/194).
 */
export function reasoningOnDemand(byDefault: Support = false): ReturnType<typeof effortReasoning> {
  return {
    ...effortReasoning(['reasoning_config'], ['high']),
    on: { reasoning_config: 'high' },
    off: { reasoning_config: 'none' },
    byDefault,
  };
}
