import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import type { ReasoningConfig } from '../../src/index.ts';
import { bedrock, type Call, CLAUDE_3_HAIKU, CLAUDE_4_5, map, NOVA_2, PROFILE } from '../messages.ts';

const OPUS_4_1 = 'us.anthropic.claude-opus-4-1-20250805-v1:0';
const OPUS_4_6 = 'us.anthropic.claude-opus-4-6-v1';
const OPUS_5 = 'us.anthropic.claude-opus-5';
const OPUS_5_5 = 'us.anthropic.claude-opus-5-5';
const SONNET_5_5 = 'us.anthropic.claude-sonnet-5-5';
const GPT_OSS = 'openai.gpt-oss-120b-1:0';
const GPT_5_6 = 'us.openai.gpt-5.6-sol';
type Level = LanguageModelV4CallOptions['reasoning'];

/** Where a call sets no limit: for the answer, and for one with its thoughts. */
const ANSWER = 16_000;
const WITH_THOUGHTS = 32_000;

function asked(
  call: Call,
  model: Parameters<typeof map>[1],
): [fields: unknown, maxTokens: unknown, warnings: unknown[]] {
  const { request, warnings } = map(call, model);
  return [request.additionalModelRequestFields, request.inferenceConfig?.maxTokens, warnings];
}

function level(
  reasoning: Exclude<Level, undefined>,
  model: string,
  more: Call = {},
): ReturnType<typeof asked> {
  return asked({ reasoning, ...more }, model);
}

function config(reasoningConfig: ReasoningConfig, model: string, more: Call = {}): ReturnType<typeof asked> {
  return asked({ ...more, providerOptions: bedrock({ reasoningConfig }) }, model);
}

const changed = (wanted: string, used: string) => ({
  type: 'compatibility',
  feature: 'reasoning',
  details: `The model has no reasoning level "${wanted}", so "${used}" is used.`,
});

describe('Claude by a budget', () => {
  const thinking = (budget_tokens: number) => ({ thinking: { type: 'enabled', budget_tokens } });

  it.each<[Exclude<Level, undefined>, number]>([
    ['minimal', 1280],
    ['low', 6400],
    ['medium', 19_200],
    ['high', 38_400],
    ['xhigh', 57_600],
  ])('%s is a share of the longest answer, and the answer keeps its own tokens', (reasoning, budget) => {
    expect(level(reasoning, CLAUDE_4_5)).toEqual([thinking(budget), Math.min(budget + ANSWER, 64_000), []]);
  });

  it('budget and answer together stay within the model: 32,000 of 64,000 for each', () => {
    expect(level('xhigh', CLAUDE_4_5, { maxOutputTokens: 32_000 })).toEqual([thinking(32_000), 64_000, []]);
    expect(level('xhigh', OPUS_4_1)).toEqual([thinking(27_904), 32_000, []]);
  });

  it('an explicit budget wins, and says when it does not fit', () => {
    expect(config({ type: 'enabled', budgetTokens: 2000 }, CLAUDE_4_5, { reasoning: 'high' })).toEqual([
      thinking(2000),
      2000 + ANSWER,
      [],
    ]);
    expect(config({ type: 'enabled', budgetTokens: 90_000 }, CLAUDE_4_5)).toEqual([
      thinking(59_904),
      64_000,
      [
        {
          type: 'compatibility',
          feature: 'reasoningConfig.budgetTokens',
          details: 'A budget of 90000 does not fit Claude Sonnet 4.5, so it is 59904.',
        },
      ],
    ]);
    expect(config({ budgetTokens: 10 }, CLAUDE_4_5)[0]).toEqual(thinking(1024));
  });

  it('enabled without a budget thinks at medium', () => {
    expect(config({ type: 'enabled' }, CLAUDE_4_5)[0]).toEqual(thinking(19_200));
  });

  it('another mode than enabled is a warning, and thinks all the same', () => {
    expect(config({ type: 'adaptive' }, CLAUDE_4_5)).toEqual([
      thinking(19_200),
      19_200 + ANSWER,
      [
        {
          type: 'unsupported',
          feature: 'reasoningConfig.type',
          details: 'Claude Sonnet 4.5 has no reasoning mode "adaptive".',
        },
      ],
    ]);
  });

  it('none is said, not only left out', () => {
    expect(level('none', CLAUDE_4_5)).toEqual([{ thinking: { type: 'disabled' } }, ANSWER, []]);
    expect(config({ type: 'disabled', budgetTokens: 2000 }, CLAUDE_4_5)[0]).toEqual({
      thinking: { type: 'disabled' },
    });
  });

  it('provider-default and undefined say nothing', () => {
    expect(level('provider-default', CLAUDE_4_5)).toEqual([undefined, ANSWER, []]);
    expect(asked({}, CLAUDE_4_5)).toEqual([undefined, ANSWER, []]);
  });
});

