import {
  APICallError,
  InvalidArgumentError,
  LoadSettingError,
  TooManyEmbeddingValuesForCallError,
} from '@ai-sdk/provider';
import { createClient, noAuth } from '@bedrock-kit/runtime';
import { describe, expect, it, vi } from 'vitest';
import { createEmbeddingModel } from '../src/index.ts';
import { json, refusal, wire } from '../../invocation/test/wire.ts';

const titan = 'amazon.titan-embed-text-v2:0';
const cohere = 'cohere.embed-english-v3';
const vector = { embedding: [0.5, 0.25], inputTextTokenCount: 2 };

describe('an error', () => {
  it('of the service is an APICallError with all that support asks for', async () => {
    const { client } = wire(() => refusal(429, 'ThrottlingException', 'Too many requests.'));
    const error: unknown = await createEmbeddingModel(titan, {}, client)
      .doEmbed({ values: ['a'] })
      .then(undefined, (reason: unknown) => reason);
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringContaining('Too many requests.') as string,
      statusCode: 429,
      isRetryable: true,
      url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.titan-embed-text-v2%3A0/invoke',
      requestBodyValues: { inputText: 'a' },
      responseHeaders: expect.objectContaining({ 'x-amzn-errortype': 'ThrottlingException' }) as object,
      responseBody: '{"message":"Too many requests."}',
      data: { code: 'ThrottlingException', requestId: 'request-1' },
    });
  });

  it('that the client wraps itself is left as it wraps it', async () => {
    class OwnError extends Error {}
    const client = createClient({
      authorize: noAuth,
      region: 'us-east-1',
      fetch: () => Promise.resolve(refusal(400, 'ValidationException', 'No.')),
      wrapError: ({ code }) => new OwnError(code),
    });
    const call = createEmbeddingModel(titan, {}, client).doEmbed({ values: ['a'] });
    await expect(call).rejects.toThrow(new OwnError('ValidationException'));
  });

  it('for want of a region is a LoadSettingError', async () => {
    const client = createClient({
      authorize: noAuth,
      environment: {},
      fetch: () => Promise.resolve(json(vector)),
    });
    const error: unknown = await createEmbeddingModel(titan, {}, client)
      .doEmbed({ values: ['a'] })
      .then(undefined, (reason: unknown) => reason);
    expect(LoadSettingError.isInstance(error)).toBe(true);
  });

  it('of an abort keeps its name, and names no value', async () => {
    const { client, sent } = wire(
      (_, __, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        }),
    );
    const controller = new AbortController();
    const image = { image: { data: 'AAAA', mediaType: 'image/png' } }; // has a request of its own
    const call = createEmbeddingModel(cohere, {}, client).doEmbed({
      values: ['', ''],
      abortSignal: controller.signal,
      providerOptions: { bedrock: { inputs: [image, image] } },
    });
    await vi.waitFor(() => {
      expect(sent).toHaveLength(2);
    });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError', message: 'This operation was aborted' });
  });
});

