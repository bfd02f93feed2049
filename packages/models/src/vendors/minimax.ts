/**
 * MiniMax.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { reasoningOnDemand } from '../effort-reasoning.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every model of MiniMax's that Bedrock serves. */
export function minimax(): VendorTable {
  const m25: Row = {
    like: openWeightModel,
    but: {
      family: 'minimax',
      name: 'MiniMax M2.5',
      // It thinks unasked, and takes its reasoning back (github.com/aws-samples/sample-per-model-bedrock,
      // 09-minimax/01-minimax-m2.ipynb), without a signature (github.com/earendil-works/pi/pull/727).
      reasoning: { ...reasoningOnDemand(true), forcedToolChoice: true, history: 'unsigned' },
      // Listed both with and without structured output.
      structuredOutput: { native: 'unknown', nativeStreaming: 'unknown' },
      toolUse: { strict: 'unknown' },
      contextWindow: 196_608,
      maxOutputTokens: 98_304,
    },
  };

  return {
    rows: {
      'minimax-m2.5': m25,
      'minimax-m2.1': { like: m25, but: { name: 'MiniMax M2.1', maxOutputTokens: 131_072 } },
      'minimax-m2': {
        like: m25,
        but: {
          name: 'MiniMax M2',
          toolUse: { choices: { any: 'unknown' } },
          contextWindow: 204_608,
          maxOutputTokens: 128_000,
        },
      },
    },
    newest: [[/^minimax/, m25]],
  };
}
