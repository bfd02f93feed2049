/**
 * Meta's Llama.
 * Images that a model takes: github.com/aws-samples/generative-ai-use-cases/issues/1040, github.com/boto/boto3/issues/4463.
 * Tiers and the last turn were measured of Llama 3 to 3.3: github.com/stdapi-ai/stdapi.ai, tests/probes/results.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
 * @module
 */
import { textModel } from '../base-records.ts';
import { endingInMarch2027 } from '../ending.ts';
import { images } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';
import { freeTextTools } from '../tool-use.ts';

/** Every Llama that Bedrock serves or served. */
export function meta(): VendorTable {
  const llama3: Row = {
    like: textModel,
    but: {
      family: 'llama',
      prefill: false,
      serviceTiers: ['default'],
      contextWindow: 8192,
      // https://github.com/BerriAI/litellm/pull/33413
      maxOutputTokens: 2048,
    },
  };

  // Tools without streaming, and no say in which (github.com/vercel/ai/issues/4396). Turns were measured of Llama 3.2 and 4:
  // github.com/langchain-ai/langchain-aws/pull/1118, github.com/strands-agents/harness-sdk/issues/1223
  // Both limits as Converse names them when it refuses more, also of Llama 4; the cards say 4K of this one:
  // github.com/da-vinci-noob/clawdparty, harness/test/fixtures/converse, https://github.com/pollinations/pollinations/pull/5503
  const llama31: Row = {
    like: llama3,
    but: {
      toolUse: { ...freeTextTools, streaming: false, mixedTurns: false },
      contextWindow: 131_072,
      maxOutputTokens: 8192,
      addressing: { profiles: ['us'] },
    },
  };

  const ended: Row['but'] = {
    lifecycle: {
      status: 'end-of-life',
      legacySince: '2026-01-07',
      endOfLife: '2026-07-07',
    },
  };

  const llama32: Row = {
    like: llama31,
    but: { ...ended, toolUse: false, addressing: { profiles: ['us', 'eu'] } },
  };

  const llama32Vision: Row = {
    like: llama31,
    but: { ...ended, inputs: { image: { ...images, maxCount: 1 } } },
  };

  const llama4: Row = {
    like: llama31,
    but: {
      inputs: { image: { ...images, maxCount: 8 } },
      // Measured, against the documentation: github.com/anomalyco/opencode/issues/49443, github.com/pydantic/pydantic-ai/pull/6254.
      toolUse: { results: { image: true, document: true } },
      prefill: 'unknown',
      serviceTiers: 'unknown',
      contextWindow: 1_000_000,
      addressing: { onDemand: false },
    },
  };

  const llama2: Row = {
    like: llama3,
    but: {
      contextWindow: 4096,
      lifecycle: { status: 'end-of-life' },
    },
  };

  return {
    rows: {
      'llama4-maverick-17b-instruct': { like: llama4, but: endingInMarch2027() },
      'llama4-scout-17b-instruct': {
        like: llama4,
        but: { ...endingInMarch2027(), contextWindow: 3_500_000 },
      },
      // On demand, says AWS's own list of models, like 3.1: github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json
      'llama3-3-70b-instruct': { like: llama31, but: endingInMarch2027() },
      'llama3-2-1b-instruct': llama32,
      'llama3-2-3b-instruct': llama32,
      'llama3-2-11b-instruct': llama32Vision,
      'llama3-2-90b-instruct': llama32Vision,
      'llama3-1-8b-instruct': { like: llama31, but: endingInMarch2027() },
      'llama3-1-70b-instruct': {
        like: llama31,
        but: { ...endingInMarch2027(), optimizedLatency: true },
      },
      'llama3-1-405b-instruct': {
        like: llama31,
        but: { ...ended, optimizedLatency: true },
      },
      'llama3-8b-instruct': { like: llama3, but: endingInMarch2027() },
      'llama3-70b-instruct': { like: llama3, but: endingInMarch2027() },
      'llama2-13b-chat': { like: llama2, but: { name: 'Llama 2 Chat 13B' } },
      'llama2-70b-chat': { like: llama2, but: { name: 'Llama 2 Chat 70B' } },
      'llama2-13b': llama2,
      'llama2-70b': llama2,
    },
    newest: [[/^llama/, llama4]],
  };
}
