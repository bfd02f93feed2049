// Places of the AI SDK that take a provider apart or look over its shoulder.
import { createLocalBedrock } from '@bedrock-kit/local';
import { createAmazonBedrock } from '@bedrock-kit/provider';
import {
  defaultSettingsMiddleware,
  embed,
  generateText,
  type LanguageModel,
  type ModelMessage,
  Output,
  registerTelemetry,
  rerank,
  streamText,
  type Telemetry,
  tool,
  wrapProvider,
} from 'ai';
import { afterEach, expect, test, vi } from 'vitest';
import { object, string } from 'zod/v4';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const local = createLocalBedrock({ availability: 'ignore' });
const { accessKeyId, secretAccessKey } = local.credentials;
const bedrock = createAmazonBedrock({
  region: local.region,
  accessKeyId,
  secretAccessKey,
  fetch: local.fetch,
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('wrapProvider detaches the methods, and the middleware is in between', async () => {
  const wrapped = wrapProvider({
    provider: bedrock,
    languageModelMiddleware: defaultSettingsMiddleware({ settings: { maxOutputTokens: 7 } }),
  });
  const { text } = await generateText({ model: wrapped.languageModel(modelId), prompt: 'echo hi' });
  expect(text).toBe('hi');
  expect(local.requests.at(-1)?.input).toMatchObject({ inferenceConfig: { maxTokens: 7 } });
});

test('as the default provider it answers to bare model ids, for every kind of model', async () => {
  vi.stubGlobal('AI_SDK_DEFAULT_PROVIDER', bedrock);
  expect((await generateText({ model: modelId, prompt: 'echo hi' })).text).toBe('hi');
  expect((await embed({ model: 'amazon.titan-embed-text-v2:0', value: 'hi' })).embedding.length).toBe(1024);
  const { ranking } = await rerank({ model: 'cohere.rerank-v3-5:0', query: 'b', documents: ['a', 'b'] });
  expect(ranking[0]?.originalIndex).toBe(1);
});

test('telemetry sees the provider, the model, the usage and the id of the response', async () => {
  const seen: Record<string, unknown>[] = [];
  const telemetry: Telemetry = {
    onLanguageModelCallEnd: (event) => {
      const { provider, modelId: model, usage, responseId } = event;
      seen.push({ provider, model, tokens: usage.outputTokens, responseId });
    },
  };
  registerTelemetry(telemetry);
  const { finalStep } = await generateText({
    model: bedrock(modelId),
    prompt: 'Count to five.',
    telemetry: { isEnabled: true },
  });
  expect(seen).toEqual([
    { provider: 'amazon-bedrock', model: modelId, tokens: 5, responseId: finalStep.response.id },
  ]);
});

test('a model that refuses to stream with tools answers as a whole, in the parts of a stream', async () => {
  const result = streamText({
    model: bedrock('us.meta.llama3-1-70b-instruct-v1:0'),
    tools: { look: tool({ inputSchema: object({ at: string() }) }) },
    toolChoice: 'auto',
    prompt: 'Count to five.',
  });
  const words: string[] = [];
  for await (const text of result.textStream) words.push(text);
  expect(words.join('')).toBe('1 2 3 4 5');
  expect(local.requests.at(-1)?.operation).toBe('Converse');
});

test.each([
  ['native', 'us.anthropic.claude-haiku-4-5-20251001-v1:0'],
  ['forced-tool', 'us.amazon.nova-lite-v1:0'],
  ['tool', 'us.anthropic.claude-sonnet-5-5'],
  ['instruction', 'us.deepseek.r1-v1:0'],
  ['instruction without a system prompt', 'mistral.mistral-7b-instruct-v0:2'],
])('the built-in model answers an object that is asked for by %s', async (_, id) => {
  vi.stubGlobal('AI_SDK_LOG_WARNINGS', false);
  const { output } = await generateText({
    model: bedrock(id),
    output: Output.object({ schema: object({ city: string() }) }),
    prompt: 'I go to Lisbon.',
  });
  expect(output).toEqual({ city: 'Lisbon' });
});

test('the usage tells how many of the tokens were thoughts, whole and streamed', async () => {
  const call = { model: bedrock(modelId), prompt: 'count to 3', reasoning: 'low' as const };
  const whole = await generateText(call);
  const stream = streamText(call);
  await stream.consumeStream();
  for (const { outputTokenDetails, outputTokens = 0 } of [whole.usage, await stream.usage]) {
    const { reasoningTokens = 0, textTokens } = outputTokenDetails;
    expect(reasoningTokens).toBeGreaterThan(0);
    expect(textTokens).toBe(outputTokens - reasoningTokens);
  }
  const { usage } = await generateText({ ...call, reasoning: 'none' });
  expect(usage.outputTokenDetails.reasoningTokens).toBeUndefined();
});

test('a chat that goes on with another model, and back, keeps what each of them thought for itself', async () => {
  const haiku = bedrock(modelId);
  const sonnet = bedrock('us.anthropic.claude-sonnet-4-6');
  const reasoning = 'low';
  const messages: ModelMessage[] = [{ role: 'user', content: 'echo one' }];
  const say = async (model: LanguageModel, content: string): Promise<readonly unknown[]> => {
    messages.push({ role: 'user', content });
    const { finalStep } = await generateText({ model, messages, reasoning, maxRetries: 0 });
    messages.push(...finalStep.response.messages);
    return finalStep.warnings ?? [];
  };
  const thoughts = (): unknown[] =>
    (local.requests.at(-1)?.input as { messages: { content: object[] }[] }).messages
      .flatMap(({ content }) => content)
      .filter((block) => 'reasoningContent' in block);

  expect(await say(haiku, 'echo two')).toEqual([]);
  const [warning] = await say(sonnet, 'echo three');
  expect(warning).toMatchObject({
    message: expect.stringMatching(/^Reasoning of anthropic\.claude-haiku-4-5-\S+ is left out/) as string,
  });
  expect(thoughts()).toEqual([]);
  await say(haiku, 'echo four');
  expect(thoughts()).toHaveLength(1);
});
