// Answers in the form in which AWS's client hands them on: recorded, or made by mocks of it.
import { describe, expect, it } from 'vitest';
import type { ModelAnswer } from '../../src/index.ts';
import { messagesOf, openBedrock, readable, urlOf } from '../in-process.ts';
import { converse, latencyMs, stream } from './handled-calls.ts';

describe('a model of one’s own', () => {
  it('answers as Converse does, so that what was recorded or mocked can be given as it is', async () => {
    const content = [{ text: 'a b' }, { toolUse: { toolUseId: 't', name: 'n', input: { a: 1 } } }];
    const usage = { inputTokens: 7, outputTokens: 8, totalTokens: 15 };
    const said = {
      output: { message: { role: 'assistant', content } },
      stopReason: 'max_tokens',
      usage,
    } as const;
    const recorded = { ...said, metrics: { latencyMs: 551 }, $metadata: { httpStatusCode: 200 } };
    expect(await converse(recorded)).toEqual({
      ...said,
      usage: { ...usage, serverToolUsage: {} },
      metrics: { latencyMs },
    });
    expect(await converse({ output: { message: { content } } })).toEqual({
      ...((await converse({ content })) as object),
      metrics: { latencyMs },
    });
    const events = async (answer: ModelAnswer) =>
      (await stream(() => answer)).map(({ name, payload }) => [
        name,
        { ...(payload as object), metrics: undefined },
      ]);
    expect(await events(recorded)).toEqual(await events({ content, stopReason: 'max_tokens', usage }));
    // InvokeModel says the same in the model's own body.
    const local = openBedrock({ models: { '*': () => recorded } });
    const body = JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'hi' }] }] });
    const native = await local.fetch(urlOf('invoke', 'amazon.nova-lite-v1:0'), { method: 'POST', body });
    expect(await native.json()).toMatchObject({ output: { message: { content } }, stopReason: 'max_tokens' });
  });

  it('answers with streams as AWS’s client hands them on, and so do mocks of it', async () => {
    const delta = { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'a b' } } };
    async function* events() {
      await Promise.resolve();
      yield delta;
    }
    const answer = (): ModelAnswer => ({ stream: events(), $metadata: {} });
    expect(await stream(answer)).toContainEqual({
      name: 'contentBlockDelta',
      payload: delta.contentBlockDelta,
    });
    expect(await converse(answer())).toMatchObject({ output: { message: { content: [{ text: 'a b' }] } } });

    async function* chunks() {
      await Promise.resolve();
      yield { chunk: { bytes: new TextEncoder().encode('{"generation":"a"}') } };
    }
    const local = openBedrock({ models: { '*': () => ({ body: chunks(), $metadata: {} }) } });
    const init = { method: 'POST', body: '{"prompt":"hi"}' };
    const model = 'us.meta.llama4-scout-17b-instruct-v1:0';
    const streamed = await local.fetch(urlOf('invoke-with-response-stream', model), init);
    expect((await messagesOf(streamed)).map(readable).map(({ payload }) => payload)).toEqual([
      { bytes: btoa('{"generation":"a"}') },
    ]);
  });

  it('may have bytes as the base64 text that was recorded, whole and in events', async () => {
    const text = btoa('opaque'.repeat(5));
    const blocks = [
      { reasoningContent: { redactedContent: text } },
      { image: { format: 'png', source: { bytes: 'AQID' } } },
    ];
    const delta = (contentBlockIndex: number, said: object) => ({
      contentBlockDelta: { contentBlockIndex, delta: said },
    });
    const events = [
      delta(0, { reasoningContent: { redactedContent: text } }),
      { contentBlockStart: { contentBlockIndex: 1, start: { image: { format: 'png' } } } },
      delta(1, { image: { source: { bytes: 'AQID' } } }),
    ];
    for (const answer of [{ output: { message: { content: blocks } } }, events]) {
      const recorded = answer as unknown as ModelAnswer; // the types have bytes
      expect(await converse(recorded)).toMatchObject({ output: { message: { content: blocks } } });
      expect((await stream(() => recorded)).map(({ payload }) => payload)).toEqual(
        expect.arrayContaining([
          { contentBlockIndex: 0, delta: { reasoningContent: { redactedContent: text } } },
          { contentBlockIndex: 1, delta: { image: { source: { bytes: 'AQID' } } } },
        ]),
      );
    }
  });
});
