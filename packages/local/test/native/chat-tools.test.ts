// Tools in chat completions: called, chosen, and answered by whoever asked.
import { describe, expect, it } from 'vitest';
import { openBedrock, urlOf } from '../in-process.ts';
import { invoking, streaming } from '../invoke-model.ts';
import { frame, gpt, messageBy, oss, user, weather } from './chat-completion.ts';

const invoke = invoking();
const stream = streaming();
const messageOf = messageBy(invoke);

describe('a chat completion', () => {
  it.each([oss, gpt])('of %s calls a tool, and goes on with what it answered', async (modelId) => {
    const messages = [user('What is the weather in Lisbon?')];
    const call = {
      id: expect.stringMatching(/^call_\w{22}$/) as unknown,
      type: 'function',
      function: { name: 'get_weather', arguments: '{"city":"Lisbon"}' },
    };
    const first = await messageOf(modelId, { messages, tools: [weather], tool_choice: 'auto' });
    expect(first.tool_calls).toEqual([call]);
    const chunks = await stream(modelId, { messages, tools: [weather] });
    const choices = chunks.flatMap(
      (chunk) => chunk['choices'] as { delta: object; finish_reason: unknown }[],
    );
    const pieces = choices.flatMap(({ delta }) =>
      'tool_calls' in delta ? (delta.tool_calls as Record<string, unknown>[]) : [],
    );
    expect(pieces[0]).toEqual({ ...call, index: 0, function: { name: 'get_weather', arguments: '' } });
    const written = pieces.map((piece) => (piece['function'] as { arguments: string }).arguments);
    expect([written.join(''), choices.at(-1)?.finish_reason]).toEqual(['{"city":"Lisbon"}', 'tool_calls']);

    const id = first.tool_calls?.[0]?.id;
    const result = { role: 'tool', tool_call_id: id, content: '18 degrees' };
    const next = await messageOf(modelId, { messages: [...messages, first, result], tools: [weather] });
    expect(next.content?.replace(/^<reasoning>.*<\/reasoning>/, '')).toBe(
      'The tool get_weather answered: 18 degrees',
    );
  });

  it.each([
    'mistral.mistral-large-3-675b-instruct',
    'mistral.devstral-2-123b',
    'deepseek.v3.2',
    'minimax.minimax-m2.5',
    'moonshotai.kimi-k2.5',
    'nvidia.nemotron-super-3-120b',
    'qwen.qwen3-32b-v1:0',
    'us.xai.grok-4.6',
    'us.xai.grok-4.7',
    'zai.glm-5',
  ])('of %s has no thoughts, and goes on with what a tool answered', async (modelId) => {
    const messages = [user('What is the weather in Lisbon?')];
    const { body } = await invoke(modelId, { messages: [user('count to 3')], max_tokens: 200 });
    expect(body).toEqual({
      ...frame,
      choices: [
        { finish_reason: 'stop', index: 0, message: { content: '1 2 3', refusal: null, role: 'assistant' } },
      ],
      model: modelId,
      object: 'chat.completion',
      usage: {
        completion_tokens: expect.any(Number) as unknown,
        prompt_tokens: 3,
        total_tokens: expect.any(Number) as unknown,
      },
    });
    const first = await messageOf(modelId, { messages, tools: [weather] });
    expect(first.tool_calls).toHaveLength(1);
    const result = { role: 'tool', tool_call_id: first.tool_calls?.[0]?.id, content: '18 degrees' };
    const next = await messageOf(modelId, { messages: [...messages, first, result], tools: [weather] });
    expect(next.content).toBe('The tool get_weather answered: 18 degrees');
  });

  it('of Mistral has calls with the nine letters that it takes back', async () => {
    const body = { messages: [user('What is the weather in Lisbon?')], tools: [weather] };
    const { tool_calls: calls = [] } = await messageOf('mistral.ministral-3-8b-instruct', body);
    const chunks = await stream('mistral.ministral-3-8b-instruct', body);
    expect(calls[0]?.id).toMatch(/^[a-zA-Z0-9]{9}$/);
    expect(JSON.stringify(chunks)).toContain(`"id":"${calls[0]?.id}"`);
  });

  it('is made to call a tool, a tool by name, or none', async () => {
    const ask = (tool_choice: unknown): ReturnType<typeof messageOf> =>
      messageOf(oss, { messages: [user('echo hi')], tools: [weather], tool_choice });
    for (const choice of ['required', { type: 'function', function: { name: 'get_weather' } }])
      expect((await ask(choice)).tool_calls).toHaveLength(1);
    for (const choice of ['none', 'auto']) expect((await ask(choice)).content).toMatch(/>hi$/);
  });

  it('has the words of a handler beside the call that follows them', async () => {
    const toolUse = { toolUseId: 'a', name: 'get_weather', input: {} };
    const local = openBedrock({ models: { [gpt]: () => [{ text: 'I look.' }, { toolUse }] } });
    const body = JSON.stringify({ messages: [user('What is the weather in Lisbon?')], tools: [weather] });
    const response = await local.fetch(urlOf('invoke', gpt), { method: 'POST', body });
    expect(await response.json()).toMatchObject({
      choices: [{ message: { content: 'I look.', tool_calls: [{ id: 'a' }] } }],
    });
  });
});
