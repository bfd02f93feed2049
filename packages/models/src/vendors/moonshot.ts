/**
 * Moonshot AI's Kimi, under two vendor names: `moonshot.kimi-k2-thinking`, and `moonshotai.` for everything later.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-moonshot-ai-kimi-k3.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { effortReasoning, reasoningOnDemand } from '../effort-reasoning.ts';
import { endingInMarch2027 } from '../ending.ts';
import { images } from '../media.ts';
import { implicitCaching } from '../prompt-caching.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every Kimi that Bedrock serves. */
export function moonshot(): VendorTable {
  const k2: Row = {
    like: openWeightModel,
    but: {
      family: 'kimi',
      toolUse: { choices: { any: 'unknown' } },
      // github.com/langchain-ai/docs/pull/5239; levels as models.dev lists them. Its reasoning goes back without a signature:
      // github.com/earendil-works/pi/pull/727
      reasoning: { ...effortReasoning(['reasoning_effort'], ['low', 'high', 'max']), history: 'unsigned' },
      contextWindow: 262_144,
    },
  };

  // Converse fails with an internal error when reasoning of earlier turns comes back; explicit caching is for the
  // other two APIs (model card).
  const k3: Row = {
    like: k2,
    but: {
      inputs: { image: images },
      toolUse: { streaming: true, choices: { any: true, tool: true } },
      // Both refused, measured: github.com/aws-samples/sample-spec-driven-presentation-maker/pull/352.
      sampling: { temperature: false, topP: false },
      reasoning: {
        // `reasoning_effort` is accepted and ignored: github.com/stdapi-ai/stdapi.ai, tests/probes/results.
        ...effortReasoning(['reasoning', 'effort'], ['none', 'low', 'medium', 'high', 'xhigh', 'max'], 'max'),
        off: { reasoning: { effort: 'none' } },
        forcedToolChoice: true,
        sampling: { efforts: undefined, temperature: false, topP: false, topK: 'unknown', maxTokens: true },
        history: 'refused',
      },
      promptCaching: implicitCaching(1024),
      serviceTiers: 'unknown',
      contextWindow: 1_048_576,
      maxOutputTokens: 128_000,
      minOutputTokens: 16,
      addressing: { onDemand: false, profiles: ['us', 'in', 'global'] },
    },
  };

  return {
    rows: {
      'kimi-k3': k3,
      'kimi-k2.5': {
        like: k2,
        but: {
          toolUse: { choices: { any: true } },
          // 3 MB an image, by the card.
          inputs: { image: { ...images, maxBytes: 3_145_728 } },
          reasoning: reasoningOnDemand(),
        },
      },
      'kimi-k2-thinking': { like: k2, but: endingInMarch2027('moonshotai.kimi-k2.5') },
    },
    newest: [[/^kimi/, k3]],
  };
}
