import { describe, expect, it } from 'vitest';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';

const invoke = invoking();
const stream = streaming();
const modelId = 'cohere.command-r-v1:0';

const uuid = '[\\da-f]{8}-[\\da-f]{4}-4[\\da-f]{3}-8[\\da-f]{3}-[\\da-f]{12}';
const generation_id = expect.stringMatching(new RegExp(`^${uuid}$`)) as unknown;
const response_id = expect.stringMatching(new RegExp(`^${uuid}/${uuid}$`)) as unknown;

describe('Command R’s own body', () => {
  it('is answered with the text and the whole history, the counts in headers', async () => {
    const { body, headers } = await invoke(modelId, {
      message: 'count to 3',
      chat_history: [
        { role: 'USER', message: 'Hi' },
        { role: 'CHATBOT', message: 'Hello!' },
      ],
      preamble: 'Be kind.',
      max_tokens: 2,
      temperature: 0.8,
      p: 0.99,
      k: 5,
      stop_sequences: ['|'],
    });
    expect(body).toEqual({
      response_id,
      text: '1 2',
      generation_id,
      chat_history: [
        { role: 'USER', message: 'Hi' },
        { role: 'CHATBOT', message: 'Hello!' },
        { role: 'USER', message: 'count to 3' },
        { role: 'CHATBOT', message: '1 2' },
      ],
      finish_reason: 'MAX_TOKENS',
    });
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => name.includes('-count')))).toEqual({
      'x-amzn-bedrock-input-token-count': '9',
      'x-amzn-bedrock-output-token-count': '2',
    });
  });

  // @langchain/community reads a message in an event of the start, and fails where there is none.
  it('is streamed in events of text alone, the last with the whole answer, its counts and the metrics', async () => {
    const chunks = await stream(modelId, { message: 'count to 2' });
    const counts = { input_tokens: 3, output_tokens: 2 };
    expect(chunks).toEqual([
      { is_finished: false, event_type: 'text-generation', text: '1 ' },
      { is_finished: false, event_type: 'text-generation', text: '2' },
      {
        is_finished: true,
        event_type: 'stream-end',
        response: {
          response_id,
          text: '1 2',
          generation_id,
          chat_history: [
            { role: 'USER', message: 'count to 2' },
            { role: 'CHATBOT', message: '1 2' },
          ],
          finish_reason: 'COMPLETE',
          meta: { api_version: { version: '1' }, billed_units: counts, tokens: counts },
        },
        finish_reason: 'COMPLETE',
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 2 },
      },
    ]);
  });

  it('calls a tool, and goes on with what it answered', async () => {
    const asked = {
      message: 'What is the weather in Lisbon?',
      tools: [
        {
          name: 'get_weather',
          description: 'The weather in a city',
          parameter_definitions: {
            city: { description: 'The city', type: 'str', required: true },
            days: { description: 'How many days', type: 'int', required: true },
          },
        },
      ],
    };
    const calls = [{ name: 'get_weather', parameters: { city: 'Lisbon', days: 1 } }];
    const { body } = await invoke(modelId, asked);
    expect([body['text'], body['tool_calls'], body['finish_reason']]).toEqual(['', calls, 'COMPLETE']);
    const { response } = (await stream(modelId, asked)).at(-1) as { response: object };
    expect(response).toMatchObject({ text: '', tool_calls: calls });

    const tool_results = [{ call: calls[0], outputs: [{ degrees: 18 }] }];
    const next = await invoke(modelId, { ...asked, tool_results });
    expect(next.body['text']).toBe('The tool get_weather answered: {"degrees":18}');
  });

  it.each([
    [{ prompt: 'y' }, '#: required key [message] not found#: extraneous key [prompt] is not permitted'],
    [
      { message: 'x', prompt: 'y', stream: true },
      '#: extraneous key [prompt] is not permitted#: extraneous key [stream] is not permitted',
    ],
    [{ message: 'x', p: 1 }, '#/p: 1 is not less or equal to 0.99'],
    [
      { message: 'x', chat_history: [{ role: 'user', message: 'y' }] },
      '#/chat_history/0/role: "user" is not a valid enum value',
    ],
  ])('%j is refused', async (body, words) => {
    await expect(refusalOf(invoke(modelId, body))).resolves.toBe(
      `ValidationException: Malformed input request: ${words}, please reformat your input and try again.`,
    );
  });
});
