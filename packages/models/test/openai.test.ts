// What tells the models of OpenAI apart: GPT from one version to the next, and gpt-oss.
import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

describe('OpenAI', () => {
  test('GPT can be made to call a tool, takes no documents, and from 5.6 on stops reasoning, but for 6.1 and Astra', () => {
    const facts = [
      'us.openai.gpt-5.6-sol',
      'us.openai.gpt-6-luna',
      'openai.gpt-6.1-sol',
      'openai.gpt-6-astra',
    ].map((id) => {
      const { inputs, reasoning, toolUse } = capabilitiesOf(id);
      if (reasoning.kind !== 'effort' || typeof toolUse !== 'object') return id;
      expect([inputs.document, toolUse.choices, reasoning.forcedToolChoice]).toEqual([
        false,
        { auto: true, any: true, tool: true },
        true,
      ]);
      return [reasoning.off, reasoning.effort.levels[0]];
    });
    const none = { reasoning: { effort: 'none' } };
    expect(facts).toEqual([
      [none, 'none'],
      [none, 'none'],
      [false, 'low'],
      [false, 'low'],
    ]);
  });

  // Measured of GPT-5.6: github.com/da-vinci-noob/clawdparty, harness/test/fixtures/converse/model_limits.json, and of Astra. By its card so of
  // GPT-6.1 Sol; of GPT-6 Sol and Luna nobody has told.
  test('the GPT models of Converse answer in 131,072 tokens, whatever their cards say', () => {
    const longest = (id: string) => capabilitiesOf(`us.openai.${id}`).maxOutputTokens;
    expect(['gpt-6-astra', 'gpt-6.1-sol', 'gpt-6-sol', 'gpt-5.6-terra', 'gpt-5.5'].map(longest)).toEqual([
      131_072, 131_072, 131_072, 131_072, 128_000,
    ]);
  });

  test('gpt-oss takes a flat effort, GPT a nested one', () => {
    const path = (id: string): unknown => {
      const { reasoning } = capabilitiesOf(id);
      return reasoning.kind === 'effort' && reasoning.effort.path;
    };
    expect(path('openai.gpt-oss-120b-1:0')).toEqual(['reasoning_effort']);
    expect(path('us.openai.gpt-5.6-terra')).toEqual(['reasoning', 'effort']);
  });

  test('GPT takes no temperature, top-p, top-k or stop sequence, and writes 16 tokens at least', () => {
    expect(capabilitiesOf('global.openai.gpt-6-luna')).toMatchObject({
      sampling: { temperature: false, topP: false, topK: false },
      stopSequences: false,
      minOutputTokens: 16,
    });
  });

  test('the streams of GPT count cached tokens twice, those of gpt-oss do not', () => {
    expect(capabilitiesOf('us.openai.gpt-5.6-sol').usage.inputIncludesCacheWrites).toBe(true);
    expect(capabilitiesOf('openai.gpt-oss-20b-1:0').usage.inputIncludesCacheWrites).toBe(false);
  });
});
