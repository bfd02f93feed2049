import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/images/png.ts';
import { paint } from '../../src/images/painting.ts';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';

const invoke = invoking();
const stream = streaming();

const oss = 'openai.gpt-oss-120b-1:0';
const gpt = 'us.openai.gpt-6-sol';
const user = (content: unknown): object => ({ role: 'user', content });

interface Completion {
  readonly choices: { readonly message: { content: string | null; tool_calls?: { id: string }[] } }[];
}

async function messageOf(modelId: string, body: object): Promise<Completion['choices'][number]['message']> {
  const { choices } = (await invoke(modelId, body)).body as unknown as Completion;
  return choices[0]?.message ?? { content: null };
}

const weather = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'The weather in a city',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};

const frame = {
  created: expect.any(Number) as unknown,
  id: expect.stringMatching(/^chatcmpl-\w{29}$/) as unknown,
  service_tier: 'default',
  system_fingerprint: null,
};

describe('a chat completion', () => {
  it('of gpt-oss has its thoughts before the text, between tags', async () => {
    const { body, headers } = await invoke(oss, {
      messages: [{ role: 'system', content: 'Be kind.' }, user('echo hi')],
      max_completion_tokens: 150,
      temperature: 0.7,
      top_p: 0.9,
    });
    expect(body).toEqual({
      ...frame,
      choices: [
        {
          finish_reason: 'stop',
          index: 0,
          message: {
            content: '<reasoning>The last message says: "echo hi". I follow the instruction.</reasoning>hi',
            refusal: null,
            role: 'assistant',
          },
        },
      ],
      model: oss,
      object: 'chat.completion',
      usage: { completion_tokens: 17, prompt_tokens: 5, total_tokens: 22 },
    });
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => name.includes('-count')))).toEqual({
      'x-amzn-bedrock-input-token-count': '5',
      'x-amzn-bedrock-output-token-count': '17',
    });
  });

  // https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/TestOpenAIInvokeModel.test_invoke_model.yaml
  it('of GPT counts its thoughts, and does not show them', async () => {
    const messages = [{ role: 'developer', content: 'Answer in one word.' }, user('say pong')];
    const { body } = await invoke(gpt, { messages, max_completion_tokens: 256 });
    expect(body).toEqual({
      ...frame,
      choices: [
        {
          finish_reason: 'stop',
          index: 0,
          message: { annotations: [], content: 'pong', refusal: null, role: 'assistant' },
        },
      ],
      model: gpt,
      object: 'chat.completion',
      usage: {
        completion_tokens: 17,
        completion_tokens_details: {
          accepted_prediction_tokens: 0,
          audio_tokens: 0,
          reasoning_tokens: 16,
          rejected_prediction_tokens: 0,
        },
        prompt_tokens: 7,
        prompt_tokens_details: { audio_tokens: 0, cache_write_tokens: 0, cached_tokens: 0 },
        total_tokens: 24,
      },
    });
    const { body: unthinking } = await invoke(gpt, { messages, reasoning_effort: 'none' });
    expect(unthinking['usage']).toMatchObject({
      completion_tokens: 1,
      completion_tokens_details: { reasoning_tokens: 0 },
    });
  });

  // https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/TestOpenAIInvokeModelWithResponseStream.test_streaming.yaml
  it('of GPT is streamed as recorded, with the counts in a last chunk for whoever asks', async () => {
    const chunks = await stream(gpt, {
      messages: [user('count 1 to 2: count to 2')],
      max_completion_tokens: 256,
      reasoning_effort: 'none',
      stream: true,
      stream_options: { include_usage: true },
    });
    const every = { ...frame, model: gpt, object: 'chat.completion.chunk' };
    const piece = (delta: object): object => ({
      ...every,
      choices: [{ delta, finish_reason: null, index: 0 }],
      usage: null,
    });
    const usage = {
      completion_tokens: 2,
      completion_tokens_details: {
        accepted_prediction_tokens: 0,
        audio_tokens: 0,
        reasoning_tokens: 0,
        rejected_prediction_tokens: 0,
      },
      prompt_tokens: 8,
      prompt_tokens_details: { audio_tokens: 0, cache_write_tokens: 0, cached_tokens: 0 },
      total_tokens: 10,
    };
    expect(chunks).toEqual([
      piece({ content: '', role: 'assistant', refusal: null }),
      piece({ content: '1 ' }),
      piece({ content: '2' }),
      { ...every, choices: [{ delta: {}, finish_reason: 'stop', index: 0 }], usage },
      {
        ...every,
        choices: [],
        usage,
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 8, outputTokenCount: 2 },
      },
    ]);
  });

  it('of gpt-oss is streamed with its tags, the metrics in the chunk that ends it', async () => {
    const chunks = await stream(oss, { messages: [user('echo hi')], max_tokens: 20 });
    const deltas = chunks.map(({ choices }) => (choices as { delta: { content?: string } }[])[0]?.delta);
    expect(deltas.map((delta) => delta?.content ?? '').join('')).toBe(
      '<reasoning>The last message says: "echo hi".</reasoning>hi',
    );
    expect(chunks.at(-1)).toEqual({
      ...frame,
      choices: [{ delta: {}, finish_reason: 'stop', index: 0 }],
      model: oss,
      object: 'chat.completion.chunk',
      'amazon-bedrock-invocationMetrics': {
        inputTokenCount: 2,
        outputTokenCount: expect.any(Number) as unknown,
      },
    });
  });

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

  it('keeps to a schema in its response format', async () => {
    const schema = {
      type: 'object',
      properties: { city: { type: 'string' }, guests: { type: 'integer' } },
      required: ['city', 'guests'],
      additionalProperties: false,
    };
    const messages = [user('A table in Lisbon for 4')];
    const ask = async (response_format: object): Promise<string | undefined> =>
      (await messageOf(gpt, { messages, response_format })).content ?? undefined;
    expect(await ask({ type: 'json_schema', json_schema: { name: 'table', strict: true, schema } })).toBe(
      '{"city":"Lisbon","guests":4}',
    );
    expect(await ask({ type: 'json_object' })).toBe('{}');
    expect(await ask({ type: 'text' })).toMatch(/^This is a built-in test model/);
  });

  it('ends at its limit, and at the one stop sequence', async () => {
    const ask = async (more: object): Promise<unknown> => {
      const { body } = await invoke(gpt, {
        messages: [user('count to 99')],
        reasoning_effort: 'none',
        ...more,
      });
      const [choice] = body['choices'] as { finish_reason: string; message: { content: string } }[];
      return [choice?.message.content, choice?.finish_reason];
    };
    expect(await ask({ max_tokens: 16 })).toEqual(['1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16', 'length']);
    expect(await ask({ stop: '4' })).toEqual(['1 2 3 ', 'stop']);
  });

  it('takes parts, and images that come in their URL', async () => {
    const png = await encodePng(paint({ width: 64, height: 48, prompt: '', seed: 1, variant: '' }));
    const url = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    const image = { type: 'image_url', image_url: { url } };
    const { content } = await messageOf(gpt, {
      messages: [user([{ type: 'text', text: 'What is it?' }, image])],
    });
    expect(content).toMatch(/\n- text of 11 characters: "What is it\?"\n- image: png, 64 x 48 pixels, /);
    const elsewhere = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } };
    await expect(refusalOf(invoke(gpt, { messages: [user([elsewhere])] }))).resolves.toBe(
      'ValidationException: Malformed input request: #/messages/0/content/0/image_url/url: expected a data URL with base64, please reformat your input and try again.',
    );
  });

  it('may tell its model and whether it is streamed, as path and operation do', async () => {
    const messages = [user('echo hi')];
    expect((await messageOf(oss, { model: oss, stream: false, messages })).content).toMatch(/>hi$/);
    const refusals = [
      [() => invoke(oss, { stream: true, messages }), '#/stream: expected false for this operation'],
      [() => stream(oss, { stream: false, messages }), '#/stream: expected true for this operation'],
      [
        () => invoke(oss, { model: gpt, messages }),
        `#/model: ${gpt} is not the model that is called, ${oss}`,
      ],
    ] as const;
    for (const [call, words] of refusals) {
      await expect(refusalOf(call())).resolves.toBe(
        `ValidationException: Malformed input request: ${words}, please reformat your input and try again.`,
      );
    }
  });

  it.each([
    [{}, '#: required key [messages] not found'],
    [{ messages: [{ role: 'human', content: 'x' }] }, '#/messages/0/role: "human" is not a valid enum value'],
    [{ messages: [user('x')], max_tokens: 0 }, '#/max_tokens: 0 is not greater or equal to 1'],
    [
      {
        messages: [{ role: 'assistant', tool_calls: [{ id: 'a', function: { name: 'b', arguments: '[' } }] }],
      },
      '#/messages/0/tool_calls/0/function/arguments: expected a JSON object',
    ],
    [{ messages: [user('x')], tools: [{ type: 'web' }] }, '#/tools/0/type: "web" is not a valid enum value'],
  ])('%j is refused', async (body, words) => {
    await expect(refusalOf(invoke(oss, body))).resolves.toBe(
      `ValidationException: Malformed input request: ${words}, please reformat your input and try again.`,
    );
  });
});
