/**
 * Anthropic's Claude.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 * @see https://platform.claude.com/docs/en/about-claude/models/overview
 * @module
 */
import { languageModel } from '../base-records.ts';
import { documents, images } from '../media.ts';
import type { PromptCaching } from '../record.ts';
import type { Row, VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';

// Four checkpoints, in every field, looking back about 20 blocks (prompt caching guide).
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
const claude2: Row = {
  like: languageModel,
  but: {
    family: 'claude',
    name: 'Claude 2',
    inputs: { image: false, document: documents },
    systemMessages: false,
    toolUse: false,
    structuredOutput: { native: false, nativeStreaming: false },
    reasoning: { kind: 'none' },
    sampling: { topK: { path: ['top_k'], min: 0, max: 500 } },
    // Claude takes 8,191, Converse passes on 2,500. A Converse answer has the first pointer, a stream the second.
    stopSequences: { max: 2500, reportedAt: ['/stop_sequence', '/delta/stop_sequence'] },
    prefill: true,
    citations: false,
    guardrails: true,
    contextWindow: 100_000,
    maxOutputTokens: 4096,
    addressing: { onDemand: true, profiles: [] },
    lifecycle: {
      status: 'end-of-life',
      legacySince: '2025-01-21',
      endOfLife: '2025-07-21',
      replacement: 'anthropic.claude-sonnet-4-20250514-v1:0',
    },
  },
};

const claude3: Row = {
  like: claude2,
  but: {
    contextWindow: 200_000,
    inputs: { image: images },
    toolUse: {
      ...toolUse,
      choices: { auto: true, any: true, tool: true },
      strict: false,
      results: { ...toolUse.results, image: true, document: true, video: false },
      errorStatus: true,
      // Refused by the model: unions at the root, integers that do not fit (github.com/anthropics/claude-code/issues/48332).
      schema: { rootUnions: false, largeIntegers: false },
    },
    lifecycle: { legacySince: '2026-01-30', endOfLife: '2026-07-30', replacement: undefined },
  },
};

const claude35: Row = {
  like: claude3,
  but: { maxOutputTokens: 8192, citations: true, operations: { CountTokens: true } },
};

// Claude 3.7 to 4.5: thinking with a budget. Sampling while thinking: temperature 1, top-p from 0.95.
const budget: Row = {
  like: claude35,
  but: {
    maxOutputTokens: 64_000,
    promptCaching: caching(1024, '5m'),
    toolUse: { results: { searchResult: true } },
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
    operations: { CountTokens: 'unknown' },
    sampling: { temperatureXorTopP: true },
    promptCaching: caching(4096, '5m', '1h'),
    structuredOutput: { native: true, nativeStreaming: true },
    toolUse: { strict: true },
    lifecycle: { status: 'active', legacySince: undefined, endOfLife: undefined },
  },
};

// From 4.6 on the model decides when to think, and a last assistant message is refused.
const adaptive46: Row = {
  like: claude45,
  but: {
    contextWindow: 1_000_000,
    maxOutputTokens: 128_000,
    prefill: false,
    sampling: { temperatureXorTopP: false },
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
      budget: { on: { thinking: { type: 'enabled' } }, path: ['thinking', 'budget_tokens'], min: 1024 },
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

// From 4.7 on: no budgets, no sampling parameters; the cards list structured outputs as not supported.
const adaptive: Row = {
  like: adaptive46,
  but: {
    structuredOutput: { native: false, nativeStreaming: false },
    toolUse: { strict: false },
    sampling: { temperature: false, topP: false, topK: false },
    reasoning: {
      kind: 'adaptive',
      budget: undefined,
      effort: { levels: ['low', 'medium', 'high', 'xhigh', 'max'] },
      displays: ['omitted', 'summarized'],
      sampling: { topP: false },
    },
  },
};

// The fifth generation thinks unless it is told not to.
const opus5: Row = {
  like: adaptive,
  but: {
    name: 'Claude Opus 5',
    promptCaching: { minTokens: 512 },
    reasoning: { kind: 'adaptive', byDefault: true },
    serviceTiers: ['default'],
    addressing: { profiles: ['us', 'eu', 'au', 'jp', 'in', 'global'] },
  },
};

// Thinking that cannot be switched off: so a tool can never be forced.
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
    // Reported both as usable and as refused; the card of October 2026 says not supported.
    structuredOutput: { native: 'unknown', nativeStreaming: 'unknown' },
    reasoning: { kind: 'adaptive', modes: ['between_tools'] },
    addressing: { profiles: ['us', 'eu', 'global'] },
  },
};

const haiku55: Row = {
  like: opus5,
  but: {
    name: 'Claude Haiku 5.5',
    structuredOutput: { native: 'unknown', nativeStreaming: 'unknown' },
    toolUse: { strict: 'unknown' },
    reasoning: { kind: 'adaptive', effort: { default: 'medium' } },
    addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
  },
};

const fable51: Row = {
  like: alwaysThinking,
  but: {
    name: 'Claude Fable 5.1',
    structuredOutput: { native: 'unknown', nativeStreaming: 'unknown' },
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
    'claude-fable-5': {
      like: opus5,
      but: {
        name: 'Claude Fable 5',
        reasoning: { kind: 'adaptive', off: false, forcedToolChoice: true },
        addressing: { profiles: ['us', 'eu', 'global'] },
      },
    },
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
      but: { name: 'Claude Opus 4.6', addressing: { profiles: ['us', 'eu', 'au', 'global'] } },
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
        sampling: { temperatureXorTopP: 'unknown' },
        reasoning: {
          kind: 'budget',
          effort: {
            path: ['output_config', 'effort'],
            levels: ['low', 'medium', 'high'],
            default: 'high',
            beta: 'effort-2025-11-24',
          },
        },
        addressing: { profiles: ['us', 'eu', 'global'] },
      },
    },
    'claude-haiku-4-5': {
      like: claude45,
      but: { name: 'Claude Haiku 4.5', addressing: { profiles: ['us', 'eu', 'au', 'jp', 'in', 'global'] } },
    },
    'claude-sonnet-4-5': {
      like: claude45,
      but: {
        name: 'Claude Sonnet 4.5',
        // 1,024 in the guide of November 2026, 4,096 in an earlier copy.
        promptCaching: { minTokens: 1024 },
        addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
      },
    },
    'claude-opus-4-1': {
      like: budget,
      but: {
        name: 'Claude Opus 4.1',
        maxOutputTokens: 32_000,
        addressing: { profiles: ['us'] },
        lifecycle: { status: 'legacy', legacySince: '2026-07-08', endOfLife: '2027-01-08' },
      },
    },
    'claude-sonnet-4': {
      like: budget,
      but: {
        name: 'Claude Sonnet 4',
        addressing: { profiles: ['us', 'eu', 'apac', 'global'] },
        lifecycle: { legacySince: '2026-04-14', endOfLife: '2026-10-14' },
      },
    },
    'claude-opus-4': {
      like: budget,
      but: {
        name: 'Claude Opus 4',
        maxOutputTokens: 32_000,
        addressing: { profiles: ['us'] },
        lifecycle: { legacySince: '2025-10-01', endOfLife: '2026-05-31' },
      },
    },
    'claude-3-7-sonnet': {
      like: budget,
      but: { name: 'Claude 3.7 Sonnet', addressing: { profiles: ['us', 'eu', 'apac'] } },
    },
    'claude-3-5-haiku': {
      like: claude35,
      but: {
        name: 'Claude 3.5 Haiku',
        inputs: { image: false },
        promptCaching: caching(2048, '5m'),
        optimizedLatency: true,
        addressing: { profiles: ['us'] },
        lifecycle: { legacySince: '2025-12-19', endOfLife: '2026-06-19' },
      },
    },
    'claude-3-5-sonnet-20241022-v2': {
      like: claude35,
      but: {
        name: 'Claude 3.5 Sonnet v2',
        promptCaching: caching(1024, '5m'),
        addressing: { profiles: ['us', 'eu', 'apac'] },
      },
    },
    'claude-3-5-sonnet': {
      like: claude35,
      but: { name: 'Claude 3.5 Sonnet', addressing: { profiles: ['us', 'eu', 'apac'] } },
    },
    'claude-3-opus': {
      like: claude3,
      but: {
        name: 'Claude 3 Opus',
        addressing: { profiles: ['us'] },
        lifecycle: { legacySince: undefined, endOfLife: undefined },
      },
    },
    'claude-3-sonnet': {
      like: claude3,
      but: { name: 'Claude 3 Sonnet', addressing: { profiles: ['us', 'eu', 'apac'] } },
    },
    'claude-3-haiku': {
      like: claude3,
      but: {
        name: 'Claude 3 Haiku',
        addressing: { profiles: ['us', 'eu', 'apac'] },
        lifecycle: { legacySince: '2026-03-10', endOfLife: '2026-09-10' },
      },
    },
    'claude-v2:1': { like: claude2, but: { name: 'Claude 2.1', contextWindow: 200_000 } },
    'claude-v2': claude2,
    'claude-instant-v1': {
      like: claude2,
      but: { name: 'Claude Instant', lifecycle: { legacySince: undefined, endOfLife: undefined } },
    },
  },
  newest: [
    [/opus/, opus55],
    [/sonnet/, sonnet55],
    [/haiku/, haiku55],
    [/^claude/, fable51],
  ],
};
