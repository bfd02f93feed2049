// What AWS's client answers is an answer of a model of one's own, by its types and as it is: recorded against one local Bedrock, played by another.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { createLocalBedrock, type ModelHandler } from '@bedrock-kit/local';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { expect, onTestFinished, test } from 'vitest';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const messages = [{ role: 'user' as const, content: [{ text: 'Count to seven.' }] }];
const body = JSON.stringify({
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 100,
  messages: [{ role: 'user', content: 'Count to seven.' }],
});

async function clientOf(handler?: ModelHandler): Promise<BedrockRuntimeClient> {
  const local = createLocalBedrock(handler && { models: { '*': handler } });
  const { url } = await local.listen();
  const { accessKeyId, secretAccessKey } = local.credentials;
  const client = new BedrockRuntimeClient({
    region: local.region,
    endpoint: url,
    credentials: { accessKeyId, secretAccessKey },
    requestHandler: new NodeHttpHandler(),
    maxAttempts: 1,
  });
  onTestFinished(async () => {
    client.destroy();
    await local.close();
  });
  return client;
}

async function listOf<Item>(items: AsyncIterable<Item> | undefined): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items ?? []) list.push(item);
  return list;
}

test('of Converse, also imported as JSON', async () => {
  const recorded = await (await clientOf()).send(new ConverseCommand({ modelId, messages }));
  const played = await (await clientOf(() => recorded)).send(new ConverseCommand({ modelId, messages }));
  expect(played.output).toEqual(recorded.output);
  // As TypeScript types a file of JSON that is imported: https://www.typescriptlang.org/tsconfig/#resolveJsonModule
  const imported = {
    output: { message: { role: 'assistant', content: [{ text: 'One.' }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
    metrics: { latencyMs: 551 },
  };
  const { output } = await (await clientOf(() => imported)).send(new ConverseCommand({ modelId, messages }));
  expect(output).toEqual(imported.output);
});

test('of the streams and of InvokeModel', async () => {
  const client = await clientOf();
  const stream = new ConverseStreamCommand({ modelId, messages });
  const text = async (of: BedrockRuntimeClient) =>
    (await listOf((await of.send(stream)).stream))
      .map(({ contentBlockDelta }) => contentBlockDelta?.delta?.text ?? '')
      .join('');
  const whole = await text(client);
  expect(whole).toBe('1 2 3 4 5 6 7');
  expect(await text(await clientOf(() => client.send(stream)))).toBe(whole);

  const invoke = new InvokeModelCommand({ modelId, body });
  const { body: bytes } = await client.send(invoke);
  const { body: played } = await (await clientOf(() => client.send(invoke))).send(invoke);
  expect((JSON.parse(played.transformToString()) as { content: unknown }).content).toEqual(
    (JSON.parse(bytes.transformToString()) as { content: unknown }).content,
  );

  const chunks = new InvokeModelWithResponseStreamCommand({ modelId, body });
  const { body: events } = await client.send(chunks);
  const again = await (await clientOf(() => client.send(chunks))).send(chunks);
  expect(await listOf(again.body)).toHaveLength((await listOf(events)).length);
});
