/**
 * Google's Gemma.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { endingInMarch2027 } from '../ending.ts';
import { images } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every Gemma that Bedrock serves. */
export function google(): VendorTable {
  const gemma3: Row = {
    like: openWeightModel,
    but: {
      family: 'gemma',
      inputs: { image: images },
      // Tools are taken and never called, and a result is refused ("Conversation roles must alternate"), on Converse:
      // github.com/stdapi-ai/stdapi.ai, tests/probes/results/google.gemma-3-27b-it.json and google.gemma-3-12b-it.json
      toolUse: 'ignored',
      // The schema is kept to, recorded:
      // https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_bedrock/test_bedrock_native_output_google.yaml
      reasoning: { kind: 'none' },
      contextWindow: 128_000,
    },
  };

  // Sources do not agree on which of the other sizes keep to schemas.
  const smaller: Row = {
    like: gemma3,
    but: { structuredOutput: { native: 'unknown' } },
  };

  // Served by another endpoint; whether Converse answers is not documented.
  const gemma4: Row = {
    like: smaller,
    but: {
      operations: { Converse: 'unknown', ConverseStream: 'unknown' },
      inputs: { document: 'unknown' },
      toolUse: 'unknown',
      guardrails: 'unknown',
      serviceTiers: 'unknown',
      reasoning: { kind: 'unknown' },
      contextWindow: 262_144,
      maxOutputTokens: 32_768,
      addressing: { onDemand: 'unknown', profiles: 'unknown' },
    },
  };

  return {
    rows: {
      'gemma-4-31b': gemma4,
      'gemma-4-26b-a4b': gemma4,
      'gemma-4-e2b': {
        like: gemma4,
        but: { contextWindow: 131_072, maxOutputTokens: 8192 },
      },
      'gemma-3-27b-it': { like: gemma3, but: { ...endingInMarch2027(), name: 'Gemma 3 27B' } },
      'gemma-3-12b-it': { like: smaller, but: { ...endingInMarch2027(), name: 'Gemma 3 12B' } },
      'gemma-3-4b-it': {
        like: smaller,
        but: { ...endingInMarch2027(), name: 'Gemma 3 4B', toolUse: 'unknown' },
      },
    },
    newest: [[/^gemma/, gemma4]],
  };
}
