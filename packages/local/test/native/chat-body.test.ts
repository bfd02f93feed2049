// Chat completions of gpt-oss and GPT, whole and as a stream: what they have and what they count.
import { isDeepStrictEqual } from 'node:util';
import type { ContentBlock, JsonObject } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { memberAt } from '../../src/json.ts';
import { invoking, streaming } from '../invoke-model.ts';
import { frame, gpt, oss, user } from './chat-completion.ts';

const invoke = invoking();
const stream = streaming();
const thought = (text: string): ContentBlock => ({ reasoningContent: { reasoningText: { text } } });
const streamTwice = streaming({
  models: { [oss]: () => ({ content: [thought('one'), { text: 'a' }, thought('two'), { text: 'b' }] }) },
});
const emptyChoices = [{ delta: {}, finish_reason: null, index: 0 }];

describe('a chat completion', () => {
  it('of gpt-oss has its thoughts before the text, between tags', async () => {
    const { body, headers } = await invoke(oss, {
      messages: [{ role: 'system', content: 'Be kind.' }, user('echo hi')],
      max_completion_tokens: 150,
      temperature: 0.7,
      top_p: 0.9,
    });
    expect(body).toEqual({
      ...frame,
      choices: [
        {
          finish_reason: 'stop',
          index: 0,
          message: {
            content: '<reasoning>The last message says: "echo hi". I follow the instruction.</reasoning>hi',
            refusal: null,
            role: 'assistant',
          },
        },
      ],
      model: oss,
      object: 'chat.completion',
      usage: { completion_tokens: 17, prompt_tokens: 5, total_tokens: 22 },
    });
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => name.includes('-count')))).toEqual({
      'x-amzn-bedrock-input-token-count': '5',
      'x-amzn-bedrock-output-token-count': '17',
    });
  });

  // https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/TestOpenAIInvokeModel.test_invoke_model.yaml
  it('of GPT counts its thoughts, and does not show them', async () => {
    const messages = [{ role: 'developer', content: 'Answer in one word.' }, user('say pong')];
    const { body } = await invoke(gpt, { messages, max_completion_tokens: 256 });
    expect(body).toEqual({
      ...frame,
      choices: [
        {
          finish_reason: 'stop',
          index: 0,
          message: { annotations: [], content: 'pong', refusal: null, role: 'assistant' },
        },
      ],
      model: gpt,
      object: 'chat.completion',
      usage: {
        completion_tokens: 21,
        completion_tokens_details: {
          accepted_prediction_tokens: 0,
          audio_tokens: 0,
          reasoning_tokens: 20,
          rejected_prediction_tokens: 0,
        },
        prompt_tokens: 7,
        prompt_tokens_details: { audio_tokens: 0, cache_write_tokens: 0, cached_tokens: 0 },
        total_tokens: 28,
      },
    });
    const { body: unthinking } = await invoke(gpt, { messages, reasoning_effort: 'none' });
    expect(unthinking['usage']).toMatchObject({
      completion_tokens: 1,
      completion_tokens_details: { reasoning_tokens: 0 },
    });
  });

  // https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/TestOpenAIInvokeModelWithResponseStream.test_streaming.yaml
  it('of GPT is streamed as recorded, with the counts in a last chunk for whoever asks', async () => {
    const chunks = await stream(gpt, {
      messages: [user('count 1 to 2: count to 2')],
      max_completion_tokens: 256,
      reasoning_effort: 'none',
      stream: true,
      stream_options: { include_usage: true },
    });
    const obfuscation: unknown = expect.stringMatching(/^\w{1,62}$/);
    const every = { ...frame, model: gpt, object: 'chat.completion.chunk', obfuscation };
    const piece = (delta: object): object => ({
      ...every,
      choices: [{ delta, finish_reason: null, index: 0 }],
      usage: null,
    });
    const usage = {
      completion_tokens: 2,
      completion_tokens_details: {
        accepted_prediction_tokens: 0,
        audio_tokens: 0,
        reasoning_tokens: 0,
        rejected_prediction_tokens: 0,
      },
      prompt_tokens: 8,
      prompt_tokens_details: { audio_tokens: 0, cache_write_tokens: 0, cached_tokens: 0 },
      total_tokens: 10,
    };
    expect(chunks).toEqual([
      piece({ content: '', role: 'assistant', refusal: null }),
      piece({ content: '1 ' }),
      piece({ content: '2' }),
      { ...every, choices: [{ delta: {}, finish_reason: 'stop', index: 0 }], usage },
      {
        ...every,
        choices: [],
        usage,
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 8, outputTokenCount: 2 },
      },
    ]);
  });

  it('of gpt-oss that thinks twice has each thought once', async () => {
    const chunks = await streamTwice(oss, { messages: [user('hi')] });
    const pieces = chunks.map((chunk) => memberAt(chunk as JsonObject, ['choices', '0', 'delta', 'content']));
    expect(pieces.filter((piece) => typeof piece === 'string').join('')).toBe(
      '<reasoning>one</reasoning>a<reasoning>two</reasoning>b',
    );
  });

  it('of GPT counts its thoughts in a stream as it does whole', async () => {
    const body = { messages: [user('echo hi')], reasoning_effort: 'high' };
    const { body: whole } = await invoke(gpt, body);
    expect(whole['usage']).toMatchObject({ completion_tokens_details: { reasoning_tokens: 20 } });
    const chunks = await stream(gpt, { ...body, stream_options: { include_usage: true } });
    expect(chunks.at(-1)?.['usage']).toEqual(whole['usage']);
  });

  // https://github.com/Arize-ai/openinference/blob/main/js/packages/openinference-instrumentation-bedrock/test/recordings/should-handle-openai-gpt-oss-streaming-without-include-usage.json
  it('of gpt-oss is streamed with all of its thoughts in one chunk, the metrics in the chunk that ends it', async () => {
    const body = { messages: [user('echo hi')], max_tokens: 20 };
    const chunks = await stream(oss, { ...body, stream_options: { include_obfuscation: false } });
    const every = {
      created: expect.any(Number) as unknown,
      id: expect.stringMatching(/^chatcmpl-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as unknown,
      model: oss,
      object: 'chat.completion.chunk',
      service_tier: 'default',
    };
    const piece = (delta: object): object => ({
      ...every,
      choices: [{ delta, finish_reason: null, index: 0 }],
    });
    const thinking = chunks.filter(({ choices }) => isDeepStrictEqual(choices, emptyChoices));
    expect(thinking.length).toBeGreaterThan(1);
    expect(chunks).toEqual([
      piece({ content: '', role: 'assistant' }),
      ...thinking.map(() => piece({})),
      piece({ content: '<reasoning>The last message says: "echo hi".</reasoning>' }),
      piece({ content: 'hi' }),
      {
        ...every,
        choices: [{ delta: {}, finish_reason: 'stop', index: 0 }],
        'amazon-bedrock-invocationMetrics': {
          inputTokenCount: 2,
          outputTokenCount: expect.any(Number) as unknown,
        },
      },
    ]);

    const obfuscation: unknown = expect.stringMatching(/^\w{1,62}$/);
    expect((await stream(oss, body))[0]).toEqual({
      ...every,
      choices: [{ delta: { content: '', role: 'assistant' }, finish_reason: null, index: 0, obfuscation }],
      obfuscation,
    });
  });
});
