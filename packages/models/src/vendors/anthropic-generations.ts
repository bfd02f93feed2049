/**
 * What the Claude models of one generation have in common, each as a departure from the one before.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 * @module
 */
import { textModel } from '../base-records.ts';
import { images } from '../media.ts';
import { claudeCaching } from '../prompt-caching.ts';
import type { Row } from '../row.ts';
import { toolUse } from '../tool-use.ts';

/** A row of each, oldest first. */
export function generations(): Readonly<Record<Generation, Row>> {
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
      guardrails: true,
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

  // As LiteLLM asks for it and reads it, whole and streamed: github.com/BerriAI/litellm, litellm/llms/bedrock/chat
  const tokensReportedAt = '/usage/output_tokens_details';

  // Claude 3.7 to 4.5: thinking with a budget. Sampling while thinking: temperature 1, top-p from 0.95.
  const budget: Row = {
    like: claude35,
    but: {
      maxOutputTokens: 64_000,
      promptCaching: claudeCaching(1024, '5m'),
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
        tokensReportedAt,
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
      promptCaching: claudeCaching(4096, '5m', '1h'),
      structuredOutput: { native: true, nativeStreaming: true },
      toolUse: { strict: true },
      lifecycle: { status: 'active', legacySince: undefined, endOfLife: undefined, replacement: undefined },
    },
  };

  const budgetForm = {
    on: { thinking: { type: 'enabled' } },
    path: ['thinking', 'budget_tokens'],
    min: 1024,
  };

  // From 4.6 on the model decides when to think, and a last assistant message is refused.
  const adaptive46: Row = {
    like: claude45,
    but: {
      contextWindow: 1_000_000,
      maxOutputTokens: 128_000,
      prefill: false,
      // Sonnet 4.6 takes what 4.8 and the fifth generation refuse: https://github.com/NousResearch/hermes-agent/issues/108200
      toolUse: { textAfterUse: 'unknown' },
      // Measured: github.com/vokako/bedrock-api-feature-tests, claude/test_24_image_limits.py
      inputs: { image: { maxCount: 600 } },
      reasoning: {
        kind: 'adaptive',
        on: { thinking: { type: 'adaptive' } },
        off: { thinking: { type: 'disabled' } },
        effort: {
          path: ['output_config', 'effort'],
          // Measured of Sonnet 4.6, Opus 4.7 and 4.8, which take the same effort under its path:
          // https://github.com/SahanjithD/module-ballerinax-ai.aws.bedrock/blob/main/ballerina/tests/live_test.bal
          outputConfig: false,
          levels: ['low', 'medium', 'high', 'max'],
          default: 'high',
          highestWhenOff: undefined,
          beta: undefined,
        },
        budget: budgetForm,
        modes: [],
        displays: ['summarized', 'omitted'],
        byDefault: false,
        forcedToolChoice: false,
        prefill: false,
        sampling: { efforts: undefined, temperature: false, topP: [0.95, 1], topK: false, maxTokens: true },
        history: 'signed',
        tokensReportedAt,
      },
      // Both are on demand, too, in AWS's own list of models: github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json
      addressing: { onDemand: true },
    },
  };

  // From 4.7 on: no budgets, no sampling parameters; the cards list structured outputs as not supported.
  const adaptive: Row = {
    like: adaptive46,
    but: {
      // "The provided model doesn't support counting tokens." The fifth generation says the same:
      // github.com/aws-samples/sample-per-model-bedrock, 02-anthropic-claude/01-messages-api-core.ipynb
      operations: { CountTokens: false },
      structuredOutput: { native: false, nativeStreaming: false },
      toolUse: { strict: false, textAfterUse: false },
      sampling: { temperature: false, topP: false, topK: false, temperatureXorTopP: false },
      reasoning: {
        kind: 'adaptive',
        budget: undefined,
        effort: { levels: ['low', 'medium', 'high', 'xhigh', 'max'] },
        displays: ['omitted', 'summarized'],
        sampling: { topP: false },
      },
      addressing: { onDemand: false },
    },
  };

  // The fifth generation thinks unless it is told not to.
  const opus5: Row = {
    like: adaptive,
    but: {
      name: 'Claude Opus 5',
      // Opus 4.8, Opus 5, Sonnet 5 and Fable 5 take them on Converse too: github.com/vokako/bedrock-api-feature-tests, claude
      // (test_23 and test_25), and stdapi/models/chat/anthropic_claude.py of github.com/stdapi-ai/stdapi.ai. Of later ones the
      // Messages API alone is known to.
      systemMessages: 'unknown',
      promptCaching: { minTokens: 512 },
      // Measured: github.com/vercel/ai/issues/21364, github.com/langchain-ai/langchain-aws/pull/1141. Of effort:
      // platform.claude.com/docs/en/about-claude/models/whats-new-opus-5, github.com/anthropics/claude-code/issues/81084.
      reasoning: {
        kind: 'adaptive',
        byDefault: true,
        forcedToolChoice: true,
        effort: { outputConfig: 'unknown', highestWhenOff: 'high' },
      },
      serviceTiers: ['default'],
      addressing: { profiles: ['us', 'eu', 'au', 'jp', 'in', 'global'] },
    },
  };

  // Thinking that cannot be switched off: so a tool can never be forced.
  const alwaysThinking: Row = {
    like: opus5,
    but: {
      reasoning: { kind: 'adaptive', off: false, forcedToolChoice: false },
      toolUse: { choices: { any: false, tool: false } },
    },
  };

  const opus55: Row = {
    like: alwaysThinking,
    but: {
      name: 'Claude Opus 5.5',
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

  // Of unknown age, behind an ARN: whoever gives it a budget, or switches its thinking off, knows it for one of those that allow it.
  // https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-issue-11035-with-thinking.json
  const hidden: Row = {
    like: fable51,
    but: { reasoning: { kind: 'adaptive', budget: budgetForm, off: { thinking: { type: 'disabled' } } } },
  };

  return {
    claude2,
    claude3,
    claude35,
    budget,
    claude4,
    claude45,
    adaptive46,
    adaptive,
    opus5,
    opus55,
    sonnet55,
    haiku55,
    fable51,
    hidden,
  };
}

type Generation =
  | 'claude2'
  | 'claude3'
  | 'claude35'
  | 'budget'
  | 'claude4'
  | 'claude45'
  | 'adaptive46'
  | 'adaptive'
  | 'opus5'
  | 'opus55'
  | 'sonnet55'
  | 'haiku55'
  | 'fable51'
  | 'hidden';
