/**
 * Anthropic's Claude.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards-anthropic.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 * @module
 */
import { languageModel } from '../base-records.ts';
import { documents, images } from '../media.ts';
import type { PromptCaching } from '../record.ts';
import type { Row, VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';

const thousand = 1000;
const million = 1_000_000;

function caching(minTokens: number, ...ttls: PromptCaching['ttls']): PromptCaching {
  return {
    places: ['system', 'messages', 'tools'],
    minTokens,
    maxPoints: 4,
    ttls,
    lookBackBlocks: 20,
    maxTokens: 'unknown',
    implicit: false,
  };
}

// Claude 2 and Instant: text alone.
const text: Row = {
  like: languageModel,
  but: {
    family: 'claude',
    inputs: { image: false },
    toolUse: false,
    structuredOutput: { native: false },
    reasoning: { kind: 'none' },
    sampling: { topK: { path: ['top_k'], min: 0, max: 500 } },
    stopSequences: { max: 8191, reportedAt: ['/stop_sequence', '/delta/stop_sequence'] },
    prefill: true,
    citations: false,
    guardrails: true,
    contextWindow: 100 * thousand,
    maxOutputTokens: 4096,
    addressing: { onDemand: true, profiles: [] },
    lifecycle: { status: 'end-of-life' },
    usage: { inputIncludesCacheWrites: false },
  },
};

const claude3: Row = {
  like: text,
  but: {
    inputs: { image: images, document: documents },
    toolUse: {
      ...toolUse,
      choices: { auto: true, any: true, tool: true },
      strict: false,
      results: { ...toolUse.results, image: true, document: true, video: false },
      errorStatus: true,
      schema: { rootUnions: false, largeIntegers: false },
    },
    contextWindow: 200 * thousand,
    systemMessages: false,
  },
};

const claude35: Row = { like: claude3, but: { maxOutputTokens: 8192, citations: true } };

const budget: Row = {
  like: claude35,
  but: {
    maxOutputTokens: 64 * thousand,
    promptCaching: caching(1024, '5m'),
    reasoning: {
      kind: 'budget',
      on: { thinking: { type: 'enabled' } },
      off: { thinking: { type: 'disabled' } },
      budget: { path: ['thinking', 'budget_tokens'], min: 1024 },
      effort: undefined,
      byDefault: false,
      forcedToolChoice: false,
      prefill: false,
      sampling: { efforts: undefined, temperature: false, topP: [0.95, 1], topK: false, maxTokens: true },
      history: 'signed',
    },
    addressing: { onDemand: false },
  },
};

const claude45: Row = {
  like: budget,
  but: {
    sampling: { temperatureXorTopP: true },
    promptCaching: caching(4096, '5m', '1h'),
    structuredOutput: { native: true },
    toolUse: { strict: true, results: { searchResult: true } },
    lifecycle: { status: 'active' },
  },
};

const adaptive46: Row = {
  like: claude45,
  but: {
    contextWindow: million,
    prefill: false,
    reasoning: {
      kind: 'adaptive',
      on: { thinking: { type: 'adaptive' } },
      off: { thinking: { type: 'disabled' } },
      effort: {
        path: ['output_config', 'effort'],
        levels: ['low', 'medium', 'high', 'max'],
        default: 'high',
        beta: undefined,
      },
      budget: {
        on: { thinking: { type: 'enabled' } },
        path: ['thinking', 'budget_tokens'],
        min: 1024,
      },
      modes: [],
      displays: ['summarized', 'omitted'],
      byDefault: false,
      forcedToolChoice: false,
      prefill: false,
      sampling: { efforts: undefined, temperature: false, topP: [0.95, 1], topK: false, maxTokens: true },
      history: 'signed',
    },
  },
};

// From Opus 4.7 on: no budgets, no sampling parameters, no strict tools through Converse.
const adaptive: Row = {
  like: adaptive46,
  but: {
    maxOutputTokens: 128 * thousand,
    structuredOutput: { native: false },
    toolUse: { strict: false },
    sampling: { temperature: false, topP: false, topK: false, temperatureXorTopP: false },
    reasoning: {
      kind: 'adaptive',
      budget: undefined,
      effort: { levels: ['low', 'medium', 'high', 'xhigh', 'max'] },
      sampling: { topP: false },
    },
  },
};

// Opus 5 and the rest of its generation think unless they are told not to.
const opus5: Row = {
  like: adaptive,
  but: {
    name: 'Claude Opus 5',
    promptCaching: caching(512, '5m', '1h'),
    reasoning: { kind: 'adaptive', byDefault: true },
    addressing: { profiles: ['us', 'eu', 'au', 'global'] },
  },
};

// Thinking cannot be switched off, and so a tool can never be forced.
const alwaysThinking: Row = {
  like: opus5,
  but: {
    reasoning: { kind: 'adaptive', off: false },
    toolUse: { choices: { any: false, tool: false } },
  },
};

const opus55: Row = {
  like: alwaysThinking,
  but: {
    name: 'Claude Opus 5.5',
    operations: { CountTokens: false },
    reasoning: { kind: 'adaptive', effort: { default: 'medium' } },
    addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
  },
};

const sonnet55: Row = {
  like: alwaysThinking,
  but: {
    name: 'Claude Sonnet 5.5',
    maxOutputTokens: 'unknown',
    structuredOutput: { native: 'unknown' },
    reasoning: { kind: 'adaptive', modes: ['between_tools'] },
    addressing: { profiles: ['us', 'global'] },
  },
};

const haiku55: Row = {
  like: opus5,
  but: {
    name: 'Claude Haiku 5.5',
    structuredOutput: { native: 'unknown' },
    toolUse: { strict: 'unknown' },
    reasoning: { kind: 'adaptive', byDefault: 'unknown', forcedToolChoice: 'unknown' },
    addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
  },
};

const fable5: Row = {
  like: opus5,
  but: {
    name: 'Claude Fable 5',
    maxOutputTokens: 'unknown',
    reasoning: { kind: 'adaptive', off: false, forcedToolChoice: true },
    addressing: { profiles: ['us', 'eu', 'global'] },
  },
};

const fable51: Row = {
  like: alwaysThinking,
  but: {
    name: 'Claude Fable 5.1',
    maxOutputTokens: 'unknown',
    structuredOutput: { native: 'unknown' },
    addressing: { profiles: ['us', 'global'] },
  },
};

/** Every Claude that Bedrock serves or served. */
export const anthropic: VendorTable = {
  rows: {
    'claude-opus-5-5': opus55,
    'claude-sonnet-5-5': sonnet55,
    'claude-haiku-5-5': haiku55,
    'claude-fable-5-1': fable51,
    'claude-mythos-5-1': { like: fable51, but: { name: 'Claude Mythos 5.1' } },
    'claude-opus-5': opus5,
    'claude-sonnet-5': {
      like: opus5,
      but: { name: 'Claude Sonnet 5', promptCaching: { minTokens: 1024 } },
    },
    'claude-fable-5': fable5,
    'claude-opus-4-8': {
      like: adaptive,
      but: {
        name: 'Claude Opus 4.8',
        promptCaching: { minTokens: 1024 },
        addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global'] },
      },
    },
    'claude-opus-4-7': {
      like: adaptive,
      but: { name: 'Claude Opus 4.7', addressing: { profiles: ['us', 'eu', 'jp', 'global'] } },
    },
    'claude-opus-4-6': {
      like: adaptive46,
      but: {
        name: 'Claude Opus 4.6',
        maxOutputTokens: 128 * thousand,
        addressing: { profiles: ['us', 'eu', 'au', 'global'] },
      },
    },
    'claude-sonnet-4-6': {
      like: adaptive46,
      but: {
        name: 'Claude Sonnet 4.6',
        promptCaching: { minTokens: 1024 },
        addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global'] },
      },
    },
    'claude-opus-4-5': {
      like: claude45,
      but: {
        name: 'Claude Opus 4.5',
        sampling: { temperatureXorTopP: false },
        addressing: { profiles: ['us', 'eu', 'global'] },
      },
    },
    'claude-haiku-4-5': {
      like: claude45,
      but: {
        name: 'Claude Haiku 4.5',
        addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global'] },
      },
    },
    'claude-sonnet-4-5': {
      like: claude45,
      but: {
        name: 'Claude Sonnet 4.5',
        promptCaching: { minTokens: 1024 },
        addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
      },
    },
    'claude-opus-4-1': {
      like: budget,
      but: { name: 'Claude Opus 4.1', maxOutputTokens: 32 * thousand, addressing: { profiles: ['us'] } },
    },
    'claude-sonnet-4': {
      like: budget,
      but: { name: 'Claude Sonnet 4', addressing: { profiles: ['us', 'eu', 'apac', 'global'] } },
    },
    'claude-opus-4': {
      like: budget,
      but: { name: 'Claude Opus 4', maxOutputTokens: 32 * thousand, addressing: { profiles: ['us'] } },
    },
    'claude-3-7-sonnet': {
      like: budget,
      but: { name: 'Claude 3.7 Sonnet', addressing: { profiles: ['us', 'eu', 'apac'] } },
    },
    'claude-3-5-haiku': {
      like: claude35,
      but: { name: 'Claude 3.5 Haiku', inputs: { image: false }, addressing: { profiles: ['us'] } },
    },
    'claude-3-5-sonnet': {
      like: claude35,
      but: { name: 'Claude 3.5 Sonnet', addressing: { profiles: ['us', 'eu', 'apac'] } },
    },
    'claude-3-opus': {
      like: claude3,
      but: { name: 'Claude 3 Opus', addressing: { profiles: ['us'] } },
    },
    'claude-3-sonnet': {
      like: claude3,
      but: { name: 'Claude 3 Sonnet', addressing: { profiles: ['us', 'eu', 'apac'] } },
    },
    'claude-3-haiku': {
      like: claude3,
      but: { name: 'Claude 3 Haiku', addressing: { profiles: ['us', 'eu', 'apac'] } },
    },
    'claude-v2:1': { like: text, but: { name: 'Claude 2.1', contextWindow: 200 * thousand } },
    'claude-v2': { like: text, but: { name: 'Claude 2' } },
    'claude-instant-v1': { like: text, but: { name: 'Claude Instant' } },
  },
  newest: [
    [/opus/, opus55],
    [/sonnet/, sonnet55],
    [/haiku/, haiku55],
    [/^claude/, fable51],
  ],
};
