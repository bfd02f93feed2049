// Palmyra X4 and X5, as AWS's pages show them.
import { describe, expect, it } from 'vitest';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';
import { messageBy, user, weather } from './chat-completion.ts';

const invoke = invoking();
const stream = streaming();
const messageOf = messageBy(invoke);
const modelId = 'us.writer.palmyra-x5-v1:0';

describe('Palmyra’s own body', () => {
  it.each(['x4', 'x5'])('is answered by %s with a chat completion that has every member', async (name) => {
    const { body, headers } = await invoke(`us.writer.palmyra-${name}-v1:0`, {
      messages: [{ role: 'system', content: 'Be kind.' }, user('count to 3')],
      max_tokens: 2,
      min_tokens: 1,
      temperature: 1,
      top_p: 0.9,
      seed: 7,
      presence_penalty: -1,
      frequency_penalty: 2,
      stop: ['a', 'b', 'c', 'd'],
    });
    expect(body).toEqual({
      id: expect.stringMatching(/^chatcmpl-[\da-f]{32}$/) as unknown,
      object: 'chat.completion',
      created: expect.any(Number) as unknown,
      model: `writer.palmyra-${name}-v1:0`,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', reasoning_content: null, content: '1 2', tool_calls: [] },
          logprobs: null,
          finish_reason: 'length',
          stop_reason: null,
        },
      ],
      usage: { prompt_tokens: 6, total_tokens: 8, completion_tokens: 2, prompt_tokens_details: null },
      prompt_logprobs: null,
    });
    expect(headers['x-amzn-bedrock-output-token-count']).toBe('2');
  });

  it('calls a tool, and goes on with what it answered', async () => {
    const messages = [user('What is the weather in Lisbon?')];
    const { body } = await invoke(modelId, { messages, tools: [weather] });
    const call = {
      id: expect.any(String) as unknown,
      type: 'function',
      function: { name: 'get_weather', arguments: '{"city":"Lisbon"}' },
    };
    const message = { role: 'assistant', reasoning_content: null, content: null, tool_calls: [call] };
    expect(body['choices']).toMatchObject([{ message, finish_reason: 'tool_calls' }]);
    const first = await messageOf(modelId, { messages, tools: [weather] });
    const result = { role: 'tool', tool_call_id: first.tool_calls?.[0]?.id, content: '18 degrees' };
    const next = await messageOf(modelId, { messages: [...messages, first, result], tools: [weather] });
    expect(next.content).toBe('The tool get_weather answered: 18 degrees');
  });

  it.each([
    [{}, '#: required key [messages] not found'],
    [{ max_completion_tokens: 9 }, '#: extraneous key [max_completion_tokens] is not permitted'],
    [{ max_tokens: 8193 }, '#/max_tokens: 8193 is not less or equal to 8192'],
    [{ max_tokens: 4, min_tokens: 5 }, '#/min_tokens: 5 is not less or equal to 4'],
    [{ presence_penalty: 2.5 }, '#/presence_penalty: 2.5 is not less or equal to 2'],
    [{ frequency_penalty: -3 }, '#/frequency_penalty: -3 is not greater or equal to -2'],
    [{ stop: ['a', 'b', 'c', 'd', 'e'] }, '#/stop: expected maximum item count: 4, found: 5'],
  ])('with %j is refused', async (more, words) => {
    const body = Object.keys(more).length === 0 ? {} : { messages: [user('echo hi')], ...more };
    await expect(refusalOf(invoke(modelId, body))).resolves.toBe(
      `ValidationException: Malformed input request: ${words}, please reformat your input and try again.`,
    );
  });

  it('is not streamed by a built-in model', async () => {
    await expect(refusalOf(stream(modelId, { messages: [user('echo hi')] }))).resolves.toBe(
      `ValidationException: No built-in model of this local Bedrock answers InvokeModelWithResponseStream for ${modelId}.`,
    );
  });
});

describe('where the rules are off', () => {
  const lax = invoking({ rules: 'off' });
  it('Palmyra takes a limit under its newer name', async () => {
    const { body } = await lax(modelId, { messages: [user('count to 9')], max_completion_tokens: 2 });
    expect(body['usage']).toMatchObject({ completion_tokens: 2 });
  });
});
