/**
 * Anthropic's Claude: what came before 4.6, and the models that decide themselves when to think.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 * @see https://platform.claude.com/docs/en/about-claude/models/overview
 * @module
 */
import type { Row, VendorTable } from '../row.ts';
import { earlierClaude } from './anthropic-earlier.ts';

/** Every Claude that Bedrock serves or served. */
export function anthropic(): VendorTable {
  const { claude45, thinking, rows: earlier } = earlierClaude();

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
          perMessage: false,
        },
        budget: budgetForm,
        modes: [],
        displays: ['summarized', 'omitted'],
        ...thinking,
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
      structuredOutput: { native: false },
      toolUse: { strict: false, textAfterUse: false },
      sampling: { temperature: false, topP: false, topK: false },
      reasoning: {
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
      // Opus 4.8, Opus 5, Sonnet 5 and Fable 5 take them on Converse, too: github.com/vokako/bedrock-api-feature-tests, claude
      // (test_23 and test_25), and stdapi/models/chat/anthropic_claude.py of github.com/stdapi-ai/stdapi.ai. Later ones are known to
      // take them in the Messages API alone.
      systemMessages: 'unknown',
      promptCaching: { minTokens: 512 },
      // Measured: github.com/vercel/ai/issues/21364, github.com/langchain-ai/langchain-aws/pull/1141. Of effort:
      // platform.claude.com/docs/en/about-claude/models/whats-new-opus-5, github.com/anthropics/claude-code/issues/81084.
      reasoning: {
        byDefault: true,
        forcedToolChoice: true,
        // Opus 5 takes an effort per message by Anthropic's page, and refused it on Bedrock in October 2026.
        effort: { outputConfig: 'unknown', highestWhenOff: 'high', perMessage: 'unknown' },
      },
      serviceTiers: ['default'],
      // GovCloud's own profiles of Opus 4.8, Opus 5, Sonnet 5 and Fable 5.1: github.com/BerriAI/litellm,
      // model_prices_and_context_window.json. All but the last are also served by gateways there, as their users write in October 2026.
      addressing: { profiles: ['us', 'eu', 'au', 'jp', 'in', 'global', 'us-gov'] },
    },
  };

  // Thinking that cannot be switched off: so a tool can never be forced.
  const alwaysThinking: Row = {
    like: opus5,
    but: {
      reasoning: { off: false, forcedToolChoice: false, effort: { perMessage: true } },
      toolUse: { choices: { any: false, tool: false } },
    },
  };

  const opus55: Row = {
    like: alwaysThinking,
    but: {
      reasoning: { effort: { default: 'medium' } },
      // By its bare id in London: https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-opus-5-5.html
      addressing: { onDemand: true, profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
    },
  };

  const sonnet55: Row = {
    like: alwaysThinking,
    but: {
      // Reported both as usable and as refused; the card of October 2026 says not supported.
      structuredOutput: { native: 'unknown' },
      // "The lowest thinking setting", says its refusal of `disabled`: github.com/stdapi-ai/stdapi.ai, tests/probes/results
      reasoning: { modes: ['between_tools'] },
      addressing: { profiles: ['us', 'eu', 'global'] },
    },
  };

  const haiku55: Row = {
    like: opus5,
    but: {
      structuredOutput: { native: 'unknown' },
      toolUse: { strict: 'unknown' },
      reasoning: { effort: { default: 'medium' } },
      addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
    },
  };

  const fable51: Row = {
    like: alwaysThinking,
    but: {
      structuredOutput: { native: 'unknown' },
      addressing: { profiles: ['us', 'global'] },
    },
  };

  // `anthropic.claude`, as callers name the model behind an ARN. Its generation is unknown, so a caller who gives a budget, or switches
  // thinking off, is taken to know that it allows that.
  // https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-issue-11035-with-thinking.json
  const hidden: Row = {
    like: fable51,
    but: { reasoning: { budget: budgetForm, off: { thinking: { type: 'disabled' } } } },
  };

  return {
    rows: {
      'claude-opus-5-5': opus55,
      'claude-sonnet-5-5': sonnet55,
      'claude-haiku-5-5': haiku55,
      'claude-fable-5-1': { like: fable51, but: { addressing: { profiles: ['us', 'global', 'us-gov'] } } },
      'claude-mythos-5-1': fable51,
      // These two answer to their bare ids in ap-northeast-2, Sonnet in ap-southeast-1 too, but not in us-east-1:
      // github.com/aws-samples/sample-per-model-bedrock, 02-anthropic-claude/01-messages-api-core.ipynb
      'claude-opus-5': { like: opus5, but: { systemMessages: true, addressing: { onDemand: true } } },
      'claude-sonnet-5': {
        like: opus5,
        but: {
          systemMessages: true,
          promptCaching: { minTokens: 1024 },
          reasoning: { effort: { highestWhenOff: undefined, perMessage: false } },
          addressing: { onDemand: true },
        },
      },
      'claude-fable-5': {
        like: opus5,
        but: {
          systemMessages: true,
          reasoning: { off: false, effort: { perMessage: false } },
          addressing: { profiles: ['us', 'eu', 'global'] },
        },
      },
      'claude-opus-4-8': {
        like: adaptive,
        but: {
          systemMessages: true,
          promptCaching: { minTokens: 1024 },
          // It may think and be made to call a tool, unlike 4.7: github.com/langchain-ai/langchain-aws/pull/1141.
          // Of effort: github.com/anthropics/claude-code/issues/79798.
          reasoning: { forcedToolChoice: true, effort: { highestWhenOff: 'high' } },
          addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
        },
      },
      // https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-opus-4-7.html
      'claude-opus-4-7': {
        like: adaptive,
        but: { addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global'] } },
      },
      'claude-opus-4-6': {
        like: adaptive46,
        but: {
          addressing: { profiles: ['us', 'eu', 'au', 'global'] },
        },
      },
      'claude-sonnet-4-6': {
        like: adaptive46,
        but: {
          promptCaching: { minTokens: 1024 },
          addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global'] },
        },
      },
      ...earlier,
    },
    newest: [
      [/opus/, opus55],
      [/sonnet/, sonnet55],
      [/haiku/, haiku55],
      [/^claude$/, hidden],
      [/^claude/, fable51],
    ],
  };
}
