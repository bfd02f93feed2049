// A prompt that is longer than its model reads.
import { expect, it } from 'vitest';
import { createLocalBedrock, type LocalBedrockOptions } from '../../src/index.ts';

const words = (count: number): string => Array<string>(count).fill('stone').join(' ');

async function said(
  options: LocalBedrockOptions,
  modelId: string,
  operation: string,
  body: object,
): Promise<string> {
  const bedrock = createLocalBedrock({ auth: 'off', ...options });
  const url = `http://bedrock/model/${encodeURIComponent(modelId)}/${operation}`;
  const response = await bedrock.fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const text = await response.text();
  return response.status === 200
    ? '200'
    : `${response.headers.get('x-amzn-errortype')?.split(':')[0]}: ${(JSON.parse(text) as { message: string }).message}`;
}

const asked = (text: string, rest: object = {}): object => ({
  messages: [{ role: 'user', content: [{ text }] }],
  ...rest,
});
const small: LocalBedrockOptions = { capabilities: { '*': { contextWindow: 20 } } };
const framed = 'ValidationException: The model returned the following errors: ';

it.each([
  ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'prompt is too long: 21 tokens > 20 maximum'],
  [
    'amazon.nova-lite-v1:0',
    'Input Tokens Exceeded: Number of input tokens exceeds maximum length. Please update the input to try again.',
  ],
  ['us.openai.gpt-5.5', 'prompt tokens (21) exceed model maximum (20) for openai.gpt-5.5'],
  ['qwen.qwen3-32b-v1:0', 'Input is too long for requested model.'],
])('%s refuses it in its words, and takes one that is as long', async (modelId, message) => {
  for (const operation of ['converse', 'converse-stream']) {
    expect([
      await said(small, modelId, operation, asked(words(20))),
      await said(small, modelId, operation, asked(words(21))),
    ]).toEqual(['200', framed + message]);
  }
});

it('all that the model is shown counts: tools, system prompt and earlier turns', async () => {
  const model = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
  const messages = [
    { role: 'user', content: [{ text: words(8) }] },
    { role: 'assistant', content: [{ text: words(8) }] },
    { role: 'user', content: [{ text: words(4) }] },
  ];
  const toolConfig = { tools: [{ toolSpec: { name: 'a', inputSchema: { json: { type: 'object' } } } }] };
  expect([
    await said(small, model, 'converse', { messages }),
    await said(small, model, 'converse', { messages, system: [{ text: 'x' }] }),
    await said(small, model, 'converse', { messages, toolConfig }),
  ]).toEqual([
    '200',
    `${framed}prompt is too long: 21 tokens > 20 maximum`,
    expect.stringContaining('prompt is too long'),
  ]);
});

it('files in bytes count nothing', async () => {
  const bytes = Buffer.from(words(100_000)).toString('base64');
  const document = { name: 'a', format: 'txt', source: { bytes } };
  const image = { format: 'png', source: { bytes } };
  const video = { format: 'mp4', source: { bytes } };
  const toolUse = { toolUseId: 'a', name: 'a', input: {} };
  const toolResult = {
    toolUseId: 'a',
    content: [{ text: 'x' }, { image }, { document: { ...document, name: 'b' } }],
  };
  const toolConfig = { tools: [{ toolSpec: { name: 'a', inputSchema: { json: { type: 'object' } } } }] };
  const messages = [
    { role: 'user', content: [{ text: 'x' }, { document }, { image }, { video }] },
    { role: 'assistant', content: [{ toolUse }] },
    { role: 'user', content: [{ toolResult }] },
  ];
  const hundred: LocalBedrockOptions = { capabilities: { '*': { contextWindow: 100 } } };
  expect(await said(hundred, 'amazon.nova-lite-v1:0', 'converse', { messages, toolConfig })).toBe('200');
});

it('InvokeModel refuses it without the frame of Converse, its stream too', async () => {
  const body = {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 9,
    messages: [{ role: 'user', content: words(21) }],
  };
  for (const operation of ['invoke', 'invoke-with-response-stream'])
    expect(await said(small, 'us.anthropic.claude-haiku-4-5-20251001-v1:0', operation, body)).toBe(
      'ValidationException: prompt is too long: 21 tokens > 20 maximum',
    );
});

it('a model of the user is not asked', async () => {
  const answers: number[] = [];
  const models = { '*': ({ count }: { count: number }): string => `${answers.push(count)}` };
  const options = { ...small, models };
  await said(options, 'amazon.nova-lite-v1:0', 'converse', asked(words(21)));
  await said(options, 'amazon.nova-lite-v1:0', 'converse', asked(words(20)));
  expect(answers).toEqual([1]);
});

it('is taken where the rules are off, or where Claude has the beta of a million tokens', async () => {
  const model = 'us.anthropic.claude-sonnet-4-20250514-v1:0';
  const another = 'token-efficient-tools-2025-02-19';
  const betas = (...names: string[]) => ({ additionalModelRequestFields: { anthropic_beta: names } });
  const served = { availability: 'ignore' } as const;
  expect([
    await said({ ...small, rules: 'off' }, 'amazon.nova-lite-v1:0', 'converse', asked(words(21))),
    await said(served, model, 'converse', asked(words(200_001), betas(another))),
    await said(served, model, 'converse', asked(words(200_001), betas(another, 'context-1m-2025-08-07'))),
  ]).toEqual(['200', `${framed}prompt is too long: 200001 tokens > 200000 maximum`, '200']);
});

it('its tokens may be counted', async () => {
  const bedrock = createLocalBedrock({ auth: 'off', ...small });
  const response = await bedrock.fetch(
    'http://bedrock/model/anthropic.claude-haiku-4-5-20251001-v1%3A0/count-tokens',
    {
      method: 'POST',
      body: JSON.stringify({ input: { converse: asked(words(21)) } }),
    },
  );
  expect(await response.json()).toEqual({ inputTokens: 21 });
});
