// A JSON answer as the input of a tool: what the tool is called, how it stands beside those of the caller, and how far it is forced.
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map, NOVA_PRO } from '../messages.ts';
import { asked, LLAMA, mode, schema, weather } from './json-answer.ts';

const OPUS_5_5 = 'us.anthropic.claude-opus-5-5';

describe('a JSON answer', () => {
  it('by a forced tool where there is nothing better', () => {
    expect(asked(NOVA_PRO)).toMatchObject({
      textFormat: undefined,
      tools: ['json'],
      choice: { tool: { name: 'json' } },
      system: undefined,
      output: { means: 'tool', toolName: 'json', wrapped: false, root: 'object' },
      warnings: [],
    });
  });

  it('by any tool when the caller has tools too', () => {
    expect(asked(NOVA_PRO, { tools: [weather], toolChoice: { type: 'auto' } })).toMatchObject({
      tools: ['weather', 'json'],
      choice: { any: {} },
    });
    expect(
      asked(NOVA_PRO, { tools: [weather], toolChoice: { type: 'tool', toolName: 'weather' } }),
    ).toMatchObject({ tools: ['weather', 'json'], choice: { tool: { name: 'weather' } } });
    expect(asked(NOVA_PRO, { tools: [weather], toolChoice: { type: 'none' } })).toMatchObject({
      tools: ['json'],
      choice: { tool: { name: 'json' } },
    });
  });

  it('by no tool where one of the caller is required, as far as the model can be made to call one', () => {
    const call = { tools: [weather], toolChoice: { type: 'required' as const } };
    expect(asked(NOVA_PRO, call)).toMatchObject({ tools: ['weather'], choice: { any: {} } });
    expect(asked(LLAMA, call)).toMatchObject({ tools: ['weather', 'json'], choice: { auto: {} } });
    expect(asked(NOVA_PRO, { toolChoice: call.toolChoice })).toMatchObject({
      tools: ['json'],
      choice: { tool: { name: 'json' } },
    });
  });

  it('a call that is required and cannot be forced is asked for in words, with a warning', () => {
    const toolChoice = { type: 'required' as const };
    const told = 'Go on by calling one of the tools, and in no other way.';
    const { system, warnings } = asked(LLAMA, { tools: [weather], toolChoice });
    expect(system).toContainEqual({ text: told });
    expect(warnings).toMatchObject([{ type: 'compatibility', feature: 'toolChoice' }]);
    // Without tools of the caller there is none to require.
    const alone = asked(LLAMA, { toolChoice });
    expect(alone.system).not.toContainEqual({ text: told });
    expect(alone.warnings).toEqual([]);
  });

  it('no words ask for the call of the tool where it is not among the tools', () => {
    const toolChoice = { type: 'tool' as const, toolName: 'weather' };
    expect(asked(LLAMA, { tools: [weather], toolChoice })).toMatchObject({
      tools: ['weather'],
      system: [{ text: 'Go on by calling the tool "weather", and in no other way.' }],
    });
    const required = { tools: [weather], toolChoice: { type: 'required' as const }, ...mode('tool') };
    const magistral = asked('mistral.magistral-small-2509', required);
    expect(magistral).toMatchObject({ tools: ['weather'], choice: { any: {} } });
    expect(magistral.system).toBeUndefined();
  });

  it.each([
    ['the description of the answer', 'The answer.', 'The answer.'],
    ['words of its own', ' ', 'Gives the final answer. Call it once, when the answer is complete.'],
  ])('a tool has %s', (_, description, said) => {
    const { request } = map({ responseFormat: { type: 'json', schema, description } }, NOVA_PRO);
    expect(request.toolConfig?.tools).toMatchObject([{ toolSpec: { name: 'json', description: said } }]);
  });

  it('a tool of the caller that is called json keeps its name', () => {
    const { tools, output } = asked(NOVA_PRO, { tools: [{ ...weather, name: 'json' }] });
    expect([tools, output?.toolName]).toEqual([['json', 'json_2'], 'json_2']);
  });

  it('by a tool in words where it cannot be forced, always or while the model thinks', () => {
    for (const [model, call] of [
      [LLAMA, {}],
      [CLAUDE_4_5, { reasoning: 'high' as const, ...mode('tool') }],
    ] as const) {
      const { tools, choice, system } = asked(model, call);
      expect([tools, choice]).toEqual([['json'], { auto: {} }]);
      expect(system).toEqual([
        { text: 'Give your final answer by calling the tool "json", and in no other way.' },
      ]);
    }
  });

  it('Claude Opus 5.5, which is never forced, gets a tool and words', () => {
    const { choice, tools, textFormat } = asked(OPUS_5_5);
    expect(textFormat === undefined ? [tools, choice] : 'native').toEqual([['json'], { auto: {} }]);
  });
});
