import { APICallError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createEmbeddingModel } from '../src/index.ts';
import { json, text, wire } from '../../invocation/test/wire.ts';

const titan = 'amazon.titan-embed-text-v2:0';
const cohere = 'cohere.embed-english-v3';
const vector = { embedding: [0.5, 0.25], inputTextTokenCount: 2 };

describe('a result', () => {
  it('has vectors, usage, request id, headers and the whole body', async () => {
    const { client } = wire(() => json(vector));
    expect(await createEmbeddingModel(titan, {}, client).doEmbed({ values: ['a'] })).toEqual({
      embeddings: [[0.5, 0.25]],
      usage: { tokens: 2 },
      providerMetadata: { bedrock: { requestId: 'request-1' } },
      response: {
        headers: { 'content-type': 'application/json', 'x-amzn-requestid': 'request-1' },
        body: vector,
      },
      warnings: [],
    });
  });

  it.each([
    ['is absent', {}],
    ['is empty', { 'x-amzn-bedrock-input-token-count': '' }],
    ['is NaN', { 'x-amzn-bedrock-input-token-count': 'NaN' }],
    ['is a word', { 'x-amzn-bedrock-input-token-count': 'many' }],
  ])('has no usage when the header %s', async (_, headers) => {
    const { client } = wire(() => json({ embeddings: [[1]] }, headers));
    const result = await createEmbeddingModel(cohere, {}, client).doEmbed({ values: ['a'] });
    expect(result.usage).toBeUndefined();
    expect('usage' in result).toBe(false);
  });

  it.each([undefined, null, 'three', -1, 2.5])(
    'has no usage when the count in the body is %s',
    async (count) => {
      const { client } = wire(() => json({ embedding: [1], inputTextTokenCount: count }));
      const { usage } = await createEmbeddingModel(titan, {}, client).doEmbed({ values: ['a'] });
      expect(usage).toBeUndefined();
    },
  );

  it('takes the header where the body has no count', async () => {
    const { client } = wire(() => json({ embedding: [1] }, { 'x-amzn-bedrock-input-token-count': '9' }));
    const { usage } = await createEmbeddingModel(titan, {}, client).doEmbed({ values: ['a'] });
    expect(usage).toEqual({ tokens: 9 });
  });

  it('of several requests has no usage when one of them has no count', async () => {
    const { client } = wire((_, index) =>
      json({ embeddings: [[index]] }, index === 0 ? {} : { 'x-amzn-bedrock-input-token-count': '2' }),
    );
    // An image has a request of its own.
    const inputs = Array.from({ length: 3 }, () => ({ image: { data: 'AAAA', mediaType: 'image/png' } }));
    const model = createEmbeddingModel('cohere.embed-english-v3', {}, client);
    const result = await model.doEmbed({ values: ['', '', ''], providerOptions: { bedrock: { inputs } } });
    expect(result.embeddings).toEqual([[0], [1], [2]]);
    expect('usage' in result).toBe(false);
  });

  it('has no request id where the answer came without one', async () => {
    const { client } = wire(() => text(JSON.stringify(vector)));
    const { providerMetadata } = await createEmbeddingModel(titan, {}, client).doEmbed({ values: ['a'] });
    expect(providerMetadata).toBeUndefined();
  });

  it('of no values is empty, and nothing is sent', async () => {
    const { client, sent } = wire(() => json({}));
    const result = await createEmbeddingModel(cohere, {}, client).doEmbed({ values: [] });
    expect(result.embeddings).toEqual([]);
    expect(result.usage).toBeUndefined();
    expect(sent).toEqual([]);
  });
});

describe('an answer that cannot be used is refused, and says why', () => {
  it.each([
    ['fewer vectors', { embeddings: [[1]] }, 'embeddings has 1 vectors for 2 values'],
    ['more vectors', { embeddings: [[1], [2], [3]] }, 'embeddings has 3 vectors for 2 values'],
    ['no vectors', {}, 'embeddings is no list for 2 values'],
    ['null for vectors', { embeddings: null }, 'embeddings is no list for 2 values'],
    [
      // https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-enforcements.html
      'nothing, as a guardrail of the account intervened',
      { 'amazon-bedrock-guardrailAction': 'INTERVENED', 'amazon-bedrock-trace': {} },
      'embeddings is no list for 2 values, as a guardrail intervened',
    ],
    [
      'another type than asked for',
      { embeddings: { int8: [[1], [2]] } },
      'embeddings.float is no list for 2 values',
    ],
    ['an empty vector', { embeddings: [[1], []] }, 'embeddings[1] is no vector'],
    ['null among the numbers', { embeddings: [[1], [2, null]] }, 'embeddings[1][1] is null, not a number'],
    ['text among the numbers', { embeddings: [['NaN'], [2]] }, 'embeddings[0][0] is "NaN", not a number'],
  ])('%s', async (_, body, why) => {
    const { client } = wire(() => json(body));
    const call = createEmbeddingModel(cohere, { purpose: 'search_document' }, client).doEmbed({
      values: ['a', 'b'],
    });
    await expect(call).rejects.toMatchObject({
      name: 'AI_InvalidResponseDataError',
      message: `Unusable answer of the embedding model: ${why}`,
      data: body,
    });
  });

  it.each([
    ['NaN, which is no JSON', '{"embedding":[NaN]}'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['nothing', ''],
    ['a page of a proxy', '<html></html>'],
  ])('%s', async (_, body) => {
    const { client } = wire(() => text(body));
    const error: unknown = await createEmbeddingModel(titan, {}, client)
      .doEmbed({ values: ['a'] })
      .then(undefined, (reason: unknown) => reason);
    expect(error).toMatchObject({
      message: expect.stringContaining('The answer of the model is no JSON object, but ') as string,
      statusCode: 200,
      responseBody: body,
      isRetryable: false,
      requestBodyValues: { inputText: 'a' },
    });
    expect(APICallError.isInstance(error)).toBe(true);
  });
});
