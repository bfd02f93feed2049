// A Claude that thinks by an effort: levels that it has or lacks, modes, and thinking switched off.
import { describe, expect, it } from 'vitest';
import {
  changed,
  config,
  level,
  OPUS_4_6,
  OPUS_5,
  OPUS_5_5,
  SONNET_5_5,
  WITH_THOUGHTS,
} from './reasoning-calls.ts';

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
    expect(level('xhigh', OPUS_4_6)).toEqual([
      thinking('high'),
      WITH_THOUGHTS,
      [changed('Claude Opus 4.6', 'xhigh', 'high')],
    ]);
    expect(level('minimal', OPUS_5)).toEqual([
      thinking('low'),
      WITH_THOUGHTS,
      [changed('Claude Opus 5', 'minimal', 'low')],
    ]);
    // None is lower, but another wish.
    expect(level('minimal', 'us.openai.gpt-5.6-sol')).toEqual([
      { reasoning: { effort: 'low' } },
      undefined,
      [changed('GPT-5.6 Sol', 'minimal', 'low')],
    ]);
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

  it('an effort beside thoughts that are switched off is that of the answer', () => {
    const off = { type: 'disabled', maxReasoningEffort: 'low' } as const;
    const thinking = { type: 'disabled' };
    for (const model of [OPUS_4_6, OPUS_5]) {
      expect(config({ type: 'disabled' }, model)[0]).toEqual({ thinking });
      const [fields, , warnings] = config(off, model);
      expect([fields, warnings]).toEqual([{ thinking, output_config: { effort: 'low' } }, []]);
    }
    const details = 'The effort is "low", as the options say, and not "none".';
    const [, , warnings] = config(off, OPUS_5_5);
    expect(warnings).toEqual([{ type: 'compatibility', feature: 'reasoning', details }]);
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
          details: 'Claude Opus 5.5 always thinks, so its lowest setting is used: low.',
        },
      ],
    ]);
  });

  it('none is the mode that thinks least where there is one, with a warning', () => {
    const least = [
      { thinking: { type: 'between_tools' } },
      WITH_THOUGHTS,
      [
        {
          type: 'compatibility',
          feature: 'reasoning: none',
          details: 'Claude Sonnet 5.5 always thinks, so its lowest setting is used: between_tools.',
        },
      ],
    ];
    expect(level('none', SONNET_5_5)).toEqual(least);
    expect(config({ type: 'disabled' }, SONNET_5_5)).toEqual(least);
  });
});
