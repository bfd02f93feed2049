// When a tool is called: as the request chooses, as far as the model heeds it, and once for a question.
import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { conversationBench, says } from './conversation-bench.ts';

const { converse } = conversationBench({ availability: 'ignore' });

describe('a model accepts and ignores', () => {
  const tools = [{ toolSpec: { name: 'weather', inputSchema: { json: { type: 'object' } } } }];
  const ask = async (model: string, text: string, toolChoice?: object, fields?: object) => {
    const toolConfig = { tools, ...(toolChoice && { toolChoice }) } as ConverseCommandInput['toolConfig'];
    const additionalModelRequestFields = fields as ConverseCommandInput['additionalModelRequestFields'];
    const asked = { modelId: model, messages: says(text), toolConfig, additionalModelRequestFields };
    const { content, stopReason } = await converse(asked);
    return [...content.flatMap((block) => Object.keys(block)), stopReason];
  };

  it('tools, if it is Gemma 3', async () => {
    const model = 'google.gemma-3-27b-it';
    expect(await ask(model, 'the weather, please')).toEqual(['text', 'end_turn']);
    expect(await ask(model, 'the weather, please', { any: {} })).toEqual(['text', 'end_turn']);
  });

  it('the choice of one tool, if it is Qwen3', async () => {
    const named = { tool: { name: 'weather' } };
    expect(await ask('qwen.qwen3-32b-v1:0', 'hello', named)).toEqual(['text', 'end_turn']);
    expect(await ask('qwen.qwen3-32b-v1:0', 'hello', { any: {} })).toEqual(['toolUse', 'tool_use']);
  });

  it('any forced choice, if it is DeepSeek V3 and thinks', async () => {
    const thinking = { reasoning_config: 'high' };
    expect(await ask('deepseek.v3.2', 'hello', { any: {} }, thinking)).toEqual([
      'reasoningContent',
      'text',
      'end_turn',
    ]);
    expect(await ask('deepseek.v3.2', 'hello', { any: {} })).toEqual(['toolUse', 'tool_use']);
  });
});

describe('Claude heeds what Converse passes on to it in the form of its own API:', () => {
  const claude = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
  const bash = { type: 'bash_20250124', name: 'bash' };
  const tools = ['get_time', 'get_place'].map((name) => ({
    toolSpec: { name, inputSchema: { json: { type: 'object' } } },
  }));
  const ask = async (text: string, fields: object, toolConfig?: object) => {
    const additionalModelRequestFields = fields as ConverseCommandInput['additionalModelRequestFields'];
    const config = toolConfig as ConverseCommandInput['toolConfig'];
    const asked = { modelId: claude, messages: says(text), additionalModelRequestFields };
    const { content } = await converse({ ...asked, ...(config && { toolConfig: config }) });
    return content.map(({ toolUse, text: words }) => toolUse?.name ?? words);
  };

  it('a tool that Anthropic defines, and the choice of it', async () => {
    const forced = { tools: [bash], tool_choice: { type: 'tool', name: 'bash' } };
    expect(await ask('echo hi', forced)).toEqual(['bash']);
    expect(await ask('echo hi', forced, { tools })).toEqual(['bash']);
    expect(await ask('echo hi', { tools: [bash] })).toEqual(['hi']);
    expect(await ask('echo hi', { tools: [bash] }, { tools, toolChoice: { any: {} } })).toEqual(['get_time']);
  });

  it('a choice among the tools of Converse', async () => {
    const named = { tool_choice: { type: 'tool', name: 'get_place' } };
    expect(await ask('echo hi', named, { tools })).toEqual(['get_place']);
    const asking = 'echo call get_time';
    expect(await ask(asking, {}, { tools })).toEqual(['get_time']);
    expect(await ask(asking, { tool_choice: { type: 'none' } }, { tools })).toEqual(['call get_time']);
  });

  it('the setting for one call at a time', async () => {
    const both = 'Call get_time and get_place.';
    expect(await ask(both, {}, { tools })).toEqual(['get_time', 'get_place']);
    const choice = { toolChoice: { any: {} } };
    const one = { tool_choice: { disable_parallel_tool_use: true } };
    expect(await ask(both, one, { tools, ...choice })).toEqual(['get_time']);
    const whole = { tool_choice: { type: 'any', disable_parallel_tool_use: true } };
    expect(await ask(both, whole, { tools })).toEqual(['get_time']);
  });

  it('and refuses a choice that is none, in the frame of Converse', async () => {
    const words = 'The model returned the following errors:';
    const missing = { tool_choice: { type: 'tool', name: 'other' } };
    await expect(ask('echo hi', missing, { tools })).rejects.toThrow(
      `${words} Tool 'other' not found in provided tools`,
    );
    await expect(ask('echo hi', { tool_choice: {} }, { tools })).rejects.toThrow(
      `${words} tool_choice.type: Field required`,
    );
    const forced = { tool_choice: { type: 'any' }, thinking: { type: 'enabled', budget_tokens: 1024 } };
    await expect(ask('echo hi', forced, { tools })).rejects.toThrow(
      `${words} Thinking may not be enabled when tool_choice forces tool use.`,
    );
  });
});

describe('a tool that was called for a question', () => {
  const toolConfig = (toolChoice: object) =>
    ({
      tools: ['weather', 'answer'].map((name) => ({
        toolSpec: { name, inputSchema: { json: { type: 'object' } } },
      })),
      toolChoice,
    }) as unknown as ConverseCommandInput['toolConfig'];
  const called = (name: string, ...content: object[]) =>
    [
      { role: 'assistant', content: [{ toolUse: { toolUseId: name, name, input: {} } }] },
      { role: 'user', content: [{ toolResult: { toolUseId: name, content: [{ text: '12 degrees' }] } }] },
      ...content.map((block, index) => ({ role: index % 2 ? 'user' : 'assistant', content: [block] })),
    ] as NonNullable<ConverseCommandInput['messages']>;
  const ask = async (messages: NonNullable<ConverseCommandInput['messages']>, toolChoice: object) => {
    const asked = { messages: [...(says('the weather, please') ?? []), ...messages] };
    const { content } = await converse({ ...asked, toolConfig: toolConfig(toolChoice) });
    return content.map((block) => block.toolUse?.name ?? block.text?.split('\n')[0]);
  };

  it('is not called again for it, while another is there', async () => {
    expect(await ask([], { any: {} })).toEqual(['weather']);
    expect(await ask(called('weather'), { any: {} })).toEqual(['answer']);
    expect(await ask([...called('weather'), ...called('answer')], { any: {} })).toEqual(['weather']);
    expect(await ask(called('weather'), { tool: { name: 'weather' } })).toEqual(['weather']);
  });

  it('is not called again for a message without words, such as an image beside the result', async () => {
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const image = { image: { format: 'png', source: { bytes } } };
    const messages = called('weather', { text: 'I have the results.' }, image);
    expect(await ask(messages, { auto: {} })).toEqual([
      'This is a built-in test model. I received 5 messages; in the last one:',
    ]);
  });

  it('is called for the next question', async () => {
    const messages = called('weather', { text: '12 degrees.' }, { text: 'And the weather tomorrow?' });
    expect(await ask(messages, { auto: {} })).toEqual(['weather']);
  });
});
