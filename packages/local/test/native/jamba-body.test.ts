// Jamba, as recorded whole and streamed.
import { describe, expect, it } from 'vitest';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';
import { messageBy, user, weather } from './chat-completion.ts';

const invoke = invoking();
const stream = streaming();
const messageOf = messageBy(invoke);
const modelId = 'ai21.jamba-1-5-mini-v1:0';
const id = expect.stringMatching(/^chatcmpl-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as unknown;
const meta = { requestDurationMillis: expect.any(Number) as unknown };
const usage = (prompt_tokens: number, completion_tokens: number): object => ({
  prompt_tokens,
  completion_tokens,
  total_tokens: prompt_tokens + completion_tokens,
});

describe('Jamba’s own body', () => {
  // https://github.com/Arize-ai/openinference/blob/main/js/packages/openinference-instrumentation-bedrock/test/recordings/should-handle-ai21-jamba-models.json
  it.each(['mini', 'large'])('is answered by %s with a chat completion and its time', async (size) => {
    const { body, headers } = await invoke(`ai21.jamba-1-5-${size}-v1:0`, {
      messages: [{ role: 'system', content: 'Be kind.' }, user('count to 2')],
      max_tokens: 512,
      temperature: 0.5,
      top_p: 0.9,
      stop: ['|'],
      n: 1,
    });
    expect(body).toEqual({
      id,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: '1 2', tool_calls: null },
          finish_reason: 'stop',
        },
      ],
      usage: usage(6, 2),
      meta,
      model: `jamba-1.5-${size}`,
    });
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => name.includes('-count')))).toEqual({
      'x-amzn-bedrock-input-token-count': '6',
      'x-amzn-bedrock-output-token-count': '2',
    });
  });

  // https://github.com/DataDog/dd-trace-js/blob/master/packages/dd-trace/test/llmobs/cassettes/bedrock-runtime/bedrock-runtime_model_ai21.jamba-1-5-mini-v1_0_invoke-with-response-stream_post_5f96d68e.yaml
  it('is streamed with the counts so far, its end, and the metrics in a chunk of their own', async () => {
    const chunk = (delta: object, written: number): object => ({
      id,
      choices: [{ index: 0, delta, finish_reason: null }],
      usage: usage(3, written),
    });
    expect(await stream(modelId, { messages: [user('count to 2')], max_tokens: 512 })).toEqual([
      chunk({ role: 'assistant', content: '' }, 0),
      chunk({ content: '1 ' }, 1),
      chunk({ content: '2' }, 2),
      {
        id,
        choices: [{ index: 0, delta: { content: '' }, finish_reason: 'stop', stop_reason: 518 }],
        usage: usage(3, 2),
        meta,
      },
      { 'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 2 } },
    ]);
  });

  it('ends at its limit, which is 4,096 tokens where none is sent', async () => {
    const messages = [user('count to 9999')];
    const { body } = await invoke(modelId, { messages });
    expect(body).toMatchObject({
      choices: [{ finish_reason: 'length' }],
      usage: { completion_tokens: 4096 },
    });
    await expect(refusalOf(invoke(modelId, { messages, max_tokens: 4097 }))).resolves.toBe(
      'ValidationException: Malformed input request: #/max_tokens: 4097 is not less or equal to 4096, please reformat your input and try again.',
    );
    const last = (await stream(modelId, { messages, max_tokens: 3 })).at(-2);
    expect(last?.['choices']).toEqual([{ index: 0, delta: { content: '' }, finish_reason: 'length' }]);
  });

  it('calls a tool, whole and streamed, and goes on with what it answered', async () => {
    const messages = [user('What is the weather in Lisbon?')];
    const first = await messageOf(modelId, { messages, tools: [weather] });
    const call = {
      id: expect.any(String) as unknown,
      type: 'function',
      function: { name: 'get_weather', arguments: '{"city":"Lisbon"}' },
    };
    expect(first).toEqual({ role: 'assistant', content: null, tool_calls: [call] });

    const chunks = await stream(modelId, { messages, tools: [weather] });
    const choices = chunks.flatMap(
      ({ choices = [] }) => choices as { delta: object; finish_reason: unknown }[],
    );
    const pieces = choices.flatMap(({ delta }) =>
      'tool_calls' in delta ? (delta.tool_calls as { function: { arguments: string } }[]) : [],
    );
    expect(pieces[0]).toEqual({ ...call, index: 0, function: { name: 'get_weather', arguments: '' } });
    const written = pieces.map((piece) => piece.function.arguments).join('');
    expect([written, choices.at(-1)?.finish_reason]).toEqual(['{"city":"Lisbon"}', 'tool_calls']);

    const result = { role: 'tool', tool_call_id: first.tool_calls?.[0]?.id, content: '18 degrees' };
    const next = await messageOf(modelId, { messages: [...messages, first, result], tools: [weather] });
    expect(next.content).toBe('The tool get_weather answered: 18 degrees');
  });
});
