import type { CachePointBlock, ConverseCommandInput, TokenUsage } from '@aws-sdk/client-bedrock-runtime';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { type Bench, modelId, runtime, startBench } from '../aws-clients.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const minute = 60_000;
/** One token a word. */
const words = (count: number, word = 'stone'): string => Array.from({ length: count }, () => word).join(' ');
const point = (ttl?: CachePointBlock['ttl']) => ({
  cachePoint: { type: 'default' as const, ...(ttl ? { ttl } : {}) },
});

async function usageOf(input: Partial<ConverseCommandInput>): Promise<TokenUsage | undefined> {
  const { usage } = await bench.client('HTTP/1.1').send(
    new runtime.ConverseCommand({
      modelId,
      messages: [{ role: 'user', content: [{ text: 'echo hi' }] }],
      ...input,
    }),
  );
  return usage;
}

const system = [{ text: words(5000) }, point()];

describe('a prompt without cache points', () => {
  const plain = { inputTokens: 2, outputTokens: 1, totalTokens: 3 };

  it('has nothing read or written, which Converse says of Claude and GPT alone', async () => {
    const none = { cacheReadInputTokens: 0, cacheWriteInputTokens: 0 };
    expect(await usageOf({})).toEqual({ ...plain, ...none });
    expect(await usageOf({ modelId: 'us.openai.gpt-5.6-luna' })).toMatchObject({ inputTokens: 2, ...none });
    expect(await usageOf({ modelId: 'openai.gpt-oss-120b-1:0' })).not.toHaveProperty('cacheReadInputTokens');
    expect(await usageOf({ modelId: 'amazon.nova-lite-v1:0' })).toEqual(plain);
  });

  it('has no such counts in ConverseStream', async () => {
    const messages = [{ role: 'user' as const, content: [{ text: 'echo hi' }] }];
    const { stream } = await bench
      .client('HTTP/1.1')
      .send(new runtime.ConverseStreamCommand({ modelId, messages }));
    let usage: TokenUsage | undefined;
    for await (const { metadata } of stream ?? []) usage = metadata?.usage ?? usage;
    expect(usage).toEqual(plain);
  });
});

describe('a system prompt behind a cache point', () => {
  it('is written, then read, and counted apart from the rest', async () => {
    expect(await usageOf({ system })).toEqual({
      inputTokens: 2,
      outputTokens: 1,
      totalTokens: 5003,
      cacheReadInputTokens: 0,
      cacheWriteInputTokens: 5000,
      cacheDetails: [{ ttl: '5m', inputTokens: 5000 }],
    });
    expect(await usageOf({ system })).toEqual({
      inputTokens: 2,
      outputTokens: 1,
      totalTokens: 5003,
      cacheReadInputTokens: 5000,
      cacheWriteInputTokens: 0,
    });
  });

  it('has no account of its lifetime where there is but one', async () => {
    const long = [{ text: words(1500) }, point()];
    expect(await usageOf({ system: long, modelId: 'amazon.nova-lite-v1:0' })).toEqual({
      inputTokens: 2,
      outputTokens: 1,
      totalTokens: 1503,
      cacheReadInputTokens: 0,
      cacheWriteInputTokens: 1500,
    });
  });

  it('is the same in a stream', async () => {
    const messages = [{ role: 'user' as const, content: [{ text: 'echo hi' }] }];
    const { stream } = await bench
      .client('HTTP/2')
      .send(new runtime.ConverseStreamCommand({ modelId, messages, system }));
    let usage: TokenUsage | undefined;
    for await (const event of stream ?? []) usage = event.metadata?.usage ?? usage;
    expect(usage).toMatchObject({ inputTokens: 2, cacheWriteInputTokens: 5000 });
    expect(await usageOf({ system })).toMatchObject({ cacheReadInputTokens: 5000 });
  });

  it('expires five minutes after it was last used', async () => {
    await usageOf({ system });
    bench.local.passTime(4 * minute);
    expect(await usageOf({ system })).toMatchObject({ cacheReadInputTokens: 5000 });
    bench.local.passTime(4 * minute);
    expect(await usageOf({ system })).toMatchObject({ cacheReadInputTokens: 5000 });
    bench.local.passTime(5 * minute);
    expect(await usageOf({ system })).toMatchObject({ cacheReadInputTokens: 0, cacheWriteInputTokens: 5000 });
  });

  it('lives an hour when it is asked to', async () => {
    const long = [{ text: words(5000) }, point('1h')];
    expect(await usageOf({ system: long })).toMatchObject({
      cacheDetails: [{ ttl: '1h', inputTokens: 5000 }],
    });
    bench.local.passTime(59 * minute);
    expect(await usageOf({ system: long })).toMatchObject({ cacheReadInputTokens: 5000 });
    bench.local.passTime(60 * minute);
    expect(await usageOf({ system: long })).toMatchObject({ cacheReadInputTokens: 0 });
  });

  it('is not cached below the least tokens of the model', async () => {
    const short = [{ text: words(4095) }, point()];
    await usageOf({ system: short });
    expect(await usageOf({ system: short })).toEqual({
      inputTokens: 4097,
      outputTokens: 1,
      totalTokens: 4098,
      cacheReadInputTokens: 0,
      cacheWriteInputTokens: 0,
    });
  });

  it('belongs to one model and to one text', async () => {
    await usageOf({ system });
    const changed = [{ text: `${words(4999)} pebble` }, point()];
    expect(await usageOf({ system: changed })).toMatchObject({ cacheReadInputTokens: 0 });
    const other = 'us.anthropic.claude-opus-4-5-20251101-v1:0';
    expect(await usageOf({ system, modelId: other })).toMatchObject({ cacheReadInputTokens: 0 });
    // Another profile is the same model.
    expect(await usageOf({ system, modelId: modelId.replace('us.', 'global.') })).toMatchObject({
      cacheReadInputTokens: 5000,
    });
  });
});

