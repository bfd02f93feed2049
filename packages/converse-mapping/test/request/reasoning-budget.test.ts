// A Claude that thinks by a budget: the share of a level, what is left for the answer, and budgets that do not fit.
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5 } from '../messages.ts';
import { ANSWER, asked, config, type Level, level } from './reasoning-calls.ts';

const OPUS_4_1 = 'us.anthropic.claude-opus-4-1-20250805-v1:0';

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

  it.each(['HIGH', 'hard', 'toString', true])('%s is no level: the least is used, and is told', (word) => {
    const details = `Claude Sonnet 4.5 has no reasoning level "${word}", so "minimal" is used.`;
    // The cast: JavaScript may write any word, and the AI SDK hands it on.
    expect(level(word as Exclude<Level, undefined>, CLAUDE_4_5)).toEqual([
      thinking(1280),
      1280 + ANSWER,
      [{ type: 'compatibility', feature: 'reasoning', details }],
    ]);
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
