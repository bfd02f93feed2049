// What the rest of a call may hold while the model reasons.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { type Call, CLAUDE_4_5, map, NOVA_2 } from '../messages.ts';

const OPUS_5 = 'us.anthropic.claude-opus-5';
const GPT_OSS = 'openai.gpt-oss-120b-1:0';

describe('reasoning beside the rest of the call', () => {
  const tool = (name: string) => ({
    type: 'function' as const,
    name,
    inputSchema: { type: 'object' as const },
  });
  const tools = [tool('weather')];

  it('a tool is not forced while Claude thinks, and a warning says so', () => {
    const { request, warnings } = map({ tools, toolChoice: { type: 'required' }, reasoning: 'high' });
    expect(request.toolConfig?.toolChoice).toEqual({ auto: {} });
    expect(request.system).toEqual([{ text: 'Go on by calling one of the tools, and in no other way.' }]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'toolChoice',
        details: 'Claude Sonnet 4.5 cannot be forced to use a tool while it reasons, so it is only told to.',
      },
    ]);
  });

  it('where nobody knows whether both go together, a tool is forced only beside thinking that was not asked for', () => {
    const choice = (call: Call) =>
      map({ tools, toolChoice: { type: 'required' }, ...call }, 'us.xai.grok-4.7').request.toolConfig
        ?.toolChoice;
    expect(choice({})).toEqual({ any: {} });
    expect(choice({ reasoning: 'high' })).toEqual({ auto: {} });
  });

  it.each([GPT_OSS, 'us.openai.gpt-6.1-sol', 'us.moonshotai.kimi-k3'])(
    '%s can be made to call the tool that is named while it thinks',
    (model) => {
      const { request } = map(
        { tools, toolChoice: { type: 'tool', toolName: 'weather' }, reasoning: 'high' },
        model,
      );
      expect(request.toolConfig?.toolChoice).toEqual({ tool: { name: 'weather' } });
    },
  );

  it.each(['zai.glm-5', 'moonshotai.kimi-k2.5', 'minimax.minimax-m2.5', 'qwen.qwen3-32b-v1:0'])(
    '%s is told to call any tool, and offered the named one alone',
    (model) => {
      const { toolConfig } = map(
        {
          tools: [...tools, tool('news')],
          toolChoice: { type: 'tool', toolName: 'weather' },
        },
        model,
      ).request;
      expect(toolConfig?.toolChoice).toEqual({ any: {} });
      expect(toolConfig?.tools).toMatchObject([{ toolSpec: { name: 'weather' } }]);
    },
  );

  it('Claude from Opus 4.8 on can be made to call a tool while it thinks', () => {
    const choice = (model: string) =>
      map({ tools, toolChoice: { type: 'required' }, reasoning: 'high' }, model).request.toolConfig
        ?.toolChoice;
    expect(choice('us.anthropic.claude-opus-4-7')).toEqual({ auto: {} });
    for (const model of ['opus-4-8', 'opus-5', 'sonnet-5', 'fable-5', 'haiku-5-5'])
      expect(choice(`us.anthropic.claude-${model}`)).toEqual({ any: {} });
  });

  it('thinking that the caller wrote into the fields by hand counts as much', () => {
    const providerOptions = {
      bedrock: { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } } },
    };
    const { request } = map({
      tools,
      toolChoice: { type: 'required' },
      temperature: 0.5,
      maxOutputTokens: 5000,
      providerOptions,
    });
    expect(request.toolConfig?.toolChoice).toEqual({ auto: {} });
    expect(request.inferenceConfig).toEqual({ maxTokens: 5000 });
    expect(request.additionalModelRequestFields).toEqual({
      thinking: { type: 'enabled', budget_tokens: 2000 },
    });
  });

  it.each([
    [{ type: 'enabled', budget_tokens: 2000 }, 3000],
    [{ type: 'disabled' }, 1000],
  ])('beside a level, the limit has room for the budget that is sent: %j', (thinking, maxTokens) => {
    const providerOptions = { bedrock: { additionalModelRequestFields: { thinking } } };
    const { request } = map({ reasoning: 'high', maxOutputTokens: 1000, providerOptions });
    expect(request.additionalModelRequestFields).toEqual({ thinking });
    expect(request.inferenceConfig).toEqual({ maxTokens });
  });

  it('so does thinking under the other name that Converse takes, which goes by its own', () => {
    const additionalModelRequestFields = { reasoning_config: { type: 'enabled', budget_tokens: 2000 } };
    const call = {
      temperature: 0.5,
      maxOutputTokens: 5000,
      tools,
      toolChoice: { type: 'required' },
    } as const;
    const { request } = map({ ...call, providerOptions: { bedrock: { additionalModelRequestFields } } });
    expect(request).toMatchObject({
      inferenceConfig: { maxTokens: 5000 },
      toolConfig: { toolChoice: { auto: {} } },
    });
    expect(request.inferenceConfig).not.toHaveProperty('temperature');
    expect(request.additionalModelRequestFields).toEqual({
      thinking: { type: 'enabled', budget_tokens: 2000 },
    });
  });

  it.each([
    ['high', {}],
    ['medium', { maxTokens: 5000, temperature: 0.5 }],
  ])(
    'so does the effort of Nova 2, which goes with fewer settings when it is high: %s',
    (maxReasoningEffort, inferenceConfig) => {
      const reasoningConfig = { type: 'enabled', maxReasoningEffort };
      const providerOptions = { bedrock: { additionalModelRequestFields: { reasoningConfig } } };
      const { request } = map({ temperature: 0.5, maxOutputTokens: 5000, providerOptions }, NOVA_2);
      expect(request.inferenceConfig ?? {}).toEqual(inferenceConfig);
      expect(request.additionalModelRequestFields).toEqual({ reasoningConfig });
    },
  );

  it('of a message that does not begin with it, as two in a row become, is left out while Claude thinks by a budget', () => {
    const text = (text: string) => ({ type: 'text' as const, text });
    const signed = {
      type: 'reasoning' as const,
      text: 'r',
      providerOptions: { bedrock: { signature: 's' } },
    };
    const prompt: LanguageModelV4CallOptions['prompt'] = [
      { role: 'user', content: [text('q')] },
      { role: 'assistant', content: [signed, text('a')] },
      { role: 'user', content: [text('q')] },
      { role: 'assistant', content: [text('b')] },
      { role: 'assistant', content: [signed, text('c')] },
      { role: 'user', content: [text('q')] },
    ];
    const thought = { reasoningContent: { reasoningText: { text: 'r', signature: 's' } } };
    const sent = (model: string, call: Call = { reasoning: 'high' }) => {
      const { request, warnings } = map({ prompt, ...call }, model);
      expect(request.messages?.[1]?.content).toEqual([thought, { text: 'a' }]);
      return { content: request.messages?.[3]?.content, warnings };
    };
    const repaired = {
      content: [{ text: 'b' }, { text: 'c' }],
      warnings: [
        {
          type: 'compatibility',
          feature: 'reasoning',
          details: 'A message must begin with its reasoning, so reasoning further on is left out.',
        },
      ],
    };
    expect(sent(CLAUDE_4_5)).toEqual(repaired);
    const additionalModelRequestFields = { thinking: { type: 'enabled', budget_tokens: 2000 } };
    const byHand = { providerOptions: { bedrock: { additionalModelRequestFields } } };
    expect(sent(CLAUDE_4_5, byHand)).toEqual(repaired);
    expect(sent('us.anthropic.claude-opus-4-6-v1', byHand)).toEqual(repaired);
    expect(sent(OPUS_5).content).toEqual([{ text: 'b' }, thought, { text: 'c' }]);
  });

  it('is switched off when the last tool calls came without their signed reasoning', () => {
    const prompt: LanguageModelV4CallOptions['prompt'] = [
      { role: 'user', content: [{ type: 'text', text: 'hi' }] },
      {
        role: 'assistant',
        content: [{ type: 'tool-call', toolCallId: 'a', toolName: 'weather', input: {} }],
      },
      {
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId: 'a', toolName: 'weather', output: { type: 'text', value: 'x' } },
        ],
      },
    ];
    const { request, warnings } = map({ prompt, tools, reasoning: 'high' });
    expect(request.additionalModelRequestFields).toEqual({ thinking: { type: 'disabled' } });
    expect(warnings).toEqual([expect.objectContaining({ feature: 'reasoning' })]);
    // A Claude, as its budget shows, although nobody knows which.
    const hidden = map(
      { prompt, tools, providerOptions: { bedrock: { reasoningConfig: { budgetTokens: 2000 } } } },
      'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6',
    );
    expect(hidden.request.additionalModelRequestFields).toEqual({ thinking: { type: 'disabled' } });
  });

  it('goes on behind calls without reasoning of their own, as Claude makes them after the results of those before it reasoned about', () => {
    const signed = {
      type: 'reasoning' as const,
      text: 'r',
      providerOptions: { bedrock: { signature: 's' } },
    };
    const called = (toolCallId: string) => ({
      type: 'tool-call' as const,
      toolCallId,
      toolName: 'weather',
      input: {},
    });
    const answered = (toolCallId: string): LanguageModelV4CallOptions['prompt'][number] => ({
      role: 'tool',
      content: [
        { type: 'tool-result', toolCallId, toolName: 'weather', output: { type: 'text', value: 'x' } },
      ],
    });
    const loop: LanguageModelV4CallOptions['prompt'] = [
      { role: 'user', content: [{ type: 'text', text: 'hi' }] },
      { role: 'assistant', content: [signed, called('a')] },
      answered('a'),
      { role: 'assistant', content: [called('b')] },
      answered('b'),
    ];
    const thinkingOf = (prompt: LanguageModelV4CallOptions['prompt']) => {
      const { request, warnings } = map({ prompt, tools, reasoning: 'high' });
      return [request.additionalModelRequestFields, warnings.length];
    };
    const enabled = { thinking: { type: 'enabled', budget_tokens: expect.any(Number) as number } };
    expect(thinkingOf(loop)).toEqual([enabled, 0]);
    // What the user says ends the turn.
    const next: typeof loop = [
      ...loop,
      { role: 'assistant', content: [{ type: 'text', text: 'Rain.' }] },
      { role: 'user', content: [{ type: 'text', text: 'and now?' }] },
      { role: 'assistant', content: [called('c')] },
      answered('c'),
    ];
    expect(thinkingOf(next)).toEqual([{ thinking: { type: 'disabled' } }, 1]);
  });

  it('that the caller wrote by hand is not switched off, and the call is refused before it is sent', () => {
    const prompt: LanguageModelV4CallOptions['prompt'] = [
      { role: 'user', content: [{ type: 'text', text: 'hi' }] },
      {
        role: 'assistant',
        content: [{ type: 'tool-call', toolCallId: 'a', toolName: 'weather', input: {} }],
      },
    ];
    const fields = { thinking: { type: 'enabled', budget_tokens: 2000 } };
    const byHand = (more: object) =>
      map({
        prompt,
        tools,
        temperature: 0.5,
        providerOptions: { bedrock: { additionalModelRequestFields: fields, ...more } },
      });
    expect(() => byHand({})).toThrow(/^(?!.*reasoning-sampling).*rule reasoning-before-tool-use/);
    expect(() => byHand({ reasoningConfig: { budgetTokens: 1024 } })).toThrow(
      /^(?!.*reasoning-sampling).*rule reasoning-before-tool-use/,
    );
  });
});