describe('Claude by an effort', () => {
  const thinking = (effort?: string) => ({
    thinking: { type: 'adaptive' },
    ...(effort && { output_config: { effort } }),
  });

  it('levels go through as they are, xhigh not as max', () => {
    expect(level('high', OPUS_5)).toEqual([thinking('high'), WITH_THOUGHTS, []]);
    expect(level('xhigh', OPUS_5)).toEqual([thinking('xhigh'), WITH_THOUGHTS, []]);
    expect(level('max', OPUS_5)).toEqual([thinking('max'), WITH_THOUGHTS, []]);
  });

  it('a level that the model lacks becomes the next lower one, or the next higher', () => {
    expect(level('xhigh', OPUS_4_6)).toEqual([thinking('high'), WITH_THOUGHTS, [changed('xhigh', 'high')]]);
    expect(level('minimal', OPUS_5)).toEqual([thinking('low'), WITH_THOUGHTS, [changed('minimal', 'low')]]);
  });

  it('a budget is used where it still is accepted, and becomes an effort where it is not', () => {
    expect(config({ type: 'enabled', budgetTokens: 2000 }, OPUS_4_6)[0]).toEqual({
      thinking: { type: 'enabled', budget_tokens: 2000 },
    });
    expect(config({ type: 'enabled', budgetTokens: 2000 }, OPUS_5_5)).toEqual([
      thinking(),
      WITH_THOUGHTS,
      [
        {
          type: 'compatibility',
          feature: 'reasoningConfig.budgetTokens',
          details: 'Claude Opus 5.5 takes no budget, so it thinks by effort instead.',
        },
      ],
    ]);
  });

  it('display and modes of the model are taken', () => {
    expect(config({ type: 'adaptive', display: 'summarized' }, OPUS_5)[0]).toEqual({
      thinking: { type: 'adaptive', display: 'summarized' },
    });
    expect(config({ type: 'between_tools' }, SONNET_5_5)[0]).toEqual({ thinking: { type: 'between_tools' } });
  });

  it.each(['max', 'xhigh'] as const)('between_tools goes with no effort above high, such as %s', (effort) => {
    expect(config({ type: 'between_tools', maxReasoningEffort: effort }, SONNET_5_5)).toEqual([
      { thinking: { type: 'between_tools' }, output_config: { effort: 'high' } },
      WITH_THOUGHTS,
      [
        {
          type: 'compatibility',
          feature: 'reasoning',
          details: `"between_tools" takes no reasoning level "${effort}", so "high" is used.`,
        },
      ],
    ]);
  });

  it('between_tools goes without a display mode', () => {
    expect(config({ type: 'between_tools', display: 'summarized' }, SONNET_5_5)).toEqual([
      { thinking: { type: 'between_tools' } },
      WITH_THOUGHTS,
      [
        {
          type: 'unsupported',
          feature: 'reasoningConfig.display',
          details: 'Claude Sonnet 5.5 has no display mode "summarized" in its mode "between_tools".',
        },
      ],
    ]);
  });

  it('a mode that the model lacks is a warning', () => {
    expect(config({ type: 'between_tools' }, OPUS_5)[2]).toEqual([
      {
        type: 'unsupported',
        feature: 'reasoningConfig.type',
        details: 'Claude Opus 5 has no reasoning mode "between_tools".',
      },
    ]);
  });

  it('none switches it off where that works, and is the lowest effort, with a warning, where it does not', () => {
    expect(level('none', OPUS_5)[0]).toEqual({ thinking: { type: 'disabled' } });
    expect(level('none', OPUS_5_5)).toEqual([
      { output_config: { effort: 'low' } },
      WITH_THOUGHTS,
      [
        {
          type: 'compatibility',
          feature: 'reasoning: none',
          details: 'Claude Opus 5.5 cannot answer without thinking, so its lowest effort is used: low.',
        },
      ],
    ]);
  });

  it.each<[Exclude<Level, undefined>, string, object | undefined, string | undefined]>([
    ['high', OPUS_5, thinking(), 'high'],
    ['xhigh', OPUS_4_6, thinking(), 'xhigh'],
    ['medium', OPUS_5, thinking(), undefined],
    ['none', OPUS_5_5, undefined, 'none'],
  ])('of %s and an effort in outputConfig, %s gets the latter alone', (reasoning, model, fields, lost) => {
    const providerOptions = bedrock({ outputConfig: { effort: 'medium' } });
    const { request, warnings } = map({ reasoning, providerOptions }, model);
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({ ...fields, output_config: { effort: 'medium' } });
    expect(warnings).toEqual(
      lost === undefined
        ? []
        : [
            {
              type: 'compatibility',
              feature: 'reasoning',
              details: `The effort is "medium", as outputConfig says, and not "${lost}".`,
            },
          ],
    );
  });

  it.each<[string, ReasoningConfig['type']]>([
    [OPUS_5, 'disabled'],
    ['us.anthropic.claude-opus-4-8', 'disabled'],
    [SONNET_5_5, 'between_tools'],
  ])('%s, its thinking set to %s, takes high of an effort above it in outputConfig', (model, type) => {
    const options = { outputConfig: { effort: 'max' }, reasoningConfig: { type } };
    const { request, warnings } = map({ providerOptions: bedrock(options) }, model);
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({
      thinking: { type },
      output_config: { effort: 'high' },
    });
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'reasoning',
        details: `"${type}" takes no reasoning level "max", so "high" is used.`,
      },
    ]);
  });

  it.each([
    ['us.anthropic.claude-opus-4-8', 'provider-default', undefined],
    [OPUS_5, 'provider-default', undefined],
    ['us.anthropic.claude-sonnet-5', 'none', { thinking: { type: 'disabled' } }],
  ] as const)('%s keeps an effort above high with reasoning %s', (model, reasoning, fields) => {
    const providerOptions = bedrock({ outputConfig: { effort: 'xhigh' } });
    const { request, warnings } = map({ reasoning, providerOptions }, model);
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({ ...fields, output_config: { effort: 'xhigh' } });
    expect(warnings).toEqual([]);
  });

  it('an effort in outputConfig stands beside a budget', () => {
    const options = {
      outputConfig: { effort: 'low' },
      reasoningConfig: { type: 'enabled', budgetTokens: 2000 },
    };
    const { request, warnings } = map({ reasoning: 'low', providerOptions: bedrock(options) }, OPUS_4_6);
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({
      thinking: { type: 'enabled', budget_tokens: 2000 },
      output_config: { effort: 'low' },
    });
    expect(warnings).toEqual([]);
  });

  // Claude up to Opus 4.8 refuses Converse's own member for it, and takes the same under its path:
  // https://github.com/SahanjithD/module-ballerinax-ai.aws.bedrock/blob/main/ballerina/tests/live_test.bal
  it('an effort in outputConfig goes to the field of Claude, with the flag that Opus 4.5 wants for it', () => {
    const options = { providerOptions: bedrock({ outputConfig: { effort: 'low' } }) };
    const { request, warnings } = map(options, 'us.anthropic.claude-opus-4-5-20251101-v1:0');
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({
      output_config: { effort: 'low' },
      anthropic_beta: ['effort-2025-11-24'],
    });
    expect(warnings).toEqual([]);
  });

  it('another family keeps the effort in outputConfig, of which nothing is known there', () => {
    const options = { providerOptions: bedrock({ outputConfig: { effort: 'low' } }) };
    const { request, warnings } = map(options, 'openai.gpt-oss-120b-1:0');
    expect(request.outputConfig).toEqual({ effort: 'low' });
    expect(request).not.toHaveProperty('additionalModelRequestFields');
    expect(warnings).toEqual([]);
  });
});

