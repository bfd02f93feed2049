// What tells the generations of Claude apart.
import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

describe('Claude', () => {
  test('from 3.7 to 4.5 thinks with a budget from 1,024 tokens on', () => {
    for (const id of ['3-7-sonnet-20250219-v1:0', 'opus-4-20250514-v1:0', 'haiku-4-5-20251001-v1:0']) {
      expect(capabilitiesOf(`anthropic.claude-${id}`).reasoning).toEqual({
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
        tokensReportedAt: '/usage/output_tokens_details',
      });
    }
  });

  test('Opus 4.5 takes an effort beside the budget, behind a beta', () => {
    expect(capabilitiesOf('anthropic.claude-opus-4-5-20251101-v1:0').reasoning).toMatchObject({
      kind: 'budget',
      effort: { levels: ['low', 'medium', 'high'], beta: 'effort-2025-11-24' },
    });
  });

  test.each([
    ['opus-4-6-v1', ['thinking', 'budget_tokens'], false, 'high', ['low', 'medium', 'high', 'max']],
    ['opus-4-8', undefined, false, 'high', ['low', 'medium', 'high', 'xhigh', 'max']],
    ['opus-5', undefined, true, 'high', ['low', 'medium', 'high', 'xhigh', 'max']],
    ['opus-5-5', undefined, true, 'medium', ['low', 'medium', 'high', 'xhigh', 'max']],
    ['haiku-5-5', undefined, true, 'medium', ['low', 'medium', 'high', 'xhigh', 'max']],
  ] as const)(
    '%s thinks adaptively: budget %s, by default %s, effort %s',
    (id, budget, byDefault, effort, levels) => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      if (reasoning.kind !== 'adaptive') return expect.unreachable(reasoning.kind);
      expect(reasoning.on).toEqual({ thinking: { type: 'adaptive' } });
      expect(reasoning.budget?.path).toEqual(budget);
      expect(reasoning.byDefault).toBe(byDefault);
      expect(reasoning.effort.path).toEqual(['output_config', 'effort']);
      expect([reasoning.effort.default, reasoning.effort.levels]).toEqual([effort, levels]);
    },
  );

  test('Opus 5.5, Sonnet 5.5 and the Fables cannot stop thinking, the others can', () => {
    const off = (id: string): unknown => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      return reasoning.kind === 'adaptive' ? reasoning.off : reasoning.kind;
    };
    expect(['opus-5-5', 'sonnet-5-5', 'fable-5', 'fable-5-1', 'mythos-5-1'].map(off)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    for (const id of ['opus-5', 'sonnet-5', 'haiku-5-5', 'opus-4-7']) {
      expect(off(id)).toEqual({ thinking: { type: 'disabled' } });
    }
  });

  test('Opus 4.8, Opus 5 and Haiku 5.5 take no effort above high while they are told not to think', () => {
    const highest = (id: string): unknown => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      return reasoning.kind === 'adaptive' ? reasoning.effort.highestWhenOff : reasoning.kind;
    };
    expect(['opus-4-8', 'opus-5', 'haiku-5-5'].map(highest)).toEqual(['high', 'high', 'high']);
    expect(['sonnet-4-6', 'opus-4-7', 'sonnet-5'].map(highest)).toEqual([undefined, undefined, undefined]);
  });

  // https://platform.claude.com/docs/en/build-with-claude/effort-per-message; Opus 5 by that page, but not on Bedrock
  test('Opus 5.5, Sonnet 5.5 and Fable 5.1 take an effort per message, Sonnet 5 and those before do not', () => {
    const perMessage = (id: string): unknown => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      return reasoning.kind === 'adaptive' ? reasoning.effort.perMessage : reasoning.kind;
    };
    expect(['opus-5-5', 'sonnet-5-5', 'fable-5-1', 'mythos-5-1'].map(perMessage)).toEqual(
      Array(4).fill(true),
    );
    expect(['opus-5', 'haiku-5-5'].map(perMessage)).toEqual(['unknown', 'unknown']);
    expect(['sonnet-5', 'fable-5', 'opus-4-8', 'opus-4-7', 'sonnet-4-6'].map(perMessage)).toEqual(
      Array(5).fill(false),
    );
  });

  test('Sonnet 5.5 alone has the mode between_tools', () => {
    const modes = ['opus-5-5', 'sonnet-5-5', 'haiku-5-5'].map((id) => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      return reasoning.kind === 'adaptive' && reasoning.modes;
    });
    expect(modes).toEqual([[], ['between_tools'], []]);
  });

  test('the text of thoughts is left out by default from 4.7 on', () => {
    const displays = ['opus-4-6-v1', 'opus-4-7'].map((id) => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      return reasoning.kind === 'adaptive' && reasoning.displays[0];
    });
    expect(displays).toEqual(['summarized', 'omitted']);
  });

  test.each([
    ['3-haiku-20240307-v1:0', true, true, true],
    ['haiku-4-5-20251001-v1:0', true, true, true],
    ['sonnet-4-6', false, true, true],
    ['opus-4-7', false, false, false],
    ['haiku-5-5', false, false, false],
  ])('%s: prefill %s, temperature %s, top-k %s', (id, prefill, temperature, topK) => {
    const record = capabilitiesOf(`anthropic.claude-${id}`);
    expect([record.prefill, record.sampling.temperature, record.sampling.topK !== false]).toEqual([
      prefill,
      temperature,
      topK,
    ]);
  });

  test('Claude 4.5 and 4.6 take temperature or top-p, not both', () => {
    for (const id of [
      'sonnet-4-5-20250929-v1:0',
      'haiku-4-5-20251001-v1:0',
      'opus-4-5-20251101-v1:0',
      'opus-4-6-v1',
      'sonnet-4-6',
    ]) {
      expect(capabilitiesOf(`anthropic.claude-${id}`).sampling.temperatureXorTopP).toBe(true);
    }
    for (const id of ['3-haiku-20240307-v1:0', 'opus-4-1-20250805-v1:0'])
      expect(capabilitiesOf(`anthropic.claude-${id}`).sampling.temperatureXorTopP).toBe(false);
  });

  test.each([
    ['opus-5-5', 512, ['5m', '1h']],
    ['opus-5', 512, ['5m', '1h']],
    ['sonnet-5', 1024, ['5m', '1h']],
    ['opus-4-8', 1024, ['5m', '1h']],
    ['opus-4-7', 4096, ['5m', '1h']],
    ['sonnet-4-6', 1024, ['5m', '1h']],
    ['haiku-4-5-20251001-v1:0', 4096, ['5m', '1h']],
    ['opus-4-1-20250805-v1:0', 1024, ['5m']],
    ['3-5-haiku-20241022-v1:0', 2048, ['5m']],
  ] as const)('%s caches from %i tokens on, for %j, in four places at most', (id, minTokens, ttls) => {
    expect(capabilitiesOf(`anthropic.claude-${id}`).promptCaching).toEqual({
      places: ['system', 'messages', 'tools'],
      minTokens,
      maxPoints: 4,
      ttls,
      lookBackBlocks: 20,
      maxTokens: 'unknown',
      implicit: false,
    });
  });
});

