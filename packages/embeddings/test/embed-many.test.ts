import { APICallError, embed, embedMany } from 'ai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createEmbeddingModel,
  embeddingInput,
  embeddingInputs,
  type EmbeddingModelOptions,
} from '../src/index.ts';
import { json, refusal, throttled, wire } from '../../invocation/test/wire.ts';

const titan = 'amazon.titan-embed-text-v2:0';
const cohere = 'cohere.embed-multilingual-v3';
const texts = (count: number): string[] => Array.from({ length: count }, (_, index) => `text ${index}`);

// The vector of a text holds the number in it, so that a wrong order shows.
const numberIn = (text: unknown): number => Number(/\d+/.exec(String(text))?.[0]);

const logsWarnings = globalThis.AI_SDK_LOG_WARNINGS;
beforeAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = false;
});
afterAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = logsWarnings;
});

function cohereWire() {
  return wire((body) => {
    const values = body['texts'] as string[];
    return json(
      { embeddings: values.map((value) => [numberIn(value)]) },
      { 'x-amzn-bedrock-input-token-count': String(values.length) },
    );
  });
}

describe('embed', () => {
  it('gives vector, usage and response', async () => {
    const { client } = wire(() => json({ embedding: [0.5], inputTextTokenCount: 3 }));
    const result = await embed({ model: createEmbeddingModel(titan, {}, client), value: 'a red bicycle' });
    expect({
      embedding: result.embedding,
      usage: result.usage,
      metadata: result.providerMetadata,
      body: result.response?.body,
    }).toEqual({
      embedding: [0.5],
      usage: { tokens: 3 },
      metadata: { bedrock: { requestId: 'request-1' } },
      body: { embedding: [0.5], inputTextTokenCount: 3 },
    });
  });

  it('takes an image through embeddingInput', async () => {
    const { client, sent } = wire(() => json({ embedding: [0.5] }));
    await embed({
      model: createEmbeddingModel('amazon.titan-embed-image-v1', {}, client),
      ...embeddingInput({
        text: 'a dot',
        image: { data: new Uint8Array([1, 2, 3]), mediaType: 'image/png' },
      }),
    });
    expect(sent[0]?.body).toEqual({ inputText: 'a dot', inputImage: 'AQID' });
  });

  it('is tried again after a throttled call', async () => {
    const { client, sent } = wire((_, index) =>
      index === 0 ? throttled() : json({ embedding: [1], inputTextTokenCount: 1 }),
    );
    const { embedding } = await embed({ model: createEmbeddingModel(titan, {}, client), value: 'a' });
    expect(embedding).toEqual([1]);
    expect(sent).toHaveLength(2);
  });
});

