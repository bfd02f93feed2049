// Converse, its stream and the count of its tokens, with every member that an answer may have.
import type { ConverseCommandOutput, ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ModelHandler } from '../../../src/index.ts';
import { type Bench, type Protocol, runtime, startBench } from '../../aws-clients.ts';
import { withoutMetadata } from './output.ts';
import { blocks, bytes, rest, trace, usage } from './whole-answer.ts';

const everything: ModelHandler = () => ({ ...rest, content: blocks as never });

const everyModel = 'us.anthropic.claude-sonnet-4-6';
const messages = [{ role: 'user' as const, content: [{ text: 'echo hi there' }] }];

export function conversations(protocol: Protocol, ran: Set<string>): void {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench({
      models: {
        'us.anthropic.claude-sonnet-4-6': everything,
      },
    });
  });
  afterAll(() => bench.close());
  const client = () => bench.client(protocol);

  it('Converse, and loses nothing of an answer with every member', async () => {
    const answer = await client().send(new runtime.ConverseCommand({ modelId: everyModel, messages }));
    ran.add('Converse');
    const { metrics, ...parsed }: Partial<ConverseCommandOutput> = withoutMetadata(answer);
    expect(parsed).toEqual({ ...rest, output: { message: { role: 'assistant', content: blocks } } });
    expect(Number.isInteger(metrics?.latencyMs)).toBe(true);
  });

  it('ConverseStream, and loses nothing of a stream with every event', async () => {
    const { stream } = await client().send(
      new runtime.ConverseStreamCommand({ modelId: everyModel, messages }),
    );
    ran.add('ConverseStream');
    const events: ConverseStreamOutput[] = [];
    for await (const event of stream ?? []) events.push(event);
    const stop = (contentBlockIndex: number) => ({ contentBlockStop: { contentBlockIndex } });
    const delta = (contentBlockIndex: number, value: object) => ({
      contentBlockDelta: { contentBlockIndex, delta: value },
    });
    const start = (contentBlockIndex: number, value: object) => ({
      contentBlockStart: { contentBlockIndex, start: value },
    });
    expect(events).toEqual([
      { messageStart: { role: 'assistant' } },
      delta(0, { text: 'Grüße, ' }),
      delta(0, { text: '世界 ' }),
      delta(0, { text: '🌍' }),
      stop(0),
      delta(1, { reasoningContent: { text: 'thinking' } }),
      delta(1, { reasoningContent: { signature: 'c2ln' } }),
      stop(1),
      delta(2, { reasoningContent: { redactedContent: bytes } }),
      stop(2),
      start(3, { toolUse: { toolUseId: 'tooluse_1', name: 'weather' } }),
      delta(3, { toolUse: { input: '{"city":"Lis' } }),
      delta(3, { toolUse: { input: 'bon","days":' } }),
      delta(3, { toolUse: { input: '[1,null,{"de' } }),
      delta(3, { toolUse: { input: 'ep":true}]}' } }),
      stop(3),
      start(4, { toolResult: { toolUseId: 'srv_1', type: 'x', status: 'success' } }),
      delta(4, { toolResult: [{ json: { a: 1 } }] }),
      delta(4, { toolResult: [{ text: 't' }] }),
      stop(4),
      start(5, { image: { format: 'png' } }),
      delta(5, { image: { source: { bytes } } }),
      stop(5),
      delta(6, {
        citation: {
          title: 'title',
          source: 'source',
          sourceContent: [{ text: 'text' }],
          location: { documentPage: { documentIndex: 0, start: 1, end: 2 } },
        },
      }),
      delta(6, { text: 'cited' }),
      stop(6),
      {
        messageStop: {
          stopReason: rest.stopReason,
          additionalModelResponseFields: rest.additionalModelResponseFields,
        },
      },
      {
        metadata: {
          usage,
          metrics: { latencyMs: expect.any(Number) as number },
          trace,
          performanceConfig: rest.performanceConfig,
          serviceTier: rest.serviceTier,
        },
      },
    ]);
  });

  it('CountTokens, of a conversation and of an InvokeModel body alike', async () => {
    const model = 'anthropic.claude-haiku-4-5-20251001-v1:0';
    const lenient = await startBench({ rules: 'off' });
    const counting = lenient.client(protocol);
    const conversation = await counting.send(
      new runtime.CountTokensCommand({ modelId: model, input: { converse: { messages } } }),
    );
    const text = 'echo hi there';
    const body = {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 1,
      messages: [{ role: 'user', content: text }],
    };
    const native = await counting.send(
      new runtime.CountTokensCommand({
        modelId: model,
        input: { invokeModel: { body: new TextEncoder().encode(JSON.stringify(body)) } },
      }),
    );
    await lenient.close();
    ran.add('CountTokens');
    expect([conversation.inputTokens, native.inputTokens]).toEqual([3, 3]);
  });
}
