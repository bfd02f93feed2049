import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { languageCapabilitiesOf } from '@bedrock-kit/models';
import { describe, expect, it } from 'vitest';
import { type Call, CLAUDE_3_HAIKU, CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';

const OPUS_5_5 = 'us.anthropic.claude-opus-5-5';
const LLAMA = 'us.meta.llama3-3-70b-instruct-v1:0';

const tools = ['a', 'b'].map((name) => ({
  type: 'function' as const,
  name,
  inputSchema: { type: 'object' as const },
}));
const history: LanguageModelV4CallOptions['prompt'] = [
  user('weather?'),
  { role: 'assistant', content: [{ type: 'tool-call', toolCallId: '1', toolName: 'a', input: { x: 1 } }] },
  {
    role: 'tool',
    content: [
      {
        type: 'tool-result',
        toolCallId: '1',
        toolName: 'a',
        output: { type: 'json', value: { sunny: true } },
      },
    ],
  },
];

function chosen(toolChoice: Call['toolChoice'], model = CLAUDE_4_5, more: Call = {}) {
  const { request, warnings } = map({ tools, ...(toolChoice && { toolChoice }), ...more }, model);
  const offered = request.toolConfig?.tools.map((tool) => ('toolSpec' in tool ? tool.toolSpec.name : tool));
  return {
    choice: request.toolConfig?.toolChoice,
    offered,
    fields: request.additionalModelRequestFields,
    messages: request.messages,
    system: request.system,
    warnings,
  };
}

describe('a tool choice', () => {
  it('auto, required and a named tool', () => {
    expect(chosen(undefined)).toMatchObject({ choice: undefined, offered: ['a', 'b'], warnings: [] });
    expect(chosen({ type: 'auto' })).toMatchObject({
      choice: { auto: {} },
      offered: ['a', 'b'],
      warnings: [],
    });
    expect(chosen({ type: 'required' })).toMatchObject({
      choice: { any: {} },
      offered: ['a', 'b'],
      warnings: [],
    });
    expect(chosen({ type: 'tool', toolName: 'b' })).toMatchObject({
      choice: { tool: { name: 'b' } },
      offered: ['a', 'b'],
      warnings: [],
    });
  });

  it('is not forced on a model that refuses it, but asked for in words; a named tool is then the only one offered', () => {
    for (const model of [LLAMA, OPUS_5_5]) {
      expect(chosen({ type: 'required' }, model)).toMatchObject({
        choice: { auto: {} },
        system: [{ text: 'Go on by calling one of the tools, and in no other way.' }],
        warnings: [
          {
            type: 'compatibility',
            feature: 'toolChoice',
            details: `${languageCapabilitiesOf(model).name} cannot be forced to use a tool, so it is only told to.`,
          },
        ],
      });
      expect(chosen({ type: 'tool', toolName: 'b' }, model)).toMatchObject({
        choice: { auto: {} },
        offered: ['b'],
        system: [{ text: 'Go on by calling the tool "b", and in no other way.' }],
      });
    }
  });

  it('that names a tool is any call of that tool alone for a model that passes over the name', () => {
    for (const model of ['deepseek.v3.2', 'deepseek.v3-v1:0']) {
      expect(chosen({ type: 'tool', toolName: 'b' }, model)).toMatchObject({
        choice: { any: {} },
        offered: ['b'],
        warnings: [],
      });
    }
  });

  it('a tool that was not given cannot be chosen', () => {
    expect(chosen({ type: 'tool', toolName: 'c' })).toMatchObject({
      choice: { auto: {} },
      warnings: [
        {
          type: 'unsupported',
          feature: 'toolChoice',
          details: 'The tool c is not among the tools of the call.',
        },
      ],
    });
  });

  it('one call at a time goes to Claude in its native form, by either option', () => {
    for (const providerOptions of [
      { bedrock: { disableParallelToolUse: true } },
      { anthropic: { disableParallelToolUse: true } },
    ]) {
      expect(chosen({ type: 'required' }, CLAUDE_4_5, { providerOptions })).toMatchObject({
        choice: undefined,
        fields: { tool_choice: { type: 'any', disable_parallel_tool_use: true } },
        warnings: [],
      });
      for (const choice of [undefined, { type: 'auto' as const }])
        expect(chosen(choice, CLAUDE_4_5, { providerOptions }).fields).toEqual({
          tool_choice: { type: 'auto', disable_parallel_tool_use: true },
        });
      expect(chosen({ type: 'tool', toolName: 'a' }, CLAUDE_4_5, { providerOptions }).fields).toEqual({
        tool_choice: { type: 'tool', name: 'a', disable_parallel_tool_use: true },
      });
    }
    expect(
      chosen({ type: 'auto' }, NOVA_PRO, { providerOptions: { bedrock: { disableParallelToolUse: true } } }),
    ).toMatchObject({
      choice: { auto: {} },
      fields: undefined,
    });
  });
});

describe('a choice in the fields of the model', () => {
  it('is the only one: Bedrock refuses another beside it', () => {
    const tool_choice = { type: 'auto', disable_parallel_tool_use: true };
    const providerOptions = { bedrock: { additionalModelRequestFields: { tool_choice } } };
    for (const more of [
      {},
      { responseFormat: { type: 'json' as const, schema: { type: 'object' as const } } },
    ]) {
      expect(chosen({ type: 'required' }, CLAUDE_3_HAIKU, { providerOptions, ...more })).toMatchObject({
        choice: undefined,
        fields: { tool_choice },
      });
    }
    const own = { bedrock: { ...providerOptions.bedrock, disableParallelToolUse: true } };
    const { choice, fields } = chosen({ type: 'tool', toolName: 'a' }, CLAUDE_4_5, { providerOptions: own });
    expect([choice, fields]).toEqual([undefined, { tool_choice }]);
  });
});

describe('one call at a time, beside a choice in the fields of the model', () => {
  it.each([
    [{ type: 'auto' }, { type: 'auto', disable_parallel_tool_use: true }],
    // Which knows no such word.
    [{ type: 'none' }, { type: 'none' }],
  ])('is said in %j', (given, sent) => {
    const options = { additionalModelRequestFields: { tool_choice: given }, disableParallelToolUse: true };
    const { choice, fields } = chosen({ type: 'auto' }, CLAUDE_4_5, {
      providerOptions: { bedrock: options },
    });
    expect([choice, fields]).toEqual([undefined, { tool_choice: sent }]);
  });
});

describe('no tool, by choice', () => {
  it('without a history no tool is sent', () => {
    expect(chosen({ type: 'none' })).toMatchObject({
      choice: undefined,
      offered: undefined,
      fields: undefined,
      warnings: [],
    });
  });

  it('with a history nothing of it is lost: Claude is told natively, others in the last message', () => {
    const results = [{ toolResult: { toolUseId: '1', content: [{ json: { sunny: true } }] } }];
    expect(chosen({ type: 'none' }, CLAUDE_4_5, { prompt: history })).toMatchObject({
      offered: ['a', 'b'],
      fields: { tool_choice: { type: 'none' } },
      messages: [{}, { content: [{ toolUse: { name: 'a', input: { x: 1 } } }] }, { content: results }],
      warnings: [{ feature: 'toolChoice none' }],
    });
    const nova = chosen({ type: 'none' }, NOVA_PRO, { prompt: history });
    expect(nova.fields).toBeUndefined();
    expect(nova.messages?.[2]?.content).toEqual([
      { toolResult: { toolUseId: '1', content: [{ text: '{"sunny":true}' }] } },
      { text: 'Answer now, without calling a tool.' },
    ]);
  });
});

describe('a history of tool calls without tools', () => {
  it('declares the tools that it names, and says not to use them, with one warning', () => {
    const { request, warnings } = map({ prompt: history });
    expect(request.toolConfig).toEqual({
      tools: [
        {
          toolSpec: {
            name: 'a',
            description: 'No longer available. Do not call it.',
            inputSchema: { json: { type: 'object', properties: {} } },
          },
        },
      ],
    });
    expect(request.additionalModelRequestFields).toEqual({ tool_choice: { type: 'none' } });
    expect(request.messages?.[2]?.content).toHaveLength(1);
    expect(warnings).toEqual([expect.objectContaining({ feature: 'tool calls without tools' })]);
  });

  it('is told to other models in the last message', () => {
    const { request } = map({ prompt: history }, NOVA_PRO);
    expect(request.toolConfig?.tools).toHaveLength(1);
    expect(request.messages?.[2]?.content.at(-1)).toEqual({ text: 'Answer now, without calling a tool.' });
  });

  it('is text for a model without tools', () => {
    const { request, warnings } = map({ prompt: history, tools }, 'amazon.titan-text-express-v1');
    expect(request.messages).toEqual([
      { role: 'user', content: [{ text: 'weather?' }] },
      { role: 'assistant', content: [{ text: 'Called the tool a with {"x":1}' }] },
      { role: 'user', content: [{ text: 'Result of the tool a: {"sunny":true}' }] },
    ]);
    expect(warnings).toHaveLength(2);
  });

  it('one call at a time is a warning for a model that has no such setting', () => {
    const call = { tools, providerOptions: { bedrock: { disableParallelToolUse: true } } };
    const { request, warnings } = map(call, NOVA_PRO);
    expect(request).not.toHaveProperty('additionalModelRequestFields');
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'disableParallelToolUse',
        details: 'Nova Pro has no such setting.',
      },
    ]);
  });
});
