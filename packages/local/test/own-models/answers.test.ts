// Whole answers of a model of one's own: what is sent of them as it is, and what is filled in.
import { describe, expect, it } from 'vitest';
import type { ModelAnswer } from '../../src/index.ts';
import { messagesOf, openBedrock, readable, urlOf } from '../in-process.ts';
import { converse, latencyMs, stream } from './handled-calls.ts';

describe('a model of one’s own', () => {
  it('answers with a text, usage counted', async () => {
    expect(await converse('hello there')).toEqual({
      output: { message: { role: 'assistant', content: [{ text: 'hello there' }] } },
      stopReason: 'end_turn',
      usage: {
        inputTokens: 1,
        outputTokens: 2,
        totalTokens: 3,
        cacheReadInputTokens: 0,
        cacheReadInputTokenCount: 0,
        cacheWriteInputTokens: 0,
        cacheWriteInputTokenCount: 0,
        serverToolUsage: {},
      },
      metrics: { latencyMs },
    });
  });

  it('answers whole, its own usage and stop reason kept', async () => {
    const usage = { inputTokens: 7, outputTokens: 8, totalTokens: 15, cacheReadInputTokens: 5 };
    const toolUse = { toolUseId: 't', name: 'n', input: { a: 1 } };
    expect(await converse({ content: [{ toolUse }], usage })).toEqual({
      output: { message: { role: 'assistant', content: [{ toolUse }] } },
      stopReason: 'tool_use',
      // With what Bedrock says beside it: operations/undeclared.test.ts tells where that was seen.
      usage: { ...usage, cacheReadInputTokenCount: 5, serverToolUsage: {} },
      metrics: { latencyMs },
    });
  });

  it('counts the same tokens however it cuts its words', async () => {
    const delta = (text: string) => ({ contentBlockDelta: { contentBlockIndex: 0, delta: { text } } });
    const answers: ModelAnswer[] = [
      'one two',
      ['one ', 'two'],
      ['on', 'e t', 'wo'],
      [delta('one '), delta('two')],
    ];
    for (const answer of answers) {
      expect(await converse(answer)).toMatchObject({
        output: { message: { content: [{ text: 'one two' }] } },
        usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
      });
    }
  });

  it('tells the tier and the latency that were asked for, unless it says its own', async () => {
    const asked = { serviceTier: { type: 'default' }, performanceConfig: { latency: 'standard' } };
    const told: ModelAnswer[] = ['a', ['a'], ['a', { serviceTier: { type: 'flex' } }]];
    const answers: unknown[] = [];
    for (const answer of told) {
      const messages = [{ role: 'user', content: [{ text: 'hi' }] }];
      const local = openBedrock({ models: { '*': () => answer } });
      const init = { method: 'POST', body: JSON.stringify({ messages, ...asked }) };
      const whole = (await (await local.fetch(urlOf('converse'), init)).json()) as typeof asked;
      const last = (await messagesOf(await local.fetch(urlOf('converse-stream'), init))).at(-1);
      const streamed = (last === undefined ? undefined : readable(last).payload) as typeof asked;
      for (const { serviceTier, performanceConfig } of [whole, streamed])
        answers.push({ serviceTier, performanceConfig });
    }
    const own = { ...asked, serviceTier: { type: 'flex' } };
    expect(answers).toEqual([asked, asked, asked, asked, own, own]);
  });

  it('sends what AWS may add one day inside of blocks and events as it is', async () => {
    const fresh = { colour: 'red' };
    const block = { text: 'a', fresh };
    const serverToolUsage = { fresh: 1 };
    const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2, freshTokens: 3, serverToolUsage };
    const message = (content: object[]) => ({ output: { message: { role: 'assistant', content } } });
    // The casts: no type knows of it yet.
    const whole = { content: [block, { freshBlock: fresh }], usage } as unknown as ModelAnswer;
    expect(await converse(whole)).toEqual({
      ...message([block, { freshBlock: fresh }]),
      stopReason: 'end_turn',
      usage,
      metrics: { latencyMs },
    });
    const parts = [
      { messageStart: { role: 'assistant', fresh } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'a' }, fresh } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { freshDelta: fresh } } },
      { contentBlockStop: { contentBlockIndex: 0, fresh } },
      { messageStop: { stopReason: 'fresh', fresh } },
      { metadata: { usage, metrics: { latencyMs: 1, fresh }, fresher: fresh } },
    ] as unknown as ModelAnswer; // as above
    expect(await stream(() => parts)).toEqual(
      (parts as object[]).flatMap((part) =>
        Object.entries(part).map(([name, payload]) => ({ name, payload: payload as object })),
      ),
    );
    expect(await converse(parts)).toEqual({
      ...message([{ text: 'a' }]),
      stopReason: 'fresh',
      fresh,
      usage,
      fresher: fresh,
      metrics: { latencyMs },
    });
  });
});
