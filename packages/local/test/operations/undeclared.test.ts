// What Converse's answers have that AWS's model of the service does not declare, as recorded in 2026:
// https://github.com/agentjido/req_llm/tree/19748e930d0c6049d1b42196f8cb1a4915638967/test/support/fixtures/amazon_bedrock
// https://github.com/crewAIInc/crewAI/blob/120f2ef6e782dcc10ccb5de1fde8992e0310c5b3/lib/crewai/tests/cassettes/agents/TestNativeToolCallingBehavior.test_bedrock_mcp_tool_with_optional_fields_no_schema_error.yaml
import { describe, expect, it } from 'vitest';
import { messagesOf, modelId, openBedrock, readable, urlOf } from '../in-process.ts';

const claude3 = 'anthropic.claude-3-haiku-20240307-v1:0';
const nova = 'us.amazon.nova-2-lite-v1:0';

const messages = [{ role: 'user', content: [{ text: 'What is the weather in Lisbon?' }] }];
const inputSchema = { json: { type: 'object' } };
const toolConfig = { tools: [{ toolSpec: { name: 'weather', inputSchema } }] };
const guardrailConfig = { guardrailIdentifier: 'gr1', guardrailVersion: '1', trace: 'enabled' };

const local = openBedrock({
  guardrails: { gr1: { versions: ['1'], topics: { Weather: [] } } },
  availability: 'ignore',
});

function request(extra: object): RequestInit {
  return { method: 'POST', body: JSON.stringify({ messages, ...extra }) };
}

interface Answer {
  readonly output: { readonly message: { readonly role: string; readonly content: object[] } };
  readonly usage: Record<string, unknown>;
  readonly trace: { readonly guardrail: object };
}

async function whole(model: string, extra: object = {}): Promise<Answer> {
  const response = await local.fetch(urlOf('converse', model), request(extra));
  return (await response.json()) as Answer;
}

async function streamed(model: string, extra: object = {}): Promise<Record<string, unknown>> {
  const response = await local.fetch(urlOf('converse-stream', model), request(extra));
  const events = (await messagesOf(response)).map(readable);
  return Object.fromEntries(events.map(({ headers, payload }) => [String(headers[':event-type']), payload]));
}

describe('the type of a tool use', () => {
  const toolUse = { toolUseId: expect.any(String) as string, name: 'weather' };

  it('is told by Claude, whole and as its stream begins, and goes back as it came', async () => {
    const { output } = await whole(modelId, { toolConfig });
    const type = 'tool_use';
    expect(output.message.content).toEqual([{ toolUse: { ...toolUse, input: {}, type } }]);
    const { contentBlockStart } = await streamed(modelId, { toolConfig });
    expect(contentBlockStart).toEqual({ contentBlockIndex: 0, start: { toolUse: { ...toolUse, type } } });
    const [called] = output.message.content as { toolUse: { toolUseId: string } }[];
    const toolResult = { toolUseId: called?.toolUse.toolUseId, content: [{ text: 'sunny' }] };
    const next = [...messages, output.message, { role: 'user', content: [{ toolResult }] }];
    expect(await whole(modelId, { messages: next, toolConfig })).toMatchObject({ stopReason: 'end_turn' });
  });

  it.each([claude3, nova])('is not told by %s', async (model) => {
    const { output } = await whole(model, { toolConfig });
    expect(output.message.content).toEqual([{ toolUse: { ...toolUse, input: {} } }]);
    const { contentBlockStart } = await streamed(model, { toolConfig });
    expect(contentBlockStart).toEqual({ contentBlockIndex: 0, start: { toolUse } });
  });

  // https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_bedrock/test_bedrock_model_with_code_execution_tool.yaml
  it('is told by Nova beside a tool of Bedrock’s own', async () => {
    const tools = [...toolConfig.tools, { systemTool: { name: 'nova_code_interpreter' } }];
    const { output } = await whole(nova, { toolConfig: { tools } });
    expect(output.message.content).toEqual([{ toolUse: { ...toolUse, input: {}, type: 'tool_use' } }]);
  });
});

// https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_bedrock/test_bedrock_model_stream_empty_text_delta.yaml
it('a stream of gpt-oss begins with an empty text, which the whole answer has not', async () => {
  const oss = 'openai.gpt-oss-120b-1:0';
  const { output } = await whole(oss);
  expect(output.message.content.flatMap((block) => Object.keys(block))).toEqual(['reasoningContent', 'text']);
  const response = await local.fetch(urlOf('converse-stream', oss), request({}));
  const [, first, second, third] = (await messagesOf(response)).map((message) => readable(message).payload);
  expect(first).toEqual({ contentBlockIndex: 0, delta: { text: '' } });
  expect(second).toEqual({ contentBlockIndex: 0 });
  expect(third).toMatchObject({ contentBlockIndex: 1, delta: { reasoningContent: {} } });
});

describe('the account of a turn', () => {
  const counted = {
    inputTokens: expect.any(Number) as number,
    outputTokens: expect.any(Number) as number,
    totalTokens: expect.any(Number) as number,
  };

  it('says of every model that no tool of Bedrock’s own ran, whole and streamed', async () => {
    for (const model of [claude3, nova]) {
      expect((await whole(model)).usage).toEqual({ ...counted, serverToolUsage: {} });
      const { metadata } = await streamed(model);
      expect(metadata).toMatchObject({ usage: { serverToolUsage: {} } });
    }
  });

  it('has the counts of the cache under two names', async () => {
    const written = expect.any(Number) as number;
    const cached = {
      cacheReadInputTokens: 0,
      cacheReadInputTokenCount: 0,
      cacheWriteInputTokens: written,
      cacheWriteInputTokenCount: written,
    };
    const system = [{ text: 'Be brief. '.repeat(3000) }, { cachePoint: { type: 'default' } }];
    const { usage } = await whole('amazon.nova-pro-v1:0', { system });
    expect(usage).toEqual({ ...counted, ...cached, serverToolUsage: {} });
    expect(usage['cacheWriteInputTokenCount']).toBe(usage['cacheWriteInputTokens']);
  });
});

it('the trace of a guardrail has an empty list for what the model said, in a whole answer alone', async () => {
  expect((await whole(modelId, { guardrailConfig })).trace.guardrail).toHaveProperty('modelOutput', []);
  const { metadata } = await streamed(modelId, { guardrailConfig });
  const { trace } = metadata as Answer;
  expect(Object.keys(trace.guardrail)).toEqual(['inputAssessment', 'actionReason']);
});
