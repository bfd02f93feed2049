/**
 * Writer's Palmyra.
 * What they refuse was measured: github.com/stdapi-ai/stdapi.ai, tests/probes/results.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-writer-palmyra.html
 * @module
 */
import { openWeightModel, textModel } from '../base-records.ts';
import { images } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';
import { textTools } from '../tool-use.ts';

/** Every Palmyra that Bedrock serves. */
export function writer(): VendorTable {
  const x5: Row = {
    like: textModel,
    but: {
      family: 'palmyra',
      // A result stands alone in its message, without a status. Measured of X4 and X5:
      // https://github.com/pydantic/pydantic-ai/blob/main/pydantic_ai_slim/pydantic_ai/providers/bedrock.py, recorded in
      // https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_bedrock/test_bedrock_writer_tool_result_followed_by_text_accepted.yaml
      toolUse: {
        ...textTools,
        streaming: false,
        choices: { auto: true, any: false, tool: false },
        errorStatus: false,
        mixedTurns: false,
      },
      reasoning: { kind: 'unknown' },
      sampling: { topK: 'unknown' },
      prefill: false,
      serviceTiers: ['default'],
      contextWindow: 1_000_000,
      maxOutputTokens: 8192,
      addressing: { onDemand: false, profiles: ['us'] },
    },
  };

  return {
    rows: {
      'palmyra-x5': x5,
      // The page says 122,880 tokens, and Converse took 280,029: github.com/da-vinci-noob/clawdparty,
      // harness/test/fixtures/converse/model_context_windows.json
      'palmyra-x4': { like: x5, but: { contextWindow: 'unknown' } },
      'palmyra-vision-7b': {
        like: openWeightModel,
        but: {
          family: 'palmyra',
          inputs: { image: images },
          system: false,
          systemMessages: false,
          toolUse: false,
          structuredOutput: { nativeStreaming: 'unknown' },
          assistantFirst: false,
          contextWindow: 4096,
        },
      },
    },
    newest: [[/^palmyra/, x5]],
  };
}
