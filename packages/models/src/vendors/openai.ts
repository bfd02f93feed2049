/**
 * OpenAI: gpt-oss and the GPT models. What they refuse was measured: github.com/stdapi-ai/stdapi.ai, tests/probes/results.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-openai-gpt-6-1-sol.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { effortReasoning } from '../effort-reasoning.ts';
import { images } from '../media.ts';
import { implicitCaching } from '../prompt-caching.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every model of OpenAI's that Bedrock serves. */
export function openai(): VendorTable {
  const oss: Row = {
    like: openWeightModel,
    but: {
      family: 'gpt-oss',
      name: 'gpt-oss-120b',
      // github.com/langchain-ai/langchain-aws/issues/1278
      toolUse: { choices: { tool: true } },
      // A call goes back with the reasoning before it (github.com/aws-samples/sample-per-model-bedrock,
      // 14-openai-gpt-oss/02-gpt-oss-safeguard-classification.ipynb), without a signature (github.com/earendil-works/pi/issues/686).
      reasoning: {
        ...effortReasoning(['reasoning_effort'], ['low', 'medium', 'high']),
        forcedToolChoice: true,
        history: 'unsigned',
      },
      contextWindow: 128_000,
      maxOutputTokens: 128_000,
      // https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-openai-gpt-oss-120b.html
      addressing: { profiles: ['us-gov'] },
    },
  };

  const safeguard: Row = {
    like: oss,
    but: { name: 'GPT OSS Safeguard 120B', addressing: { profiles: [] } },
  };

  // The GPT models refuse temperature, top-p and stop sequences, and answer with 16 tokens at least.
  // Their streams count cached tokens twice: github.com/maximhq/bifrost/pull/6942.
  const gpt61: Row = {
    like: openWeightModel,
    but: {
      family: 'gpt',
      inputs: { image: images },
      // The cards: for a schema in Converse "you must set" this, and the answer must not be streamed.
      // Without it one was kept to: github.com/anomalyco/models.dev/pull/6593.
      structuredOutput: { nativeStreaming: false, strictFields: { text: { format: { strict: true } } } },
      // Forced calls: github.com/stdapi-ai/stdapi.ai, tests/probes/results/openai.gpt-6.1-sol.json and openai.gpt-6-astra.json
      toolUse: { streaming: true, choices: { tool: true }, strict: 'unknown' },
      reasoning: {
        // "Unsupported value: 'none'", say this one (github.com/aws-samples/sample-per-model-bedrock,
        // 01-openai-gpt/01-responses-api-core.ipynb) and GPT-6 Astra (github.com/stdapi-ai/stdapi.ai,
        // tests/probes/results/openai.gpt-6-astra.json) alone.
        ...effortReasoning(['reasoning', 'effort'], ['low', 'medium', 'high', 'xhigh', 'max'], 'medium'),
        forcedToolChoice: true,
        sampling: { efforts: undefined, temperature: false, topP: false, topK: false, maxTokens: true },
        // https://github.com/UKGovernmentBEIS/inspect_ai/issues/5217
        history: 'redacted',
      },
      sampling: { temperature: false, topP: false, topK: false },
      // Explicit caching is documented for the Responses API alone.
      promptCaching: implicitCaching(1024),
      usage: { inputIncludesCacheWrites: true },
      serviceTiers: ['default'],
      contextWindow: 1_000_000,
      // "exceeds the model limit of 131072", say GPT-6 Astra and GPT-5.6, where the cards say 128,000: github.com/da-vinci-noob/clawdparty,
      // harness/test/fixtures/converse/model_limits.json,
      // https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/blob/main/lib/idp_common_pkg/idp_common/bedrock/client.py
      maxOutputTokens: 131_072,
      minOutputTokens: 16,
      addressing: { onDemand: false, profiles: ['us', 'global'] },
    },
  };

  const gpt6Astra: Row = { like: gpt61, but: { contextWindow: 1_050_000 } };

  const gpt6: Row = {
    like: gpt6Astra,
    but: {
      // Probed on Converse: github.com/stdapi-ai/stdapi.ai/issues/283, github.com/anomalyco/opencode/pull/48195.
      reasoning: {
        off: { reasoning: { effort: 'none' } },
        effort: { levels: ['none', 'low', 'medium', 'high', 'xhigh', 'max'] },
      },
    },
  };

  const gpt56: Row = {
    like: gpt6,
    but: {
      reasoning: { effort: { default: 'unknown' } },
      addressing: { profiles: ['us', 'in', 'global'] },
    },
  };

  // Served by the Responses API; Converse is only reported. What it reads from its cache may be shorter than 1,024 tokens:
  // github.com/aws-samples/sample-per-model-bedrock, 01-openai-gpt/04-prompt-caching-and-cost.ipynb
  const gpt55: Row = {
    like: gpt56,
    but: {
      operations: { Converse: 'unknown', ConverseStream: 'unknown' },
      guardrails: 'unknown',
      serviceTiers: 'unknown',
      reasoning: { effort: { levels: ['none', 'low', 'medium', 'high', 'xhigh'] } },
      promptCaching: { minTokens: 'unknown' },
      maxOutputTokens: 128_000,
      addressing: { profiles: 'unknown' },
    },
  };

  return {
    rows: {
      'gpt-6.1-sol': gpt61,
      'gpt-6-astra': gpt6Astra,
      'gpt-6-sol': gpt6,
      'gpt-6-luna': gpt6,
      'gpt-5.6-sol': { like: gpt56, but: { addressing: { profiles: ['us', 'global'] } } },
      'gpt-5.6-terra': gpt56,
      'gpt-5.6-luna': gpt56,
      'gpt-5.5': gpt55,
      'gpt-5.4': gpt55,
      'gpt-oss-120b': oss,
      'gpt-oss-20b': { like: oss, but: { name: 'gpt-oss-20b' } },
      'gpt-oss-safeguard-120b': safeguard,
      'gpt-oss-safeguard-20b': { like: safeguard, but: { name: 'GPT OSS Safeguard 20B' } },
    },
    newest: [
      [/^gpt-oss/, oss],
      [/^gpt/, gpt61],
    ],
  };
}
