import { describe, expect, it } from 'vitest';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';
import { weather } from './chat-completion.ts';

const invoke = invoking();
const stream = streaming();

describe('Mistral’s text completion', () => {
  it.each([
    'mistral.mistral-7b-instruct-v0:2',
    'mistral.mixtral-8x7b-instruct-v0:1',
    'mistral.mistral-large-2402-v1:0',
    'mistral.mistral-small-2402-v1:0',
  ])('is answered by %s with one output, the counts in headers', async (modelId) => {
    const { body, headers } = await invoke(modelId, {
      prompt: '<s>[INST] count to 3 [/INST]',
      max_tokens: 500,
      temperature: 0.5,
      top_p: 1,
      top_k: 50,
      stop: ['|'],
    });
    expect(body).toEqual({ outputs: [{ text: '1 2 3', stop_reason: 'stop' }] });
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => name.includes('-count')))).toEqual({
      'x-amzn-bedrock-input-token-count': '3',
      'x-amzn-bedrock-output-token-count': '3',
    });
  });

  it('is streamed word by word, the last chunk with the end and the metrics', async () => {
    const body = { prompt: '<s>[INST] count to 2 [/INST]' };
    expect(await stream('mistral.mistral-7b-instruct-v0:2', body)).toEqual([
      { outputs: [{ text: '1 ', stop_reason: null }] },
      { outputs: [{ text: '2', stop_reason: null }] },
      {
        outputs: [{ text: '', stop_reason: 'stop' }],
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 2 },
      },
    ]);
  });

  // https://github.com/open-telemetry/opentelemetry-js-contrib/blob/main/packages/instrumentation-aws-sdk/test/mock-responses/bedrock-invokemodelwithstreams-adds-mistral-ai-model-attributes-to-span.json
  it('that ends at its limit is streamed with its last words in the last chunk', async () => {
    const body = { prompt: '<s>[INST] count to 9 [/INST]', max_tokens: 2 };
    expect(await stream('mistral.mistral-7b-instruct-v0:2', body)).toEqual([
      { outputs: [{ text: '1 ', stop_reason: null }] },
      {
        outputs: [{ text: '2', stop_reason: 'length' }],
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 2 },
      },
    ]);
  });

  it('is read with its earlier turns, and ends at a stop sequence', async () => {
    const prompt = '<s>[INST] Hi [/INST] Hello!</s> [INST] echo one two three [/INST]';
    const { body } = await invoke('mistral.mixtral-8x7b-instruct-v0:1', { prompt, stop: ['two'] });
    expect(body).toEqual({ outputs: [{ text: 'one ', stop_reason: 'stop' }] });
  });

  it.each([
    ['mistral.mistral-7b-instruct-v0:2', 512],
    ['mistral.mistral-large-2402-v1:0', 8192],
  ])('of %s ends after %i tokens where no limit is sent', async (modelId, limit) => {
    const { body, headers } = await invoke(modelId, { prompt: '[INST]count to 10000[/INST]' });
    expect(body).toEqual({ outputs: [{ text: expect.any(String) as unknown, stop_reason: 'length' }] });
    expect(headers['x-amzn-bedrock-output-token-count']).toBe(String(limit));
  });

  it.each([
    [{ max_tokens: 5 }, 'Malformed input request: #: required key [prompt] not found'],
    [
      { prompt: 'x', max_tokens: 9000 },
      'Malformed input request: #/max_tokens: 9000 is not less or equal to 8192',
    ],
    [{ prompt: 'x', stop_sequences: ['y'] }, 'Validation Error'],
  ])('%j is refused', async (body, words) => {
    const refusal = await refusalOf(invoke('mistral.mistral-7b-instruct-v0:2', body));
    expect(refusal.replace(', please reformat your input and try again.', '')).toBe(
      `ValidationException: ${words}`,
    );
  });
});

