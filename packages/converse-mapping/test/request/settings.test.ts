import type { JSONValue } from '@ai-sdk/provider';
import { languageCapabilitiesOf } from '@bedrock-kit/models';
import { describe, expect, it } from 'vitest';
import { type Call, CLAUDE_4_5, map, NOVA_2, NOVA_PRO, PROFILE } from '../messages.ts';

const OPUS_5_5 = 'us.anthropic.claude-opus-5-5';
const GPT_OSS = 'openai.gpt-oss-120b-1:0';

/** Without the limit that Claude's answers get where a call sets none, which has a test of its own. */
function settings(call: Call, model = CLAUDE_4_5): unknown[] {
  const { request, warnings } = map(call, model);
  const { maxTokens, ...others } = request.inferenceConfig ?? {};
  const isUsual = maxTokens === 16_000 || maxTokens === 32_000;
  const config = { ...others, ...(!isUsual && maxTokens !== undefined && { maxTokens }) };
  return [
    Object.keys(config).length > 0 ? config : undefined,
    request.additionalModelRequestFields,
    warnings,
  ];
}

const unsupported = (feature: string, details: string) => ({ type: 'unsupported', feature, details });

describe('the settings of a call', () => {
  it('all that Converse has a member for', () => {
    const call = { maxOutputTokens: 100, temperature: 0.5, stopSequences: ['a', '', 'b'] };
    expect(settings(call)).toEqual([
      { maxTokens: 100, temperature: 0.5, stopSequences: ['a', 'b'] },
      undefined,
      [],
    ]);
  });

  it.each<[unknown, string]>([
    ['END', 'stopSequences must be an array, not "END".'],
    [['END', undefined], 'stopSequences[1] must be a string.'],
    [[7], 'stopSequences[0] must be a string.'],
  ])(
    'stop sequences of another kind are refused, which the AI SDK does not: %j',
    (stopSequences, message) => {
      const call = { stopSequences: stopSequences as string[] }; // what the types forbid
      expect(() => settings(call)).toThrow(
        expect.objectContaining({ name: 'AI_InvalidArgumentError', message }),
      );
    },
  );

  it.each(['maxOutputTokens', 'temperature', 'topP', 'topK'])(
    '%s is refused when it is no number',
    (setting) => {
      for (const value of ['5', NaN, true, {}]) {
        const given = value === '5' ? ', not "5"' : '';
        const error = { name: 'AI_InvalidArgumentError', message: `${setting} must be a number${given}.` };
        for (const reasoning of ['none', 'high'] as const)
          expect(() => settings({ [setting]: value, reasoning })).toThrow(expect.objectContaining(error));
      }
      expect(settings({ [setting]: null })).toEqual(settings({}));
    },
  );

  it('an endless limit is the most that the model writes', () => {
    expect(map({ maxOutputTokens: Infinity }).request.inferenceConfig).toEqual({ maxTokens: 64_000 });
  });

  it('none at all leaves no inferenceConfig', () => {
    expect(settings({ stopSequences: [] })).toEqual([undefined, undefined, []]);
  });

  // https://github.com/BerriAI/litellm/issues/41529
  it('an answer of Claude, which Bedrock ends after 4,096 tokens, has room where the call sets no limit', () => {
    const limit = (call: Call, model: string) => map(call, model).request.inferenceConfig?.maxTokens;
    const thinking = { bedrock: { reasoningConfig: { type: 'enabled', budgetTokens: 2000 } } };
    expect(limit({}, CLAUDE_4_5)).toBe(16_000);
    expect(limit({ maxOutputTokens: 4000 }, CLAUDE_4_5)).toBe(4000);
    expect(limit({ providerOptions: thinking }, CLAUDE_4_5)).toBe(18_000);
    // A budget must be less than the limit, of whichever model behind an ARN.
    expect(limit({ providerOptions: thinking }, PROFILE)).toBe(18_000);
    expect(limit({ reasoning: 'xhigh' }, CLAUDE_4_5)).toBe(64_000);
    // It thinks unasked.
    expect(limit({}, OPUS_5_5)).toBe(32_000);
    expect(limit({ reasoning: 'none' }, 'us.anthropic.claude-opus-5')).toBe(16_000);
    // Behind an ARN whose family alone is known, Opus 4.1 may stand, which refuses more.
    const { maxOutputTokens } = languageCapabilitiesOf('anthropic.claude-opus-4-1-20250805-v1:0');
    const family = { bedrock: { modelFamily: 'anthropic' } };
    expect(limit({ providerOptions: family }, PROFILE)).toBeLessThanOrEqual(Number(maxOutputTokens));
    expect(map({}, OPUS_5_5).warnings).toEqual([]);
    for (const model of ['anthropic.claude-3-haiku-20240307-v1:0', NOVA_PRO, GPT_OSS, PROFILE])
      expect(limit({}, model)).toBeUndefined();
  });

  it('such room leaves a limit alone that the caller wrote by hand, and fits a budget that is', () => {
    const sent = (fields: { [name: string]: JSONValue }) => {
      const { request, warnings } = map({
        providerOptions: { bedrock: { additionalModelRequestFields: fields } },
      });
      return [request.inferenceConfig, request.additionalModelRequestFields, warnings];
    };
    // "The additional field max_tokens conflicts with the existing field maxTokens": https://github.com/BerriAI/litellm/issues/13841
    expect(sent({ max_tokens: 60_000 })).toEqual([undefined, { max_tokens: 60_000 }, []]);
    const thinking = { type: 'enabled', budget_tokens: 40_000 };
    expect(sent({ thinking })).toEqual([{ maxTokens: 40_000 + 16_000 }, { thinking }, []]);
  });

  it('temperature stays within 0 and 1', () => {
    expect(settings({ temperature: 1.7 })).toEqual([
      { temperature: 1 },
      undefined,
      [unsupported('temperature', 'Bedrock takes 0 to 1, so 1.7 became 1.')],
    ]);
    expect(settings({ temperature: -1 })[0]).toEqual({ temperature: 0 });
  });

  it('topP and topK stay within what Bedrock and the model take', () => {
    expect(settings({ topP: 1.5, topK: -1 })).toEqual([
      { topP: 1 },
      { top_k: 0 },
      [
        unsupported('topP', 'Bedrock takes 0 to 1, so 1.5 became 1.'),
        unsupported('topK', 'Bedrock takes 0 to 500, so -1 became 0.'),
      ],
    ]);
    expect(settings({ topK: 1000 }, NOVA_PRO)).toEqual([
      undefined,
      { inferenceConfig: { topK: 128 } },
      [unsupported('topK', 'Bedrock takes 0 to 128, so 1000 became 128.')],
    ]);
  });

  it('maxOutputTokens stays within what the model answers', () => {
    expect(settings({ maxOutputTokens: 99_000 })).toEqual([
      { maxTokens: 64_000 },
      undefined,
      [
        {
          type: 'compatibility',
          feature: 'maxOutputTokens',
          details: 'Claude Sonnet 4.5 answers with 1 to 64000 tokens, so the limit is 64000.',
        },
      ],
    ]);
  });

  it('maxOutputTokens stays as it is for a model that is newer than the table, which may write more than its family', () => {
    for (const model of [
      'us.anthropic.claude-opus-9',
      'us.meta.llama9-70b-instruct-v1:0',
      'us.amazon.nova-9-pro-v1:0',
    ])
      expect([model, ...settings({ maxOutputTokens: 500_000 }, model)]).toEqual([
        model,
        { maxTokens: 500_000 },
        undefined,
        [],
      ]);
    // What nobody asked for is not more than the family writes.
    const { maxOutputTokens } = languageCapabilitiesOf('meta.llama9-70b-instruct-v1:0');
    expect(settings({ maxOutputTokens: Infinity }, 'us.meta.llama9-70b-instruct-v1:0')[0]).toEqual({
      maxTokens: maxOutputTokens,
    });
  });

  // https://github.com/BerriAI/litellm/pull/42332
  it('a limit below the minimum of a model whose maximum is not known names the minimum alone', () => {
    expect(settings({ maxOutputTokens: 1 }, 'us.xai.grok-4.6')).toEqual([
      { maxTokens: 16 },
      undefined,
      [
        {
          type: 'compatibility',
          feature: 'maxOutputTokens',
          details: 'Grok 4.6 answers with at least 16 tokens, so the limit is 16.',
        },
      ],
    ]);
  });

  it('topP gives way to temperature where the model takes one of them', () => {
    expect(settings({ temperature: 0.2, topP: 0.9 })).toEqual([
      { temperature: 0.2 },
      undefined,
      [unsupported('topP', 'Claude Sonnet 4.5 takes temperature or topP, not both.')],
    ]);
    expect(settings({ temperature: 0.2, topP: 0.9 }, NOVA_PRO)[0]).toEqual({ temperature: 0.2, topP: 0.9 });
  });

  it('topK goes where the family takes it, never into inferenceConfig', () => {
    expect(settings({ topK: 5 })).toEqual([undefined, { top_k: 5 }, []]);
    expect(settings({ topK: 5 }, NOVA_PRO)).toEqual([undefined, { inferenceConfig: { topK: 5 } }, []]);
    expect(settings({ topK: 5 }, GPT_OSS)).toEqual([
      undefined,
      undefined,
      [expect.objectContaining({ type: 'unsupported', feature: 'topK' })],
    ]);
  });

  it('models that refuse sampling get none', () => {
    // The second does not think unasked.
    for (const model of [OPUS_5_5, 'us.anthropic.claude-opus-4-7']) {
      const [config, fields, warnings] = settings({ temperature: 0.5, topP: 0.9, topK: 5 }, model);
      expect([config, fields]).toEqual([undefined, undefined]);
      const details = `${languageCapabilitiesOf(model).name} does not take it.`;
      expect(warnings).toEqual(
        ['temperature', 'topP', 'topK'].map((feature) => unsupported(feature, details)),
      );
    }
  });

  it('while Claude thinks by a budget only topP near 1 is left', () => {
    const reasoning = 'low' as const;
    const thinking = { thinking: { type: 'enabled', budget_tokens: 6400 } };
    for (const topP of [0.95, 0.97, 1]) {
      const details = 'Claude Sonnet 4.5 does not take it while it reasons.';
      expect(settings({ reasoning, temperature: 0.5, topK: 5, topP })).toEqual([
        { maxTokens: 6400 + 16_000, topP },
        thinking,
        [unsupported('temperature', details), unsupported('topK', details)],
      ]);
    }
    for (const topP of [0.94, 1.01])
      expect(settings({ reasoning, topP })).toEqual([
        { maxTokens: 6400 + 16_000 },
        thinking,
        [unsupported('topP', 'Claude Sonnet 4.5 takes 0.95 to 1 while it reasons.')],
      ]);
  });

  it('Nova 2 with high effort gets neither temperature, topP nor maxTokens', () => {
    const [config, fields, warnings] = settings(
      { reasoning: 'high', temperature: 0.5, topP: 0.9, topK: 5, maxOutputTokens: 10 },
      NOVA_2,
    );
    expect(config).toBeUndefined();
    expect(fields).toEqual({ reasoningConfig: { type: 'enabled', maxReasoningEffort: 'high' } });
    expect(warnings).toHaveLength(4);
    expect(settings({ reasoning: 'low', temperature: 0.5, maxOutputTokens: 10 }, NOVA_2)[0]).toEqual({
      temperature: 0.5,
      maxTokens: 10,
    });
  });

  it('penalties and seed are warnings, since Converse has no such settings', () => {
    const details = 'Converse has no such setting.';
    expect(settings({ frequencyPenalty: 1, presencePenalty: 0, seed: 0 })).toEqual([
      undefined,
      undefined,
      [
        unsupported('frequencyPenalty', details),
        unsupported('presencePenalty', details),
        unsupported('seed', details),
      ],
    ]);
  });

  it('of more stop sequences than the model takes the first are sent, with a warning', () => {
    const stopSequences = Array.from({ length: 2501 }, (_, index) => `${index}`);
    const { request, warnings } = map({ stopSequences });
    expect(request.inferenceConfig?.stopSequences).toEqual(stopSequences.slice(0, 2500));
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'stopSequences',
        details: 'Claude Sonnet 4.5 takes 2500, so only the first ones are sent.',
      },
    ]);
  });

  it('stop sequences are left out for models that take none', () => {
    for (const model of ['us.openai.gpt-5.6-sol', GPT_OSS, 'qwen.qwen3-32b-v1:0', 'deepseek.v3-v1:0']) {
      expect(settings({ stopSequences: ['x'] }, model)).toEqual([
        undefined,
        undefined,
        [expect.objectContaining({ type: 'unsupported', feature: 'stopSequences' })],
      ]);
    }
  });

  // https://github.com/stdapi-ai/stdapi.ai, tests/probes/results
  it('blank stop sequences are left out, which Bedrock refuses for every model', () => {
    for (const model of [CLAUDE_4_5, NOVA_PRO]) {
      expect(settings({ stopSequences: ['\n', 'x', ' ', ''] }, model)).toEqual([
        { stopSequences: ['x'] },
        undefined,
        [
          {
            type: 'compatibility',
            feature: 'stopSequences',
            details: 'Blank ones are refused, so they are left out.',
          },
        ],
      ]);
    }
  });

  it('null, as JavaScript writes it, is a setting that nobody made', () => {
    const names = ['maxOutputTokens', 'temperature', 'topP', 'topK', 'seed', 'stopSequences', 'reasoning'];
    const nulls: object = Object.fromEntries(names.map((name) => [name, null]));
    expect(settings(nulls)).toEqual([undefined, undefined, []]);
  });
});
