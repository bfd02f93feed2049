/**
 * Amazon's own models: Nova, Titan, Rerank.
 * @see https://docs.aws.amazon.com/nova/latest/userguide/what-is-nova.html
 * @see https://docs.aws.amazon.com/nova/latest/nova2-userguide/what-is-nova-2.html
 * @module
 */
import { languageModel } from '../base-records.ts';
import { documents, images, videos } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';

const thousand = 1000;

const nova: Row = {
  like: languageModel,
  but: {
    family: 'nova',
    inputs: {
      image: { ...images, s3: true },
      document: { ...documents, s3: true },
      video: videos,
    },
    toolUse: {
      ...toolUse,
      choices: { auto: true, any: true, tool: true },
      strict: false,
      results: { ...toolUse.results, image: true, document: true },
      errorStatus: true,
    },
    structuredOutput: { native: false },
    reasoning: { kind: 'none' },
    sampling: { topK: { path: ['inferenceConfig', 'topK'], min: 0, max: 128 } },
    prefill: true,
    promptCaching: {
      places: ['system', 'messages'],
      minTokens: 1000,
      maxPoints: 4,
      ttls: ['5m'],
      lookBackBlocks: 'unknown',
      maxTokens: 20 * thousand,
      implicit: true,
    },
    citations: false,
    guardrails: true,
    contextWindow: 300 * thousand,
    maxOutputTokens: 10 * thousand,
    lifecycle: { status: 'active' },
    usage: { inputIncludesCacheWrites: false },
  },
};

const nova2: Row = {
  like: nova,
  but: {
    name: 'Nova 2 Lite',
    contextWindow: 1_000_000,
    maxOutputTokens: 64 * thousand,
    toolUse: { systemTools: ['nova_grounding', 'nova_code_interpreter'] },
    reasoning: {
      kind: 'effort',
      on: { reasoningConfig: { type: 'enabled' } },
      off: { reasoningConfig: { type: 'disabled' } },
      effort: {
        path: ['reasoningConfig', 'maxReasoningEffort'],
        levels: ['low', 'medium', 'high'],
        default: 'unknown',
        beta: undefined,
      },
      byDefault: false,
      forcedToolChoice: 'unknown',
      prefill: 'unknown',
      sampling: { efforts: ['high'], temperature: false, topP: false, topK: 'unknown', maxTokens: false },
      history: 'unknown',
    },
    addressing: { onDemand: false, profiles: ['us', 'eu', 'jp', 'global'] },
  },
};

/** Every model of Amazon's own on Bedrock. */
export const amazon: VendorTable = {
  rows: {
    'nova-2-lite': nova2,
    'nova-premier': {
      like: nova,
      but: {
        name: 'Nova Premier',
        contextWindow: 1_000_000,
        addressing: { onDemand: false, profiles: ['us'] },
      },
    },
    'nova-pro': { like: nova, but: { name: 'Nova Pro', addressing: { profiles: ['us', 'eu', 'apac'] } } },
    'nova-lite': {
      like: nova,
      but: { name: 'Nova Lite', addressing: { profiles: ['us', 'eu', 'apac', 'ca'] } },
    },
    'nova-micro': {
      like: nova,
      but: {
        name: 'Nova Micro',
        contextWindow: 128 * thousand,
        inputs: { image: false, document: false, video: false },
        addressing: { profiles: ['us', 'eu', 'apac'] },
      },
    },
  },
  newest: [[/^nova/, nova2]],
};
