/**
 * Alibaba's Qwen.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-qwen.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { reasoningOnDemand } from '../effort-reasoning.ts';
import { endingInMarch2027 } from '../ending.ts';
import { images } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every Qwen that Bedrock serves. */
export function qwen(): VendorTable {
  const qwen3: Row = {
    like: openWeightModel,
    but: {
      family: 'qwen',
      reasoning: reasoningOnDemand(),
      contextWindow: 262_144,
      maxOutputTokens: 131_072,
    },
  };

  const vision: Row = {
    like: qwen3,
    but: {
      reasoning: { kind: 'none' },
      inputs: { image: images },
      // Measured: https://github.com/pydantic/pydantic-ai/pull/6098 and pull/6255
      toolUse: { mixedTurns: true },
      assistantFirst: true,
      contextWindow: 262_000,
      maxOutputTokens: 262_000,
    },
  };

  const coder: Row = { like: qwen3, but: { reasoning: { kind: 'none' } } };

  return {
    rows: {
      'qwen3-235b-a22b-2507': qwen3,
      'qwen3-32b': {
        like: qwen3,
        but: {
          // It does not think unasked (github.com/aws-samples/sample-per-model-bedrock, 04-qwen/01-qwen3-core-and-tools.ipynb), and
          // its reasoning goes back without a signature (github.com/earendil-works/pi/pull/727).
          reasoning: { history: 'unsigned' },
          contextWindow: 32_768,
          maxOutputTokens: 16_384,
        },
      },
      'qwen3-coder-30b-a3b': { like: coder, but: endingInMarch2027('qwen.qwen3-coder-next') },
      'qwen3-coder-480b-a35b': {
        like: coder,
        but: {
          ...endingInMarch2027('qwen.qwen3-coder-next'),
          contextWindow: 131_072,
          maxOutputTokens: 65_536,
        },
      },
      'qwen3-coder-next': { like: coder, but: { maxOutputTokens: 65_536 } },
      'qwen3-next-80b-a3b': {
        like: qwen3,
        but: { contextWindow: 262_000, maxOutputTokens: 262_000 },
      },
      'qwen3-vl-235b-a22b': vision,
    },
    newest: [
      // What a Qwen that is not in the table does with reasoning, nobody can say: some think, some do not.
      [/-vl-/, { like: vision, but: { reasoning: { kind: 'unknown' } } }],
      // It may be one that sees, too.
      [/^qwen/, { like: qwen3, but: { reasoning: { kind: 'unknown' }, inputs: { image: 'unknown' } } }],
    ],
  };
}