describe('embedMany', () => {
  it('embeds 1,000 values with Cohere in 11 requests, in order', async () => {
    const { client, sent } = cohereWire();
    const values = texts(1000);
    const { embeddings, usage, responses } = await embedMany({
      model: createEmbeddingModel(cohere, { purpose: 'search_document' }, client),
      values,
    });
    expect(embeddings).toEqual(values.map((_, index) => [index]));
    expect(usage).toEqual({ tokens: 1000 });
    expect(responses).toHaveLength(11);
    expect(sent.map(({ body }) => (body['texts'] as string[]).length).sort()).toEqual([
      40, 96, 96, 96, 96, 96, 96, 96, 96, 96, 96,
    ]);
  });

  it('embeds 1,000 values with Titan in as many requests, 8 of them at a time, in order', async () => {
    let running = 0;
    let most = 0;
    const { client, sent } = wire(async (body) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      return json({ embedding: [numberIn(body['inputText'])], inputTextTokenCount: 2 });
    });
    const values = texts(1000);
    const { embeddings, usage } = await embedMany({ model: createEmbeddingModel(titan, {}, client), values });
    expect(embeddings).toEqual(values.map((_, index) => [index]));
    expect(usage).toEqual({ tokens: 2000 });
    expect(sent).toHaveLength(1000);
    expect(most).toBe(8);
  });

  it.each([titan, 'amazon.nova-2-multimodal-embeddings-v1:0', 'us.twelvelabs.marengo-embed-3-0-v1:0'])(
    'sends %s one value a request, also where the setting wants more of them in a call',
    async (id) => {
      const { client, sent } = wire((body) => {
        const embedding = [Number(/text (\d)/.exec(JSON.stringify(body))?.[1])];
        return json({ embedding, embeddings: [{ embedding }], data: { embedding } });
      });
      const { embeddings } = await embedMany({
        model: createEmbeddingModel(id, { maxEmbeddingsPerCall: 4 }, client),
        values: texts(6),
      });
      expect({ embeddings, requests: sent.length }).toEqual({
        embeddings: [[0], [1], [2], [3], [4], [5]],
        requests: 6,
      });
    },
  );

  it('cuts 97 texts into 96 and 1', async () => {
    const { client, sent } = cohereWire();
    const options: EmbeddingModelOptions = { truncate: 'END' };
    await embedMany({
      model: createEmbeddingModel(cohere, { purpose: 'search_document' }, client),
      values: texts(97),
      providerOptions: { bedrock: options },
    });
    expect(sent.map(({ body }) => (body['texts'] as string[]).length)).toEqual([96, 1]);
  });

  it('names the values of a call that failed', async () => {
    const { client } = wire((body) => {
      const values = body['texts'] as string[];
      if (values.includes('text 96')) return refusal(400, 'ValidationException', 'Malformed input request.');
      return json({ embeddings: values.map(() => [1]) });
    });
    const error: unknown = await embedMany({
      model: createEmbeddingModel(cohere, { purpose: 'search_document' }, client),
      values: texts(200),
    }).then(undefined, (reason: unknown) => reason);
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^values 96 to 191 of 200: .*Malformed input request\./) as string,
      statusCode: 400,
    });
  });

  it('names the values of an answer that cannot be used', async () => {
    const { client } = wire((body) =>
      json({ embeddings: (body['texts'] as string[]).map((_, at) => [at === 2 ? null : 1]) }),
    );
    const call = embedMany({
      model: createEmbeddingModel(cohere, { purpose: 'search_document', maxEmbeddingsPerCall: 3 }, client),
      values: texts(5),
    });
    await expect(call).rejects.toThrow(
      'values 0 to 2 of 5: Unusable answer of the embedding model: embeddings[2][0] is null, not a number',
    );
  });

  it('sends no more once a call failed for good', async () => {
    const { client, sent } = wire((_, index) =>
      index === 0
        ? refusal(403, 'AccessDeniedException', 'You may not.')
        : json({ embedding: [1], inputTextTokenCount: 1 }),
    );
    const model = createEmbeddingModel(titan, { maxParallelCalls: 1 }, client);
    const values = texts(50);
    await expect(embedMany({ model, values })).rejects.toThrow(/^value 0 of 50: .*You may not\./);
    // Whatever was waiting behind the first has had its turn by now.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent).toHaveLength(1);
    // Another attempt with the very same values starts afresh.
    expect((await embedMany({ model, values })).embeddings).toHaveLength(50);
  });

  it('goes on beside another embedMany of the same values, with other options, that failed for good', async () => {
    const { client } = wire(async (body) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return body['dimensions'] === 512
        ? refusal(400, 'ValidationException', 'Not today.')
        : json({ embedding: [numberIn(body['inputText'])], inputTextTokenCount: 1 });
    });
    const model = createEmbeddingModel(titan, {}, client);
    const values = texts(6);
    const [good, bad] = await Promise.allSettled(
      [256, 512].map((dimensions) =>
        embedMany({ model, values, maxParallelCalls: 1, providerOptions: { bedrock: { dimensions } } }),
      ),
    );
    expect(good).toMatchObject({ value: { embeddings: [[0], [1], [2], [3], [4], [5]] } });
    expect(bad).toMatchObject({
      reason: { message: expect.stringMatching(/^value 0 of 6: .*Not today\./) as string },
    });
  });

  it('goes on after a call that was throttled', async () => {
    const { client, sent } = wire((body, index) =>
      index === 0 ? throttled() : json({ embedding: [numberIn(body['inputText'])], inputTextTokenCount: 1 }),
    );
    const { embeddings } = await embedMany({
      model: createEmbeddingModel(titan, {}, client),
      values: texts(3),
    });
    expect(embeddings).toEqual([[0], [1], [2]]);
    expect(sent).toHaveLength(4);
  });

  it('warns once that many values are embedded as queries by default', async () => {
    const { client } = cohereWire();
    const { warnings } = await embedMany({
      model: createEmbeddingModel(cohere, {}, client),
      values: texts(200),
    });
    expect(warnings).toEqual([
      {
        type: 'other',
        message:
          "200 values are embedded by cohere.embed-multilingual-v3 as search queries, which is the default. For vectors that are stored to be searched say { purpose: 'search_document' }; { purpose: 'search_query' } confirms the default.",
      },
    ]);
  });

  it.each(['search_query', 'search_document'])(
    'does not warn when the purpose %s is given',
    async (purpose) => {
      const { client, sent } = cohereWire();
      const { warnings } = await embedMany({
        model: createEmbeddingModel(cohere, {}, client),
        values: texts(3),
        providerOptions: { bedrock: { purpose } },
      });
      expect(warnings).toEqual([]);
      expect(sent[0]?.body['input_type']).toBe(purpose);
    },
  );

  it('cuts the inputs as it cuts the values', async () => {
    const { client, sent } = wire((body) =>
      json({ embedding: [String(body['inputImage'] ?? body['inputText']).length] }),
    );
    const { embeddings } = await embedMany({
      model: createEmbeddingModel('amazon.titan-embed-image-v1', {}, client),
      ...embeddingInputs(
        ['cat', { image: { data: 'AAAA', mediaType: 'image/png' } }, { text: 'a red cat' }],
        {
          dimensions: 256,
        },
      ),
    });
    const embeddingConfig = { outputEmbeddingLength: 256 };
    expect(sent.map(({ body }) => body)).toEqual([
      { inputText: 'cat', embeddingConfig },
      { inputImage: 'AAAA', embeddingConfig },
      { inputText: 'a red cat', embeddingConfig },
    ]);
    expect(embeddings).toEqual([[3], [4], [9]]);
  });

  it('refuses inputs that are not as many as the values', async () => {
    const { client } = cohereWire();
    const call = embedMany({
      model: createEmbeddingModel(cohere, { purpose: 'search_document' }, client),
      values: texts(3),
      providerOptions: { bedrock: { inputs: [null] } },
    });
    await expect(call).rejects.toThrow('providerOptions.bedrock.inputs has 1 entries for 3 values');
  });

  it('sends nothing when one of the values is refused, so that no failure is left without a listener', async () => {
    const unheard: unknown[] = [];
    const listen = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', listen);
    const { client, sent } = wire(() => refusal(403, 'AccessDeniedException', 'You may not.'));
    const call = embedMany({
      model: createEmbeddingModel('cohere.embed-english-v3', { purpose: 'search_document' }, client),
      ...embeddingInputs(['a text', { text: 'a cat', image: { data: 'AAAA', mediaType: 'image/png' } }]),
    });
    await expect(call).rejects.toThrow('value 1: cohere.embed-english-v3 takes a text or one image.');
    // Whatever was under way has failed by now.
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', listen);
    expect({ sent, unheard }).toEqual({ sent: [], unheard: [] });
  });

  it('stops waiting when it is aborted', async () => {
    const controller = new AbortController();
    const { client, sent } = wire((_, index) => {
      if (index === 2) controller.abort();
      return json({ embedding: [1], inputTextTokenCount: 1 });
    });
    const call = embedMany({
      model: createEmbeddingModel(titan, { maxParallelCalls: 1 }, client),
      values: texts(100),
      abortSignal: controller.signal,
    });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent.length).toBeLessThan(5);
  });
});