describe('other families', () => {
  it('Nova 2 takes three efforts', () => {
    const fields = (maxReasoningEffort: string) => ({
      reasoningConfig: { type: 'enabled', maxReasoningEffort },
    });
    expect(level('low', NOVA_2)).toEqual([fields('low'), undefined, []]);
    expect(level('max', NOVA_2)).toEqual([fields('high'), undefined, [changed('max', 'high')]]);
    expect(level('none', NOVA_2)[0]).toEqual({ reasoningConfig: { type: 'disabled' } });
  });

  it('GLM, Kimi K2.5 and DeepSeek V3 think when Bedrock’s own field says high, and not before', () => {
    for (const model of ['zai.glm-5', 'moonshotai.kimi-k2.5', 'deepseek.v3.2']) {
      expect(level('provider-default', model)).toEqual([undefined, undefined, []]);
      expect(level('high', model)).toEqual([{ reasoning_config: 'high' }, undefined, []]);
      expect(level('low', model)).toEqual([
        { reasoning_config: 'high' },
        undefined,
        [changed('low', 'high')],
      ]);
      expect(level('none', model)).toEqual([{ reasoning_config: 'none' }, undefined, []]);
      for (const reasoningConfig of [{ type: 'enabled' }, { type: 'enabled', budgetTokens: 2000 }])
        expect(asked({ providerOptions: bedrock({ reasoningConfig }) }, model)[0]).toEqual({
          reasoning_config: 'high',
        });
    }
  });

  it('gpt-oss takes a flat effort, GPT-5 a nested one', () => {
    expect(level('high', GPT_OSS)).toEqual([{ reasoning_effort: 'high' }, undefined, []]);
    expect(level('max', GPT_OSS)).toEqual([
      { reasoning_effort: 'high' },
      undefined,
      [changed('max', 'high')],
    ]);
    expect(level('high', `us.${GPT_OSS}`)[0]).toEqual({ reasoning_effort: 'high' });
    expect(level('medium', GPT_5_6)[0]).toEqual({ reasoning: { effort: 'medium' } });
    expect(level('none', GPT_5_6)[0]).toEqual({ reasoning: { effort: 'none' } });
  });

  it('a model that always thinks, or never, or of which nothing is known, gives one warning', () => {
    expect(level('high', 'us.deepseek.r1-v1:0')).toEqual([
      undefined,
      undefined,
      [
        {
          type: 'unsupported',
          feature: 'reasoning',
          details: 'DeepSeek-R1 always thinks, and nothing steers it.',
        },
      ],
    ]);
    expect(level('high', CLAUDE_3_HAIKU)[2]).toEqual([
      {
        type: 'unsupported',
        feature: 'reasoning',
        details: 'Claude 3 Haiku does not think before it answers.',
      },
    ]);
    expect(level('none', CLAUDE_3_HAIKU)).toEqual([undefined, undefined, []]);
    expect(level('high', 'mistral.magistral-small-2509')).toEqual([
      undefined,
      undefined,
      [
        {
          type: 'unsupported',
          feature: 'reasoning',
          details: 'Magistral Small 2509 is not known to think when told to.',
        },
      ],
    ]);
    expect(level('high', PROFILE)[2]).toEqual([
      {
        type: 'unsupported',
        feature: 'reasoning',
        details: `Nothing is known of ${PROFILE}. Say which model it is with the option "baseModelId", such as "anthropic.claude-sonnet-4-5".`,
      },
    ]);
  });
});

