import { describe, expect, it } from 'vitest';
import { bedrock, type Call, CLAUDE_4_5, map, NOVA_PRO, user } from './messages.ts';

describe('where options come from', () => {
  // As a nullable column of a database gives them.
  it('null in their place says nothing: in a call, a message, a part, a result, a tool', () => {
    const called = { toolCallId: 'a', toolName: 'look' };
    const call = (more: object): Call => ({
      prompt: [
        { role: 'system', content: 'Be brief.', ...more },
        { role: 'user', content: [{ type: 'text', text: 'hi', ...more }], ...more },
        { role: 'assistant', content: [{ type: 'tool-call', ...called, input: {}, ...more }], ...more },
        {
          role: 'tool',
          content: [
            {
              type: 'tool-result',
              ...called,
              output: { type: 'content', value: [{ type: 'text', text: 'found', ...more }], ...more },
              ...more,
            },
          ],
        },
      ],
      tools: [{ type: 'function', name: 'look', inputSchema: { type: 'object' }, ...more }],
      ...more,
    });
    expect(map(call({ providerOptions: null }))).toEqual(map(call({})));
  });

  // As https://github.com/openai/openai-agents-js does it, with answers of this provider and of @ai-sdk/amazon-bedrock.
  it('the metadata of an earlier answer, put back beside its parts, is no slip', () => {
    const usage = { cacheReadInputTokens: 5 };
    for (const metadata of [
      { requestId: 'a', usage },
      { stopSequence: null, usage },
    ]) {
      const options = { providerOptions: bedrock(metadata) };
      const call = (more: object): Call => ({
        prompt: [
          { role: 'user', content: [{ type: 'text', text: 'hi' }] },
          { role: 'assistant', content: [{ type: 'text', text: 'hello', ...more }], ...more },
          { role: 'user', content: [{ type: 'text', text: 'and now?' }] },
        ],
      });
      expect(map(call(options))).toEqual(map(call({})));
    }
  });

  it.each(['amazon-bedrock', 'Bedrock', 'aws_bedrock', 'AmazonBedrock'])(
    '%s is no key that is read',
    (key) => {
      const message = `providerOptions.${key} is not read. Options for Bedrock go under providerOptions.bedrock.`;
      const { request, warnings } = map({ providerOptions: { [key]: { serviceTier: 'flex' } } }, NOVA_PRO);
      expect(request).not.toHaveProperty('serviceTier');
      expect(warnings).toEqual([{ type: 'other', message }]);
      // No call goes without the guardrail that it asks for.
      const guardrailConfig = { guardrailIdentifier: 'a', guardrailVersion: '1' };
      const guarded = { [key]: { serviceTier: 'flex', guardrailConfig } };
      expect(() => map({ providerOptions: guarded }, NOVA_PRO)).toThrow(message);
    },
  );

  it('nor is it of a message, a part, a result or a tool, which is told where it first stands', () => {
    const called = { toolCallId: 'a', toolName: 'look' };
    const more = { providerOptions: { 'amazon-bedrock': { cachePoint: true } } };
    const told = (call: Call): unknown => map(call).warnings;
    const at = (place: string): unknown => [
      {
        type: 'other',
        message: `${place}.providerOptions.amazon-bedrock is not read. Options for Bedrock go under providerOptions.bedrock.`,
      },
    ];
    const text = { type: 'text' as const, text: 'hi' };
    const result = (value: object, beside: object): NonNullable<Call['prompt']> => [
      { role: 'user', content: [text] },
      { role: 'assistant', content: [{ type: 'tool-call', ...called, input: {} }] },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            ...called,
            output: { type: 'content', value: [{ ...text, ...value }], ...beside },
          },
        ],
      },
    ];
    const tool = { type: 'function' as const, name: 'look', inputSchema: {} };
    const tools = [tool];
    expect(told({ prompt: [{ role: 'system', content: 'a', ...more }, user('b')] })).toEqual(at('prompt[0]'));
    expect(told({ prompt: [{ role: 'user', content: [text], ...more }] })).toEqual(at('prompt[0]'));
    expect(
      told({ prompt: [{ role: 'user', content: [text, { ...text, ...more }, { ...text, ...more }] }] }),
    ).toEqual(at('prompt[0].content[1]'));
    expect(told({ prompt: result({}, more), tools })).toEqual(at('prompt[2].content[0].output'));
    expect(told({ prompt: result(more, {}), tools })).toEqual(at('prompt[2].content[0].output.value[0]'));
    expect(told({ tools: [{ ...tool, ...more }] })).toEqual(at('tools[0]'));
  });

  it('a key that is not read and holds nothing, as where a condition gave none, is no warning', () => {
    const none = undefined as unknown as Record<string, never>; // what the types forbid
    for (const options of [none, {}])
      expect(map({ providerOptions: { 'amazon-bedrock': options } }, NOVA_PRO).warnings).toEqual([]);
  });

  it('keys of others are theirs, also where Bedrock is a part of them', () => {
    const providerOptions = { 'bedrock-mantle': { a: 1 }, 'my-bedrock': { a: 1 }, openai: { store: false } };
    expect(map({ providerOptions }, NOVA_PRO)).toEqual(map({}, NOVA_PRO));
  });

  it('both keys count, and amazonBedrock wins', () => {
    const providerOptions = {
      bedrock: { serviceTier: 'flex', requestMetadata: { a: 'b' } },
      amazonBedrock: { serviceTier: 'default' },
    };
    expect(map({ providerOptions }, NOVA_PRO).request).toMatchObject({
      serviceTier: { type: 'default' },
      requestMetadata: { a: 'b' },
    });
  });

  it('those of other providers beside them change nothing', () => {
    const others = {
      anthropic: { thinking: { type: 'enabled', budgetTokens: 2000 }, effort: 'low', anthropicBeta: ['x'] },
      openai: {
        reasoningEffort: 'high',
        strictJsonSchema: true,
        parallelToolCalls: false,
        serviceTier: 'flex',
      },
      google: { thinkingConfig: { thinkingBudget: 0 } },
      gateway: { order: ['bedrock'] },
    };
    for (const model of [CLAUDE_4_5, NOVA_PRO, 'openai.gpt-oss-120b-1:0']) {
      const { request, warnings } = map({ providerOptions: { ...others, bedrock: {} } }, model);
      expect({ request, warnings }).toEqual({ request: map({}, model).request, warnings: [] });
    }
  });

  it('those of Anthropic that count for Claude change nothing for another model', () => {
    const call: Call = {
      tools: [{ type: 'function', name: 'look', inputSchema: {} }],
      responseFormat: { type: 'json', schema: { type: 'object', properties: {} } },
    };
    for (const structuredOutputMode of ['jsonTool', 'outputFormat']) {
      const providerOptions = { anthropic: { structuredOutputMode, disableParallelToolUse: true } };
      for (const model of [NOVA_PRO, 'openai.gpt-oss-120b-1:0']) {
        const { request, warnings } = map({ ...call, providerOptions }, model);
        expect({ request, warnings }).toEqual({ request: map(call, model).request, warnings: [] });
      }
    }
  });

  it('settings of the model are defaults under those of the call, joined member by member', () => {
    const settings = { additionalModelRequestFields: { top_k: 350, a: 1 }, serviceTier: 'default' as const };
    const providerOptions = { bedrock: { additionalModelRequestFields: { a: 2 } } };
    expect(map({ providerOptions }, { modelId: CLAUDE_4_5, settings }).request).toMatchObject({
      additionalModelRequestFields: { top_k: 350, a: 2 },
      serviceTier: { type: 'default' },
    });
    expect(
      map({ topK: 1 }, { modelId: CLAUDE_4_5, settings }).request.additionalModelRequestFields,
    ).toMatchObject({ top_k: 350 });
  });

  it('a slip in the settings is told too', () => {
    const settings = { serviceTeir: 'default' } as object;
    expect(map({}, { modelId: CLAUDE_4_5, settings }).warnings).toEqual([
      {
        type: 'other',
        message: 'Unknown option settings.serviceTeir is not sent. Did you mean "serviceTier"?',
      },
    ]);
  });
});
