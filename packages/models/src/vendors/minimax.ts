/**
 * MiniMax.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { reasoningOnDemand } from '../effort-reasoning.ts';
import { endingInMarch2027 } from '../ending.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every model of MiniMax's that Bedrock serves. */
export function minimax(): VendorTable {
  const m2: Row = {
    like: openWeightModel,
    but: {
      family: 'minimax',
      // It thinks unasked, and takes its reasoning back (github.com/aws-samples/sample-per-model-bedrock,
      // 09-minimax/01-minimax-m2.ipynb), without a signature (github.com/earendil-works/pi/pull/727). It keeps to a schema meanwhile:
      // https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_bedrock/test_bedrock_native_output_minimax.yaml
      reasoning: { ...reasoningOnDemand(true), forcedToolChoice: true, history: 'unsigned' },
      toolUse: { choices: { any: 'unknown' }, strict: 'unknown' },
      contextWindow: 204_608,
      maxOutputTokens: 128_000,
    },
  };

  const m25: Row = {
    like: m2,
    but: {
      name: 'MiniMax M2.5',
      // Listed both with and without structured output.
      structuredOutput: { native: 'unknown' },
      toolUse: { choices: { any: true } },
      contextWindow: 196_608,
      maxOutputTokens: 98_304,
    },
  };

  return {
    rows: {
      'minimax-m2.5': m25,
      'minimax-m2.1': {
        like: m25,
        but: {
          ...endingInMarch2027('minimax.minimax-m2.5'),
          name: 'MiniMax M2.1',
          maxOutputTokens: 131_072,
        },
      },
      'minimax-m2': {
        like: m2,
        but: { ...endingInMarch2027('minimax.minimax-m2.5'), name: 'MiniMax M2' },
      },
    },
    newest: [[/^minimax/, m25]],
  };
}