describe('Mistral’s chat completion', () => {
  it.each([
    'mistral.mistral-large-2407-v1:0',
    'mistral.mistral-large-2402-v1:0',
    'mistral.mistral-small-2402-v1:0',
  ])('is answered by %s with one choice', async (modelId) => {
    const messages = [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'count to 3' },
    ];
    const { body, headers } = await invoke(modelId, { messages, max_tokens: 2, temperature: 0.5, top_p: 1 });
    expect(body).toEqual({
      choices: [{ index: 0, message: { role: 'assistant', content: '1 2' }, stop_reason: 'length' }],
    });
    expect(headers['x-amzn-bedrock-output-token-count']).toBe('2');
  });

  it('is streamed in messages, the last with the end and the metrics', async () => {
    const messages = [{ role: 'user', content: 'count to 2' }];
    const piece = (content: string): object => ({
      choices: [{ index: 0, message: { role: 'assistant', content }, stop_reason: null }],
    });
    expect(await stream('mistral.mistral-large-2407-v1:0', { messages })).toEqual([
      piece('1 '),
      piece('2'),
      {
        choices: [{ index: 0, message: { role: 'assistant', content: '' }, stop_reason: 'stop' }],
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 2 },
      },
    ]);
  });

  it('calls a tool, and goes on with what it answered', async () => {
    const modelId = 'mistral.mistral-large-2402-v1:0';
    const asked = { role: 'user', content: 'What is the weather in Lisbon?' };
    const ask = (messages: object[]): object => ({ messages, tools: [weather], tool_choice: 'any' });
    const { body } = await invoke(modelId, ask([asked]));
    const [choice] = body['choices'] as { message: { tool_calls: { id: string }[] } }[];
    const call = {
      id: expect.stringMatching(/^[a-zA-Z0-9]{22}$/) as unknown,
      function: { name: 'get_weather', arguments: '{"city":"Lisbon"}' },
    };
    expect(choice).toEqual({
      index: 0,
      message: { role: 'assistant', content: '', tool_calls: [call] },
      stop_reason: 'tool_calls',
    });
    expect(await stream(modelId, ask([asked]))).toEqual([
      {
        choices: [choice],
        'amazon-bedrock-invocationMetrics': expect.any(Object) as unknown,
      },
    ]);
    const result = {
      role: 'tool',
      tool_call_id: choice?.message.tool_calls[0]?.id,
      content: '18 degrees',
    };
    const next = await invoke(modelId, { messages: [asked, choice?.message, result], tools: [weather] });
    expect(next.body).toEqual({
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'The tool get_weather answered: 18 degrees' },
          stop_reason: 'stop',
        },
      ],
    });
  });

  it.each([{ messages: [{ role: 'user', content: 'x' }], stop: ['y'] }, { prompt: '<s>[INST] x [/INST]' }])(
    'of a model that reads no prompt is refused for %j, without a word about it',
    async (body) => {
      await expect(refusalOf(invoke('mistral.mistral-large-2407-v1:0', body))).resolves.toBe(
        'ValidationException: Validation Error',
      );
    },
  );
});

// https://github.com/BerriAI/litellm/issues/10360
describe('Pixtral’s chat completion', () => {
  const modelId = 'us.mistral.pixtral-large-2502-v1:0';

  it('is answered with all that was recorded', async () => {
    const { body } = await invoke(modelId, { messages: [{ role: 'user', content: 'count to 3' }] });
    expect(body).toEqual({
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/) as unknown,
      object: 'chat.completion',
      created: expect.any(Number) as unknown,
      model: 'pixtral-large-2502',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            tool_calls: null,
            index: null,
            tool_call_id: null,
            content: '1 2 3',
            audio: null,
          },
          finish_reason: 'stop',
          logprobs: null,
          context_logits: null,
          generation_logits: null,
        },
      ],
      usage: { prompt_tokens: 3, total_tokens: 6, completion_tokens: 3, request_count: null },
    });
  });

  it('has no built-in stream, for nobody has shown its chunks', async () => {
    const body = { messages: [{ role: 'user', content: 'hi' }] };
    await expect(refusalOf(stream(modelId, body))).resolves.toBe(
      `ValidationException: No built-in model of this local Bedrock answers InvokeModelWithResponseStream for ${modelId}.`,
    );
  });
});
