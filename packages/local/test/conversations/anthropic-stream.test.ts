// The events of Claude's own stream: what they tell beside the answer.
import { expect, test } from 'vitest';
import type { JsonObject } from '@bedrock-kit/protocol';
import { messagesOf, openBedrock, readable, urlOf } from '../in-process.ts';
import { invoking, streaming } from '../invoke-model.ts';

const stream = streaming();
const invoke = invoking();

const question = { role: 'user', content: 'What is the weather in Lisbon?' };
const get_weather = {
  name: 'get_weather',
  description: 'The weather in a city',
  input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const asked = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 100,
  messages: [question],
  tools: [get_weather],
};

const piece = (partial_json: string): object => ({
  type: 'content_block_delta',
  index: 0,
  delta: { type: 'input_json_delta', partial_json },
});

// https://github.com/nickhou1983/copilot2api-multiusers/blob/main/scripts/capability-request-response-guide.md
test('of Claude 4.5 and later tells at its end what went in, too, and a call begins with an empty piece', async () => {
  const counts = { input_tokens: expect.any(Number) as number, cache_creation_input_tokens: 0 };
  expect(await stream('us.anthropic.claude-sonnet-4-6', asked)).toEqual([
    {
      type: 'message_start',
      message: {
        id: expect.stringMatching(/^msg_bdrk_/) as unknown,
        type: 'message',
        role: 'assistant',
        model: 'claude-sonnet-4-6',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        stop_details: null,
        usage: {
          ...counts,
          cache_read_input_tokens: 0,
          cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
          output_tokens: 1,
        },
      },
    },
    {
      type: 'content_block_start',
      index: 0,
      content_block: {
        type: 'tool_use',
        id: expect.stringMatching(/^toolu_bdrk_01/) as unknown,
        name: 'get_weather',
        input: {},
      },
    },
    piece(''),
    piece('{"city":"Lis'),
    piece('bon"}'),
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: 'tool_use', stop_sequence: null, stop_details: null },
      usage: { ...counts, cache_read_input_tokens: 0, output_tokens: 11 },
    },
    {
      type: 'message_stop',
      'amazon-bedrock-invocationMetrics': {
        inputTokenCount: expect.any(Number) as number,
        outputTokenCount: 11,
      },
    },
  ]);
});

// https://github.com/DataDog/dd-trace-js/blob/master/packages/dd-trace/test/llmobs/cassettes/bedrock-runtime/bedrock-runtime_model_us.anthropic.claude-sonnet-4-20250514-v1_0_invoke-with-response-stream_post_4b5b3e7d.json
test('of earlier ones tells at its end what came out alone', async () => {
  const events = await stream('us.anthropic.claude-sonnet-4-20250514-v1:0', asked);
  expect(events[0]?.['message']).not.toHaveProperty('stop_details');
  expect(events.at(-2)).toEqual({
    type: 'message_delta',
    delta: { stop_reason: 'tool_use', stop_sequence: null },
    usage: { output_tokens: 11 },
  });
});

test('speaks of the cache in its metrics where it was used', async () => {
  const text = Array.from({ length: 1200 }, () => 'stone').join(' ');
  const system = [{ type: 'text', text, cache_control: { type: 'ephemeral' } }];
  const body = { ...asked, system, tools: [], messages: [{ role: 'user', content: 'echo hi' }] };
  const metricsOf = async (): Promise<unknown> =>
    (await stream('us.anthropic.claude-sonnet-4-6', body)).at(-1)?.['amazon-bedrock-invocationMetrics'];
  const counts = { inputTokenCount: 2, outputTokenCount: 1 };
  expect([await metricsOf(), await metricsOf()]).toEqual([
    { ...counts, cacheReadInputTokenCount: 0, cacheWriteInputTokenCount: 1200 },
    { ...counts, cacheReadInputTokenCount: 1200, cacheWriteInputTokenCount: 0 },
  ]);
});

// Its type in Anthropic's own client: github.com/anthropics/anthropic-sdk-typescript, MessageDeltaUsage
test('of Claude 4.5 and later counts at its end what was thought, as the whole answer does', async () => {
  const claude = 'us.anthropic.claude-sonnet-4-6';
  const messages = [{ role: 'user', content: 'echo hi' }];
  const countsOf = async (members: object, modelId = claude) => {
    const body = { ...asked, tools: [], max_tokens: 2000, messages, ...members };
    const { usage: whole } = (await invoke(modelId, body)).body;
    const end = (await stream(modelId, body)).find(({ type }) => type === 'message_delta');
    return [whole, end?.['usage']].map(
      (usage) => (usage as Record<string, unknown>)['output_tokens_details'],
    );
  };
  const budget = { type: 'enabled', budget_tokens: 1024 };
  const [whole, streamed] = await countsOf({ thinking: budget });
  expect(whole).toEqual({ thinking_tokens: expect.any(Number) as number });
  expect(streamed).toEqual(whole);
  expect(await countsOf({ thinking: { ...budget, display: 'omitted' } })).toEqual([whole, whole]);
  expect(await countsOf({})).toEqual([undefined, undefined]);
  const earlier = 'us.anthropic.claude-sonnet-4-20250514-v1:0';
  expect(await countsOf({ thinking: budget }, earlier)).toEqual([undefined, undefined]);
});

test('counts the thoughts of a handler, too', async () => {
  const reasoningContent = { reasoningText: { text: 'one two three', signature: 'a' } };
  const local = openBedrock({ models: { '*': () => [{ reasoningContent }, 'hi'] } });
  const body = JSON.stringify({ ...asked, tools: [] });
  const url = urlOf('invoke-with-response-stream');
  const events = await messagesOf(await local.fetch(url, { method: 'POST', body }));
  const [end] = events
    .map((event) => JSON.parse(atob((readable(event).payload as { bytes: string }).bytes)) as JsonObject)
    .filter(({ type }) => type === 'message_delta');
  expect(end).toMatchObject({ usage: { output_tokens: 4, output_tokens_details: { thinking_tokens: 3 } } });
});