it('several points cache several beginnings, each for its own time, the longer first', async () => {
  const tool = {
    toolSpec: { name: 'search', inputSchema: { json: { type: 'object', description: words(4500) } } },
  };
  const request = {
    toolConfig: { tools: [tool, point('1h')] },
    system: [{ text: words(1000) }, point()],
    messages: [{ role: 'user' as const, content: [{ text: `echo ${words(500)}` }, point()] }],
  };
  const first = await usageOf(request);
  const tools = first?.cacheDetails?.find(({ ttl }) => ttl === '1h')?.inputTokens ?? 0;
  expect(tools).toBeGreaterThan(4500);
  expect(first).toMatchObject({
    inputTokens: 0,
    cacheWriteInputTokens: tools + 1501,
    cacheDetails: [
      { ttl: '1h', inputTokens: tools },
      { ttl: '5m', inputTokens: 1501 },
    ],
  });
  // Another question: tools and system are read.
  const other = { ...request, messages: [{ role: 'user' as const, content: [{ text: 'echo no' }] }] };
  expect(await usageOf(other)).toMatchObject({ inputTokens: 2, cacheReadInputTokens: tools + 1000 });
  // Later only the tools are left.
  bench.local.passTime(10 * minute);
  expect(await usageOf(other)).toMatchObject({ cacheReadInputTokens: tools, cacheWriteInputTokens: 1000 });
});

describe('a conversation that grows', () => {
  const turn = (text: string) => [
    { role: 'user' as const, content: [{ text }] },
    { role: 'assistant' as const, content: [{ text: 'yes' }] },
  ];
  const opening = { role: 'user' as const, content: [{ text: words(5000) }, point()] };
  const grown = (turns: number) => [
    { role: 'user' as const, content: [{ text: words(5000) }] },
    { role: 'assistant' as const, content: [{ text: 'yes' }] },
    ...Array.from({ length: turns }, (_, index) => turn(`question ${index}`)).flat(),
    { role: 'user' as const, content: [{ text: 'echo hi' }, point()] },
  ];

  it('finds what was cached up to twenty blocks before its point', async () => {
    await usageOf({ messages: [opening] });
    // The first answer, eight turns of two blocks and the question: eighteen blocks behind the cached one.
    expect(await usageOf({ messages: grown(8) })).toMatchObject({ cacheReadInputTokens: 5000 });
  });

  it('does not find it further back', async () => {
    await usageOf({ messages: [opening] });
    // Twenty blocks.
    expect(await usageOf({ messages: grown(9) })).toMatchObject({ cacheReadInputTokens: 0 });
  });
});

it('other reasoning settings leave the system prompt cached, and no message, by whichever of two names', async () => {
  const messages = [{ role: 'user' as const, content: [{ text: `echo ${words(500)}` }, point()] }];
  await usageOf({ system, messages });
  const thinking = { type: 'enabled', budget_tokens: 1024 };
  const asked = (fields: { [name: string]: typeof thinking }) =>
    usageOf({ system, messages, additionalModelRequestFields: fields });
  const written = { cacheReadInputTokens: 5000, cacheWriteInputTokens: 501 };
  expect(await asked({ thinking })).toMatchObject(written);
  expect(await asked({ reasoning_config: thinking })).toMatchObject({ cacheReadInputTokens: 5501 });
  expect(await asked({ reasoning_config: { ...thinking, budget_tokens: 2048 } })).toMatchObject(written);
});

it("so does another choice of tools, Converse's or the model's own", async () => {
  const tool = { toolSpec: { name: 'search', inputSchema: { json: { type: 'object' } } } };
  const messages = [{ role: 'user' as const, content: [{ text: `echo ${words(500)}` }, point()] }];
  const asked = (more: Partial<ConverseCommandInput>) =>
    usageOf({ toolConfig: { tools: [tool] }, system, messages, ...more });
  const all = (await asked({}))?.cacheWriteInputTokens ?? 0;
  const written = { cacheReadInputTokens: all - 501, cacheWriteInputTokens: 501 };
  expect(await asked({ toolConfig: { tools: [tool], toolChoice: { any: {} } } })).toMatchObject(written);
  const fields = { tool_choice: { type: 'any' } };
  expect(await asked({ additionalModelRequestFields: fields })).toMatchObject(written);
});

it('a fifth point is refused', async () => {
  const content = Array.from({ length: 5 }, () => [{ text: words(2000) }, point()]).flat();
  await expect(usageOf({ messages: [{ role: 'user', content }] })).rejects.toMatchObject({
    name: 'ValidationException',
  });
});
