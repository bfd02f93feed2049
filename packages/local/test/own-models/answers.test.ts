// Whole answers of a model of one's own: what is sent of them as it is, and what is filled in.
import { describe, expect, it, vi } from 'vitest';
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

  it('sends a body of bytes as it is, in one piece and as a chunk of either stream', async () => {
    const bytes = new TextEncoder().encode('{"a": 1}');
    const local = openBedrock({ models: { '*': () => ({ body: bytes }) } });
    const model = 'amazon.nova-2-sonic-v1:0';
    const init = { method: 'POST', body: '{}' };
    const whole = await local.fetch(urlOf('invoke', 'amazon.titan-embed-text-v2:0'), init);
    expect(await whole.text()).toBe('{"a": 1}');
    const asked = { method: 'POST', body: '{"prompt":"hi"}' };
    const two = [
      await local.fetch(
        urlOf('invoke-with-response-stream', 'us.meta.llama4-scout-17b-instruct-v1:0'),
        asked,
      ),
      await local.fetch(urlOf('invoke-with-bidirectional-stream', model), { method: 'POST' }),
    ];
    for (const response of two) {
      const [first] = (await messagesOf(response)).map(readable);
      expect(first?.payload).toEqual({ bytes: btoa('{"a": 1}') });
    }
  });

  it('sends a body that is a text as it stands, whole, as a chunk and as the file of an invocation', async () => {
    const text = '{"a": 1}';
    const local = openBedrock({ asyncInvokeMs: 0, models: { '*': () => ({ body: text }) } });
    const init = { method: 'POST', body: '{"prompt":"hi"}' };
    const model = 'us.meta.llama4-scout-17b-instruct-v1:0';
    expect(await (await local.fetch(urlOf('invoke', model), init)).text()).toBe(text);
    const streamed = await local.fetch(urlOf('invoke-with-response-stream', model), init);
    const [chunk] = (await messagesOf(streamed)).map(readable);
    expect(chunk?.payload).toEqual({ bytes: btoa(text) });
    const body = JSON.stringify({
      modelId: 'luma.ray-v2:0',
      modelInput: { prompt: 'a dog' },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/out' } },
    });
    await local.fetch('http://bedrock.test/async-invoke', { method: 'POST', body });
    await vi.waitFor(() => {
      expect([...local.objects.values()].map((bytes) => new TextDecoder().decode(bytes))).toEqual([text]);
    });
  });

  it('sends the headers that it gives beside a body, and the latency as InvokeModel does', async () => {
    const answer: ModelAnswer = {
      body: {},
      headers: [
        ['X-Amzn-Bedrock-Input-Token-Count', '13'],
        ['x-amzn-bedrock-output-token-count', '17'],
      ],
    };
    const headersOf = async (given: ModelAnswer) => {
      const local = openBedrock({ models: { '*': () => given } });
      const init = { method: 'POST', body: '{"inputText":"hi"}' };
      const { headers } = await local.fetch(urlOf('invoke', 'amazon.titan-embed-text-v2:0'), init);
      return Object.fromEntries([...headers].filter(([name]) => name.startsWith('x-amzn-bedrock-')));
    };
    const latency = { 'x-amzn-bedrock-invocation-latency': expect.stringMatching(/^[1-9]\d*$/) as string };
    expect(await headersOf({ body: {} })).toEqual(latency);
    expect(await headersOf(answer)).toEqual({
      ...latency,
      'x-amzn-bedrock-input-token-count': '13',
      'x-amzn-bedrock-output-token-count': '17',
    });
    const recorded: ModelAnswer = {
      body: {},
      headers: [['X-Amzn-Bedrock-Invocation-Latency', '430']],
      $metadata: { httpStatusCode: 200 },
    };
    expect(await headersOf(recorded)).toEqual({ 'x-amzn-bedrock-invocation-latency': '430' });
    // What AWS's client makes of two of the headers.
    const served = { performanceConfigLatency: 'optimized', serviceTier: 'flex' } as const;
    expect(await headersOf({ body: {}, ...served })).toEqual({
      ...latency,
      'x-amzn-bedrock-performanceconfig-latency': 'optimized',
      'x-amzn-bedrock-service-tier': 'flex',
    });
  });

  it('sends chunks as JSON, as bytes, and as the events that mocks of AWS’s client yield', async () => {
    const says = { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } };
    const bytes = new TextEncoder().encode(JSON.stringify(says));
    const throttled = { throttlingException: { message: 'slow down' } };
    const chunks = [
      says,
      bytes,
      { chunk: { bytes } },
      { chunk: { bytes: { base64: btoa(JSON.stringify(says)) } } },
    ];
    const local = openBedrock({ models: { '*': () => ({ chunks: [...chunks, throttled] }) } });
    const messages = [{ role: 'user', content: 'hi' }];
    const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages });
    const response = await local.fetch(urlOf('invoke-with-response-stream'), { method: 'POST', body });
    const events = (await messagesOf(response)).map(readable);
    expect(events.slice(0, -1).map(({ payload }) => payload)).toEqual(
      chunks.map(() => ({ bytes: btoa(JSON.stringify(says)) })),
    );
    expect(events.at(-1)).toMatchObject({
      headers: { ':exception-type': 'throttlingException' },
      payload: { message: 'slow down' },
    });
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

  it('tells which model a prompt router chose, whole and in a stream', async () => {
    const trace = {
      promptRouter: { invokedModelId: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0' },
    };
    expect(await converse({ content: 'a', trace })).toMatchObject({ trace });
    expect((await stream(() => ({ content: 'a', trace }))).at(-1)?.payload).toMatchObject({ trace });
  });

  it('tells of a guardrail in its own trace, which the guardrail that is asked for leaves as it is', async () => {
    const filters = [{ type: 'INSULTS', confidence: 'HIGH', action: 'BLOCKED' }];
    const trace = { guardrail: { inputAssessment: { gr1: { contentPolicy: { filters } } } } };
    const answer = { content: 'No.', stopReason: 'guardrail_intervened', trace } as unknown as ModelAnswer;
    const local = openBedrock({ guardrails: { gr1: {} }, models: { '*': () => answer } });
    const guardrailConfig = { guardrailIdentifier: 'gr1', guardrailVersion: '1', trace: 'enabled' };
    const messages = [{ role: 'user', content: [{ text: 'hi' }] }];
    const init = { method: 'POST', body: JSON.stringify({ messages, guardrailConfig }) };
    const whole = await (await local.fetch(urlOf('converse'), init)).json();
    expect(whole).toMatchObject({
      stopReason: 'guardrail_intervened',
      trace: { guardrail: { ...trace.guardrail } },
    });
    const last = (await messagesOf(await local.fetch(urlOf('converse-stream'), init))).at(-1);
    expect(last && readable(last).payload).toMatchObject({ trace });
  });

  it.each([
    ['says nothing', 'fine', {}],
    ['says something', 'a secret', { stopReason: 'guardrail_intervened' }],
  ])('tells which model a prompt router chose beside a guardrail that %s', async (_, content, rest) => {
    const trace = { promptRouter: { invokedModelId: 'arn:aws:bedrock:us-east-1::foundation-model/x' } };
    const local = openBedrock({
      guardrails: { gr1: { words: ['secret'] } },
      models: { '*': () => ({ content, trace }) },
    });
    const guardrailConfig = { guardrailIdentifier: 'gr1', guardrailVersion: '1', trace: 'enabled' };
    const messages = [{ role: 'user', content: [{ text: 'hi' }] }];
    const init = { method: 'POST', body: JSON.stringify({ messages, guardrailConfig }) };
    const guardrail = { outputAssessments: { gr1: expect.any(Array) as unknown } };
    expect(await (await local.fetch(urlOf('converse'), init)).json()).toMatchObject({
      ...rest,
      trace: { ...trace, guardrail },
    });
    const last = (await messagesOf(await local.fetch(urlOf('converse-stream'), init))).at(-1);
    expect(last && readable(last).payload).toMatchObject({ trace: { ...trace, guardrail } });
  });

  it('has no trace where neither the model nor the guardrail has one to tell', async () => {
    const local = openBedrock({ guardrails: { gr1: {} }, models: { '*': () => 'fine' } });
    const guardrailConfig = { guardrailIdentifier: 'gr1', guardrailVersion: '1', trace: 'disabled' };
    const messages = [{ role: 'user', content: [{ text: 'hi' }] }];
    const init = { method: 'POST', body: JSON.stringify({ messages, guardrailConfig }) };
    expect(await (await local.fetch(urlOf('converse'), init)).json()).not.toHaveProperty('trace');
  });
});
