// Bodies and chunks of a model of one's own, which are sent as they are.
import { describe, expect, it, vi } from 'vitest';
import type { ModelAnswer } from '../../src/index.ts';
import { messagesOf, openBedrock, readable, urlOf } from '../in-process.ts';

describe('a model of one’s own', () => {
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
    const counted = { 'X-Amzn-Bedrock-Input-Token-Count': '13' };
    for (const headers of [counted, new Headers(counted), new Map(Object.entries(counted))])
      expect(await headersOf({ body: {}, headers })).toEqual({
        ...latency,
        'x-amzn-bedrock-input-token-count': '13',
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
});