describe('a model', () => {
  it.each([
    [titan, 1],
    ['amazon.titan-embed-text-v1', 1],
    [cohere, 96],
    ['us.cohere.embed-v4:0', 96],
    ['global.cohere.embed-v4:0', 96],
    ['amazon.nova-2-multimodal-embeddings-v1:0', 1],
    ['us.twelvelabs.marengo-embed-2-7-v1:0', 1],
    ['arn:aws:bedrock:eu-west-1::foundation-model/cohere.embed-multilingual-v3', 96],
    ['arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/us-gov.cohere.embed-v4:0', 96],
  ])('%s takes %i values a call', (id, maxEmbeddingsPerCall) => {
    const { client } = wire(() => json({}));
    expect(createEmbeddingModel(id, {}, client)).toMatchObject({
      specificationVersion: 'v4',
      provider: 'amazon-bedrock',
      modelId: id,
      maxEmbeddingsPerCall,
      supportsParallelCalls: true,
    });
  });

  it('refuses more values than it takes, and sends nothing', async () => {
    const { client, sent } = wire(() => json({}));
    const error: unknown = await createEmbeddingModel(cohere, {}, client)
      .doEmbed({ values: Array.from({ length: 97 }, () => 'a') })
      .then(undefined, (reason: unknown) => reason);
    expect(TooManyEmbeddingValuesForCallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ provider: 'amazon-bedrock', modelId: cohere, maxEmbeddingsPerCall: 96 });
    expect(sent).toEqual([]);
  });

  const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6';

  it.each([
    [{ baseModelId: 'cohere.embed-v4:0' }, { texts: ['a'], input_type: 'search_query' }],
    [{ modelFamily: 'cohere' }, { texts: ['a'], input_type: 'search_query' }],
    [{ modelFamily: 'titan' }, { inputText: 'a' }],
  ] as const)('behind an opaque ARN is told by %j', async (settings, body) => {
    const { client, sent } = wire(() => json({ embeddings: [[1]], embedding: [1] }));
    await createEmbeddingModel(arn, settings, client).doEmbed({ values: ['a'] });
    expect(sent).toEqual([
      {
        url: `https://bedrock-runtime.us-east-1.amazonaws.com/model/${encodeURIComponent(arn)}/invoke`,
        headers: expect.anything() as object,
        body,
      },
    ]);
  });

  it.each([arn, 'anthropic.claude-haiku-4-5-20251001-v1:0', 'somebody.model'])(
    '%s is not guessed at',
    async (id) => {
      const { client, sent } = wire(() => json({}));
      const error: unknown = await createEmbeddingModel(id, {}, client)
        .doEmbed({ values: ['a'] })
        .then(undefined, (reason: unknown) => reason);
      expect(InvalidArgumentError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: `${id} is not known as an embedding model: check the id, or set baseModelId to the model behind it.`,
      });
      expect(sent).toEqual([]);
    },
  );

  it('nor is an unknown base model, which the error names', async () => {
    const { client } = wire(() => json({}));
    const embedded = createEmbeddingModel(arn, { baseModelId: 'titan-embed-text-v2' }, client).doEmbed({
      values: ['a'],
    });
    await expect(embedded).rejects.toThrow('titan-embed-text-v2 is not known as an embedding model');
  });

  it.each([0, -1, Number.NaN])('refuses %d as a count of anything', (count) => {
    const { client } = wire(() => json({}));
    for (const setting of ['maxParallelCalls', 'maxEmbeddingsPerCall']) {
      expect(() => createEmbeddingModel(titan, { [setting]: count }, client)).toThrow(
        `settings.${setting} is ${count}, expected a positive integer.`,
      );
    }
  });

  it('hands on headers of the call', async () => {
    const { client, sent } = wire(() => json(vector));
    await createEmbeddingModel(titan, {}, client).doEmbed({ values: ['a'], headers: { 'X-Team': 'search' } });
    expect(sent[0]?.headers).toMatchObject({ 'x-team': 'search' });
  });

  it('lays additionalModelRequestFields over the body, member by member', async () => {
    const { client, sent } = wire(() => json({ embeddings: [{ embedding: [1] }] }));
    await createEmbeddingModel('amazon.nova-2-multimodal-embeddings-v1:0', {}, client).doEmbed({
      values: ['a'],
      providerOptions: {
        bedrock: {
          additionalModelRequestFields: { schemaVersion: 'x', singleEmbeddingParams: { text: { new: 1 } } },
        },
      },
    });
    expect(sent[0]?.body).toEqual({
      schemaVersion: 'x',
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: {
        embeddingPurpose: 'GENERIC_INDEX',
        embeddingDimension: 1024,
        text: { truncationMode: 'END', value: 'a', new: 1 },
      },
    });
  });
});

it.each([undefined, null, 7])(
  'a value that is %s is refused by its place, and nothing is sent',
  async (value) => {
    const { client, sent } = wire(() => json(vector));
    const values = ['a', value] as string[]; // what the types forbid, and the AI SDK hands on
    const embedded = createEmbeddingModel(cohere, {}, client).doEmbed({ values });
    await expect(embedded).rejects.toThrow(
      expect.objectContaining({
        name: 'AI_InvalidArgumentError',
        message: `value 1 is ${value}, expected a text.`,
      }),
    );
    expect(sent).toEqual([]);
  },
);