test.each([
  [true, ['3-5-haiku-20241022-v1:0', 'haiku-4-5-20251001-v1:0', 'sonnet-4-6', 'opus-4-6-v1']],
  // https://github.com/stdapi-ai/stdapi.ai/blob/main/docs/models/catalog.json
  [true, ['opus-4-1-20250805-v1:0', 'opus-4-5-20251101-v1:0']],
  [false, ['opus-4-7', 'opus-4-8', 'opus-5', 'sonnet-5', 'haiku-5-5', 'fable-5-1']],
])('whether a conversation is counted is %s', (counted, ids) => {
  for (const id of ids) expect(capabilitiesOf(`anthropic.claude-${id}`).operations.CountTokens).toBe(counted);
});

test('of other vendors no conversation is counted', () => {
  for (const id of ['amazon.nova-lite-v1:0', 'meta.llama3-1-8b-instruct-v1:0', 'openai.gpt-oss-120b-1:0'])
    expect(capabilitiesOf(id).operations.CountTokens).toBe(false);
});

test.each([
  [false, ['sonnet-4-6', 'opus-4-7']],
  [true, ['opus-4-8', 'opus-5', 'sonnet-5', 'fable-5']],
  ['unknown', ['opus-5-5', 'sonnet-5-5', 'haiku-5-5', 'fable-5-1']],
])('whether Claude takes system messages is %s', (taken, ids) => {
  for (const id of ids) expect(capabilitiesOf(`anthropic.claude-${id}`).systemMessages).toBe(taken);
});
