// How reasoning is asked of models other than Claude, and of one that the ARN of a profile hides.
import { describe, expect, it } from 'vitest';
import type { ReasoningConfig } from '../../src/index.ts';
import { bedrock, CLAUDE_3_HAIKU, CLAUDE_4_5, map, NOVA_2, PROFILE } from '../messages.ts';
import {
  ANSWER,
  asked,
  changed,
  config,
  level,
  OPUS_4_6,
  OPUS_5,
  OPUS_5_5,
  WITH_THOUGHTS,
} from './reasoning-calls.ts';

const GPT_OSS = 'openai.gpt-oss-120b-1:0';
const GPT_5_6 = 'us.openai.gpt-5.6-sol';

describe('other families', () => {
  it('Nova 2 takes three efforts', () => {
    const fields = (maxReasoningEffort: string) => ({
      reasoningConfig: { type: 'enabled', maxReasoningEffort },
    });
    expect(level('low', NOVA_2)).toEqual([fields('low'), undefined, []]);
    expect(level('max', NOVA_2)).toEqual([
      fields('high'),
      undefined,
      [changed('Nova 2 Lite', 'max', 'high')],
    ]);
    expect(level('none', NOVA_2)[0]).toEqual({ reasoningConfig: { type: 'disabled' } });
  });

  it('Nova 2 is given the effort that it requires also where the call has none', () => {
    expect(config({ type: 'enabled' }, NOVA_2)).toEqual([
      { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'medium' } },
      undefined,
      [],
    ]);
  });

  it('GLM, Kimi K2.5 and DeepSeek V3 think when Bedrock’s own field says high, and not before', () => {
    for (const [model, name] of [
      ['zai.glm-5', 'GLM 5'],
      ['moonshotai.kimi-k2.5', 'Kimi K2.5'],
      ['deepseek.v3.2', 'DeepSeek V3.2'],
    ] as const) {
      expect(level('provider-default', model)).toEqual([undefined, undefined, []]);
      expect(level('high', model)).toEqual([{ reasoning_config: 'high' }, undefined, []]);
      expect(level('low', model)).toEqual([
        { reasoning_config: 'high' },
        undefined,
        [changed(name, 'low', 'high')],
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
      [changed('gpt-oss-120b', 'max', 'high')],
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
