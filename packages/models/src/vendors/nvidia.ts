/**
 * NVIDIA's Nemotron.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { reasoningOnDemand } from '../effort-reasoning.ts';
import { endingInMarch2027 } from '../ending.ts';
import { images } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every Nemotron that Bedrock serves. */
export function nvidia(): VendorTable {
  const super3: Row = {
    like: openWeightModel,
    but: {
      family: 'nemotron',
      name: 'Nemotron 3 Super 120B',
      toolUse: { choices: { any: 'unknown' } },
      reasoning: reasoningOnDemand(),
      contextWindow: 262_144,
      maxOutputTokens: 131_072,
      // All four, in July 2026:
      // https://aws.amazon.com/blogs/machine-learning/run-nvidia-nemotron-and-openai-gpt-oss-models-on-amazon-bedrock-in-aws-govcloud-us
      addressing: { profiles: ['us-gov'] },
    },
  };

  const nano2: Row = {
    like: super3,
    but: {
      toolUse: { choices: { any: true } },
      reasoning: { kind: 'none' },
      contextWindow: 131_072,
      maxOutputTokens: 'unknown',
    },
  };

  return {
    rows: {
      'nemotron-super-3-120b': super3,
      'nemotron-nano-3-30b': {
        like: super3,
        but: { toolUse: { choices: { any: true } }, maxOutputTokens: 'unknown' },
      },
      'nemotron-nano-12b-v2': {
        like: nano2,
        but: { ...endingInMarch2027(), name: 'Nemotron Nano 12B v2 VL', inputs: { image: images } },
      },
      'nemotron-nano-9b-v2': {
        like: nano2,
        but: { ...endingInMarch2027('nvidia.nemotron-nano-3-30b'), name: 'Nemotron Nano 9B v2' },
      },
    },
    newest: [[/^nemotron/, super3]],
  };
}
