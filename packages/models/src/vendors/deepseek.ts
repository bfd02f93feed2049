/**
 * DeepSeek.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { reasoningOnDemand } from '../effort-reasoning.ts';
import { endingInMarch2027 } from '../ending.ts';
import { documents } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every model of DeepSeek's that Bedrock serves. */
export function deepseek(): VendorTable {
  const v32: Row = {
    like: openWeightModel,
    but: {
      family: 'deepseek',
      name: 'DeepSeek V3.2',
      // While it thinks it calls no tool that it is told to call, though Converse takes that: https://github.com/langchain-ai/langchain-aws/pull/1261
      // Its reasoning goes back without a signature: https://github.com/langchain-ai/langchain-aws/pull/1229
      reasoning: { ...reasoningOnDemand(), forcedToolChoice: 'ignored', history: 'unsigned' },
      contextWindow: 163_840,
      maxOutputTokens: 81_920,
    },
  };

  return {
    rows: {
      'v3.2': v32,
      v3: {
        like: v32,
        but: {
          ...endingInMarch2027('deepseek.v3.2'),
          name: 'DeepSeek V3.1',
          reasoning: { history: 'unknown' },
        },
      },
      r1: {
        like: openWeightModel,
        but: {
          ...endingInMarch2027('deepseek.v3.2'),
          family: 'deepseek',
          name: 'DeepSeek-R1',
          inputs: { document: documents },
          toolUse: false,
          structuredOutput: { native: false },
          stopSequences: { max: 'unknown', reportedAt: [] },
          prefill: false,
          serviceTiers: ['default'],
          reasoning: {
            kind: 'fixed',
            byDefault: true,
            forcedToolChoice: false,
            prefill: false,
            sampling: { efforts: undefined, temperature: true, topP: true, topK: 'unknown', maxTokens: true },
            history: 'refused',
            tokensReportedAt: undefined,
          },
          contextWindow: 128_000,
          maxOutputTokens: 32_768,
          addressing: { onDemand: false, profiles: ['us'] },
        },
      },
    },
    newest: [[/^v\d/, v32]],
  };
}
