/**
 * Z.AI's GLM.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-zai-glm-5-3.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { effortReasoning, reasoningOnDemand } from '../effort-reasoning.ts';
import { endingInMarch2027 } from '../ending.ts';
import { implicitCaching } from '../prompt-caching.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every GLM that Bedrock serves. */
export function zai(): VendorTable {
  const glm: Row = {
    like: openWeightModel,
    but: { family: 'glm', contextWindow: 202_752, maxOutputTokens: 128_000 },
  };

  const glm5: Row = { like: glm, but: { reasoning: reasoningOnDemand() } };

  const glm47: Row = {
    like: glm5,
    but: { ...endingInMarch2027('zai.glm-5'), maxOutputTokens: 'unknown' },
  };

  // The card lists explicit caching from 1,024 tokens for at least 30 minutes, without the fields that take a point.
  const glm53: Row = {
    like: glm,
    but: {
      inputs: { document: 'unknown' },
      toolUse: { choices: { any: 'unknown', tool: 'unknown' } },
      // Measured on Converse: all of these, and none, with which it does not think.
      // github.com/aws-samples/sample-per-model-bedrock, 06-zai-glm/02-glm-5-3.ipynb
      reasoning: {
        ...effortReasoning(['reasoning_effort'], ['low', 'medium', 'high', 'xhigh', 'max']),
        off: { reasoning_effort: 'none' },
      },
      promptCaching: implicitCaching(1024),
      contextWindow: 1_000_000,
      addressing: { onDemand: false, profiles: ['us', 'global'] },
    },
  };

  return {
    rows: {
      'glm-5.3': glm53,
      'glm-5': glm5,
      'glm-4.7': glm47,
      'glm-4.7-flash': glm47,
    },
    newest: [[/^glm/, glm53]],
  };
}