describe('a profile whose ARN hides the model', () => {
  it('thinks as the model that baseModelId names, in the option, the settings or the model', () => {
    const budget = { thinking: { type: 'enabled', budget_tokens: 38_400 } };
    const base = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
    expect(asked({ reasoning: 'high' }, { modelId: PROFILE, baseModelId: base })[0]).toEqual(budget);
    expect(asked({ reasoning: 'high' }, { modelId: PROFILE, settings: { baseModelId: base } })[0]).toEqual(
      budget,
    );
  });

  it('thinks by the newest rules of the family that modelFamily names', () => {
    const { request } = map(
      { reasoning: 'high' },
      { modelId: PROFILE, settings: { modelFamily: 'anthropic' } },
    );
    expect(request.additionalModelRequestFields).toMatchObject({
      thinking: { type: 'adaptive' },
      output_config: { effort: 'high' },
    });
  });

  it('thinks by a budget that is asked for, since older Claudes know nothing else', () => {
    const thinking = { thinking: { type: 'enabled', budget_tokens: 2000 } };
    const options: ReasoningConfig = { type: 'enabled', budgetTokens: 2000 };
    const named = { modelId: PROFILE, settings: { modelFamily: 'anthropic' } } as const;
    const byName = asked({ providerOptions: bedrock({ reasoningConfig: options }) }, named);
    expect(byName).toEqual([thinking, 2000 + ANSWER, []]);
    // No other family has budgets.
    expect(config(options, PROFILE)).toEqual(byName);
    expect(config(options, OPUS_5_5)[0]).toMatchObject({ thinking: { type: 'adaptive' } });
  });

  it('is shown as asked by a model that thinks unasked, and a warning by one that does not', () => {
    const providerOptions = { bedrock: { reasoningConfig: { display: 'summarized' } } };
    expect(asked({ providerOptions }, OPUS_5)).toEqual([
      { thinking: { type: 'adaptive', display: 'summarized' } },
      WITH_THOUGHTS,
      [],
    ]);
    expect(asked({ providerOptions, reasoning: 'none' }, OPUS_5)[0]).toEqual({
      thinking: { type: 'disabled' },
    });
    expect(asked({ providerOptions }, OPUS_4_6)).toEqual([
      undefined,
      ANSWER,
      [
        {
          type: 'unsupported',
          feature: 'reasoningConfig.display',
          details: 'Claude Opus 4.6 is not asked to think.',
        },
      ],
    ]);
  });

  it('has a budget of whole tokens', () => {
    const budget = (budgetTokens: number) =>
      asked({ providerOptions: { bedrock: { reasoningConfig: { budgetTokens } } } }, CLAUDE_4_5);
    expect(budget(1500.4).slice(0, 2)).toEqual([
      { thinking: { type: 'enabled', budget_tokens: 1500 } },
      1500 + ANSWER,
    ]);
    expect(() => budget(Number.NaN)).toThrow(/reasoningConfig\.budgetTokens must be a number/);
  });
});
