import { describe, expect, it } from 'vitest';
import type { LocalBedrockOptions } from '../../src/index.ts';
import { messagesOf, openBedrock, readable, urlOf } from '../in-process.ts';
import { streaming } from '../invoke-model.ts';

const modelId = 'amazon.nova-lite-v1:0';
const stream = streaming();
const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghijkl';

async function invoke(body: object, options: LocalBedrockOptions = {}, id = modelId): Promise<unknown[]> {
  const local = openBedrock({ baseModels: { [arn]: modelId }, ...options });
  const init = { method: 'POST', body: JSON.stringify(body) };
  const response = await local.fetch(urlOf('invoke', id), init);
  const { message } = (await response.json()) as { message?: string };
  return [response.status, message?.replace(/^Malformed input request: (.*), please reformat.*$/, '$1')];
}

describe('Nova’s own body', () => {
  const begun = { messages: [{ role: 'assistant', content: [{ text: 'hi' }] }] };
  const asked = { messages: [{ role: 'user', content: [{ text: 'hi' }] }] };
  const startsWithUser =
    'A conversation must start with a user message. Try again with a conversation that starts with a user message.';

  it('is refused by the rules of its model, also behind an ARN', async () => {
    expect(await invoke(begun)).toEqual([400, startsWithUser]);
    expect(await invoke(begun, {}, arn)).toEqual([400, startsWithUser]);
  });

  it('is checked in its form alone without rules', async () => {
    expect(await invoke(begun, { rules: 'off' })).toEqual([200, undefined]);
    const [status] = await invoke({ messages: [{ role: 'nobody', content: [] }] }, { rules: 'off' });
    expect(status).toBe(400);
  });

  it('is held against what the options say that the model can do', async () => {
    const image = { format: 'png', source: { bytes: 'aGk=' } };
    const body = { messages: [{ role: 'user', content: [{ text: 'hi' }, { image }] }] };
    expect((await invoke(body))[0]).toBe(200);
    const capabilities = { 'amazon.nova-*': { inputs: { image: false } } } as const;
    expect((await invoke(body, { capabilities }))[0]).toBe(400);
  });

  it('is refused with the members of other models’ bodies', async () => {
    const messages = [{ role: 'user', content: [{ text: 'hi' }] }];
    const body = { messages, max_tokens: 5, temperature: 0 };
    const words =
      '#: extraneous key [max_tokens] is not permitted#: extraneous key [temperature] is not permitted';
    expect(await invoke(body)).toEqual([400, words]);
    expect(await invoke(body, { rules: 'off' })).toEqual([200, undefined]);
    expect(await invoke({ messages, schemaVersion: 'messages-v1', inferenceConfig: { topK: 5 } })).toEqual([
      200,
      undefined,
    ]);
  });

  // https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
  it.each(['together', 'apart'])(
    'is cached up to the checkpoints of blocks that are %s with them',
    async (way) => {
      const cachePoint = { type: 'default' };
      const cached = (text: string) =>
        way === 'apart' ? [{ text }, { cachePoint }] : [{ text, cachePoint }];
      const local = openBedrock();
      const usage = async () => {
        const content = [...cached('what was said '.repeat(1500)), { text: 'and now?' }];
        const body = JSON.stringify({
          system: cached('you know much '.repeat(1500)),
          messages: [{ role: 'user', content }],
        });
        const response = await local.fetch(urlOf('invoke', modelId), { method: 'POST', body });
        return ((await response.json()) as { usage?: Record<string, number> }).usage;
      };
      const cacheWriteInputTokenCount = (await usage())?.['cacheWriteInputTokenCount'];
      expect(cacheWriteInputTokenCount).toBeGreaterThan(8000);
      expect(await usage()).toMatchObject({ cacheReadInputTokenCount: cacheWriteInputTokenCount });
    },
  );

  // https://github.com/openclaw/openclaw/issues/38903
  it('is refused with blocks that have a type, as those of Claude', async () => {
    const content = [{ text: 'hi' }, { type: 'text', text: 'hi' }];
    const body = { messages: [{ role: 'user', content }] };
    const words = '#/messages/0/content/1: extraneous key [type] is not permitted';
    expect(await invoke(body)).toEqual([400, words]);
    expect(await invoke(body, { rules: 'off' })).toEqual([200, undefined]);
  });

  it.each([
    [
      { messages: [{ role: 'user', content: 'hi' }] },
      '#/messages/0/content: expected type: JSONArray, found: String',
    ],
    [{ messages: [{ role: 'user' }] }, '#/messages/0: required key [content] not found'],
    [{ messages: [{ content: [{ text: 'hi' }] }] }, '#/messages/0: required key [role] not found'],
    [{ messages: 'hi' }, '#/messages: expected type: JSONArray, found: String'],
    [{ messages: ['hi'] }, '#/messages/0: expected type: JSONObject, found: String'],
    [
      { messages: [{ role: 'user', content: ['hi'] }] },
      '#/messages/0/content/0: expected type: JSONObject, found: String',
    ],
    [{ ...asked, system: 'Be kind' }, '#/system: expected type: JSONArray, found: String'],
    [{ ...asked, inferenceConfig: 5 }, '#/inferenceConfig: expected type: JSONObject, found: Integer'],
  ])('is refused in its own form, not in that of Converse: %j', async (body, words) => {
    expect(await invoke(body)).toEqual([400, words]);
    expect(await invoke(body, { rules: 'off' })).toEqual([400, words]);
  });

  // https://github.com/open-telemetry/opentelemetry-python-contrib/blob/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_invoke_model_with_content_different_events%5Bamazon.nova%5D.yaml
  it('ends the answer after max_new_tokens as after maxTokens', async () => {
    const messages = [{ role: 'user', content: [{ text: 'echo one two three four' }] }];
    for (const limit of [{ max_new_tokens: 2 }, { maxTokens: 2 }]) {
      const body = JSON.stringify({ messages, inferenceConfig: limit });
      const response = await openBedrock().fetch(urlOf('invoke', modelId), { method: 'POST', body });
      expect(await response.json()).toEqual({
        output: { message: { role: 'assistant', content: [{ text: 'one two' }] } },
        stopReason: 'max_tokens',
        usage: {
          inputTokens: 5,
          outputTokens: 2,
          totalTokens: 7,
          cacheReadInputTokenCount: 0,
          cacheWriteInputTokenCount: 0,
        },
      });
    }
    expect((await invoke({ messages, inferenceConfig: { max_new_tokens: 0 } }))[0]).toBe(400);
  });

  it('makes Nova 2 reason by either place of its setting', async () => {
    const messages = [{ role: 'user', content: [{ text: 'echo hi' }] }];
    const reasoningConfig = { type: 'enabled', maxReasoningEffort: 'low' };
    const local = openBedrock();
    for (const more of [{ reasoningConfig }, { inferenceConfig: { maxTokens: 500, reasoningConfig } }]) {
      const body = JSON.stringify({ messages, ...more });
      const response = await local.fetch(urlOf('invoke', 'us.amazon.nova-2-lite-v1:0'), {
        method: 'POST',
        body,
      });
      const { output } = (await response.json()) as { output: { message: { content: unknown } } };
      expect(output.message.content).toEqual([
        { reasoningContent: { reasoningText: { text: '[REDACTED]' } } },
        { text: 'hi' },
      ]);
    }
  });

  it.each([
    [{ type: 'enabled', maxReasoningEffort: 'max' }, 'the provided reasoning config value is invalid'],
    [
      { type: 'enabled', maxReasoningEffort: 'high' },
      "`maxTokens` must be unset when reasoningConfig type is 'enabled' and maxReasoningEffort is 'high'. Please consult our documentation at https://docs.aws.amazon.com/nova/latest/userguide",
    ],
  ])('is refused in the words of the model alone: %j', async (reasoningConfig, words) => {
    const messages = [{ role: 'user', content: [{ text: 'echo hi' }] }];
    const body = { messages, inferenceConfig: { maxTokens: 500 }, reasoningConfig };
    expect(await invoke(body, {}, 'us.amazon.nova-2-lite-v1:0')).toEqual([400, words]);
  });

  it('is answered with counts of the cache under Nova’s own names, whole and streamed', async () => {
    const system = [{ text: Array(1500).fill('stone').join(' ') }, { cachePoint: { type: 'default' } }];
    const messages = [{ role: 'user', content: [{ text: 'echo hi' }] }];
    const local = openBedrock();
    const init = { method: 'POST', body: JSON.stringify({ schemaVersion: 'messages-v1', system, messages }) };
    const counts = { inputTokens: 2, outputTokens: 1, cacheReadInputTokenCount: 0 };
    const whole = await local.fetch(urlOf('invoke', modelId), init);
    expect(await whole.json()).toEqual({
      output: { message: { role: 'assistant', content: [{ text: 'hi' }] } },
      stopReason: 'end_turn',
      usage: { ...counts, totalTokens: 1503, cacheWriteInputTokenCount: 1500 },
    });
    const streamed = await local.fetch(urlOf('invoke-with-response-stream', modelId), init);
    const chunks = (await messagesOf(streamed)).map(readable).map(({ payload }) => {
      const { bytes } = payload as { bytes: string };
      return JSON.parse(atob(bytes)) as { metadata?: unknown };
    });
    expect(chunks.at(-1)?.metadata).toEqual({
      usage: { ...counts, cacheReadInputTokenCount: 1500, cacheWriteInputTokenCount: 0 },
      metrics: {},
      trace: {},
    });
  });

  // https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/TestNovaInvokeModelWithResponseStream.test_nova_micro_streaming.yaml
  it('is streamed with each piece of text as a block of its own', async () => {
    const messages = [{ role: 'user', content: [{ text: 'echo one two' }] }];
    const piece = (contentBlockIndex: number, text: string): object[] => [
      { contentBlockDelta: { delta: { text }, contentBlockIndex } },
      { contentBlockStop: { contentBlockIndex } },
    ];
    const chunks = await stream(modelId, { messages });
    expect(chunks.slice(0, -1)).toEqual([
      { messageStart: { role: 'assistant' } },
      ...piece(0, 'one '),
      ...piece(1, 'two'),
      { messageStop: { stopReason: 'end_turn' } },
    ]);
  });

  it('is streamed with a call, and with thoughts, as one block each', async () => {
    const json = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
    const toolSpec = { name: 'get_weather', description: 'The weather in a city', inputSchema: { json } };
    const body = {
      messages: [{ role: 'user', content: [{ text: 'What is the weather in Lisbon?' }] }],
      toolConfig: { tools: [{ toolSpec }] },
      reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' },
    };
    const chunks = await stream('us.amazon.nova-2-lite-v1:0', body);
    // Of a call's id: https://github.com/open-telemetry/opentelemetry-python-contrib/blob/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_invoke_model_with_response_stream_with_content_tool_call%5Bamazon.nova%5D.yaml
    const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
    const toolUse = { toolUseId: expect.stringMatching(uuid) as unknown, name: 'get_weather' };
    expect(chunks.slice(1, -2)).toEqual([
      { contentBlockDelta: { delta: { reasoningContent: { text: '[REDACTED]' } }, contentBlockIndex: 0 } },
      { contentBlockStop: { contentBlockIndex: 0 } },
      { contentBlockStart: { start: { toolUse }, contentBlockIndex: 1 } },
      { contentBlockDelta: { delta: { toolUse: { input: '{"city":"Lisbon"}' } }, contentBlockIndex: 1 } },
      { contentBlockStop: { contentBlockIndex: 1 } },
    ]);
  });
});
