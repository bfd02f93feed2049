/**
 * Reasoning that an effort steers, as vendors have it in common.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 * @module
 */
import type { Effort, Reasoning } from './reasoning-record.ts';

/**
 * A model that always reasons, and how hard is an effort at a place in the request, `usual` when none is sent. What else
 * holds while it does, no source tells.
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
    effort: { path, levels, default: usual, beta: undefined },
    byDefault: true,
    forcedToolChoice: 'unknown',
    prefill: 'unknown',
    sampling: { efforts: undefined, temperature: true, topP: true, topK: 'unknown', maxTokens: true },
    history: 'unknown',
  };
}
