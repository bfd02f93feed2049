/**
 * Claude up to 4.5, each generation as a departure from the one before.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 * @see https://platform.claude.com/docs/en/about-claude/models/overview
 * @module
 */
import { textModel } from '../base-records.ts';
import { images } from '../media.ts';
import { claudeCaching } from '../prompt-caching.ts';
import type { ReasoningBase } from '../reasoning-record.ts';
import type { Row, VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';

/** Claude up to 4.5, with what later ones have from it. */
interface EarlierClaude {
  readonly rows: VendorTable['rows'];
  /** What those of 4.5 have in common, which later ones depart from. */
  readonly claude45: Row;
  /** What is the same of every Claude that thinks, by a budget or not. */
  readonly thinking: ReasoningBase;
}

export function earlierClaude(): EarlierClaude {
  // Claude 2 and Instant: text alone.
  const claude2: Row = {
    like: textModel,
    but: {
      family: 'claude',
      name: 'Claude 2',
      sampling: { topK: { path: ['top_k'], min: 0, max: 500 } },
      // Claude takes 8,191, Converse passes on 2,500. A Converse answer has the first pointer, a stream the second.
      stopSequences: { max: 2500, reportedAt: ['/stop_sequence', '/delta/stop_sequence'] },
      prefill: true,
      assistantFirst: 'unknown',
      contextWindow: 100_000,
      maxOutputTokens: 4096,
      lifecycle: {
        status: 'end-of-life',
        legacySince: '2025-01-21',
        endOfLife: '2025-07-21',
        replacement: 'anthropic.claude-sonnet-5-5',
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
        // Beside any other document Claude misses the results: https://github.com/pydantic/pydantic-ai/pull/6098
        mixedTurns: ['pdf'],
        // https://github.com/BerriAI/litellm/issues/24361
        textAfterUse: false,
        // Narrower than Converse's pattern: the Messages API wants ^[a-zA-Z0-9_-]+$ (platform.claude.com/docs/en/api/messages).
        ids: { ...toolUse.ids, characters: 'a-zA-Z0-9_-' },
        // Refused by the model: unions at the root, integers that do not fit (github.com/anthropics/claude-code/issues/48332).
        schema: { rootUnions: false, largeIntegers: false, otherRootMembers: true },
      },
      addressing: { profiles: ['us', 'eu', 'apac'] },
      lifecycle: { legacySince: '2026-01-30', endOfLife: '2026-07-30' },
    },
  };

  const claude35: Row = {
    like: claude3,
    but: {
      maxOutputTokens: 8192,
      // The API reference promises the model's maximum. Measured: github.com/BerriAI/litellm/issues/41529,
      // github.com/openclaw/openclaw/issues/97176, github.com/langchain-ai/openwiki/issues/722.
      defaultOutputTokens: 4096,
      citations: true,
      // Sonnet and Haiku 4.5 and both 4.6 are counted, 4.7 and 4.8 are not: github.com/vokako/bedrock-api-feature-tests, claude. AWS's
      // own list of models says the same, and that Opus 4.1 and 4.5 are: github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json.
      operations: { CountTokens: true },
    },
  };

  // Sampling while thinking: temperature 1, top-p from 0.95.
  const thinking: ReasoningBase = {
    byDefault: false,
    forcedToolChoice: false,
    prefill: false,
    sampling: { efforts: undefined, temperature: false, topP: [0.95, 1], topK: false, maxTokens: true },
    history: 'signed',
    // As LiteLLM asks for it and reads it, whole and streamed: github.com/BerriAI/litellm, litellm/llms/bedrock/chat
    tokensReportedAt: '/usage/output_tokens_details',
  };

  // Claude 3.7 to 4.5: thinking with a budget.
  const budget: Row = {
    like: claude35,
    but: {
      maxOutputTokens: 64_000,
      promptCaching: claudeCaching(1024),
      toolUse: { results: { searchResult: true } },
      reasoning: {
        kind: 'budget',
        on: { thinking: { type: 'enabled' } },
        off: { thinking: { type: 'disabled' } },
        budget: { path: ['thinking', 'budget_tokens'], min: 1024 },
        effort: undefined,
        ...thinking,
      },
      // Priority and flex are refused, measured up to Opus 4.8: github.com/stdapi-ai/stdapi.ai, tests/probes/results.
      serviceTiers: ['default', 'reserved'],
      addressing: { onDemand: false },
    },
  };

  // A PDF may have 32 MB of base64, whose bound stdapi/input_file.py of github.com/stdapi-ai/stdapi.ai found; 22 MB of bytes were
  // taken and 25 MB refused in github.com/aws-samples/generative-ai-use-cases/issues/1334, other formats from 4.5 MB on.
  const claude4: Row = {
    like: budget,
    but: { inputs: { document: { maxBytesOf: { pdf: 23_999_001 } } } },
  };

  const claude45: Row = {
    like: claude4,
    but: {
      sampling: { temperatureXorTopP: true },
      // Measured of Sonnet 4.5: https://github.com/pydantic/pydantic-ai/pull/6255
      assistantFirst: true,
      promptCaching: { minTokens: 4096, ttls: ['5m', '1h'] },
      structuredOutput: { native: true },
      toolUse: { strict: true },
      lifecycle: { status: 'active', legacySince: undefined, endOfLife: undefined, replacement: undefined },
    },
  };

  const opus4: Row = {
    like: claude4,
    but: {
      maxOutputTokens: 32_000,
      addressing: { profiles: ['us'] },
      lifecycle: {
        replacement: 'anthropic.claude-opus-5-5',
        legacySince: '2025-10-01',
        endOfLife: '2026-05-31',
      },
    },
  };

  return {
    claude45,
    thinking,
    rows: {
      'claude-opus-4-5': {
        like: claude45,
        but: {
          reasoning: {
            effort: {
              path: ['output_config', 'effort'],
              outputConfig: false,
              levels: ['low', 'medium', 'high'],
              default: 'high',
              highestWhenOff: undefined,
              beta: 'effort-2025-11-24',
              perMessage: false,
            },
          },
          addressing: { profiles: ['us', 'eu', 'global'] },
        },
      },
      'claude-haiku-4-5': {
        like: claude45,
        but: { addressing: { profiles: ['us', 'eu', 'au', 'jp', 'in', 'global'] } },
      },
      'claude-sonnet-4-5': {
        like: claude45,
        but: {
          // 1,024 in the guide of November 2026, 4,096 in an earlier copy.
          promptCaching: { minTokens: 1024 },
          addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
          // In every commercial Region; of GovCloud the page says nothing:
          // https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html
          lifecycle: {
            status: 'legacy',
            legacySince: '2026-10-08',
            endOfLife: '2027-04-08',
            replacement: 'anthropic.claude-sonnet-5-5',
          },
        },
      },
      'claude-opus-4-1': {
        like: opus4,
        but: {
          lifecycle: { status: 'legacy', legacySince: '2026-07-08', endOfLife: '2027-01-08' },
        },
      },
      'claude-sonnet-4': {
        like: claude4,
        but: {
          addressing: { profiles: ['us', 'eu', 'apac', 'global'] },
          lifecycle: { legacySince: '2026-04-14', endOfLife: '2026-10-14' },
        },
      },
      'claude-opus-4': opus4,
      'claude-3-7-sonnet': budget,
      'claude-3-5-haiku': {
        like: claude35,
        but: {
          inputs: { image: false },
          promptCaching: claudeCaching(2048),
          optimizedLatency: true,
          addressing: { profiles: ['us'] },
          lifecycle: {
            replacement: 'anthropic.claude-haiku-5-5',
            legacySince: '2025-12-19',
            endOfLife: '2026-06-19',
          },
        },
      },
      'claude-3-5-sonnet-20241022-v2': {
        like: claude35,
        but: {
          name: 'Claude 3.5 Sonnet v2',
          promptCaching: claudeCaching(1024),
        },
      },
      'claude-3-5-sonnet': claude35,
      'claude-3-opus': {
        like: claude3,
        but: {
          addressing: { profiles: ['us'] },
          lifecycle: {
            replacement: 'anthropic.claude-opus-5-5',
            legacySince: undefined,
            endOfLife: undefined,
          },
        },
      },
      'claude-3-sonnet': claude3,
      'claude-3-haiku': {
        like: claude3,
        but: {
          lifecycle: {
            replacement: 'anthropic.claude-haiku-5-5',
            legacySince: '2026-03-10',
            endOfLife: '2026-09-10',
          },
        },
      },
      'claude-v2:1': { like: claude2, but: { name: 'Claude 2.1', contextWindow: 200_000 } },
      'claude-v2': claude2,
      'claude-instant-v1': {
        like: claude2,
        but: {
          name: 'Claude Instant',
          lifecycle: {
            replacement: 'anthropic.claude-haiku-5-5',
            legacySince: undefined,
            endOfLife: undefined,
          },
        },
      },
    },
  };
}
