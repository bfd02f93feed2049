// The AI SDK's embedMany: how values are cut into calls, and what comes with them.
import { embedMany } from 'ai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddingModel, embeddingInputs, type EmbeddingModelOptions } from '../src/index.ts';
import { cohere, cohereWire, numberIn, texts, titan } from './numbered-texts.ts';
import { json, wire } from '../../invocation/test/wire.ts';

const logsWarnings = globalThis.AI_SDK_LOG_WARNINGS;
beforeAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = false;
});
afterAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = logsWarnings;
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
          "200 values are embedded by cohere.embed-multilingual-v3 as search queries, which is the default. To store vectors for a search, set { purpose: 'search_document' }; { purpose: 'search_query' } silences this warning.",
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

  it.each([1, 4])('refuses inputs that are not as many as the values: %i', async (count) => {
    const { client } = cohereWire();
    const call = embedMany({
      model: createEmbeddingModel(cohere, { purpose: 'search_document' }, client),
      values: texts(3),
      providerOptions: { bedrock: { inputs: Array.from({ length: count }, () => null) } },
    });
    await expect(call).rejects.toThrow(
      `providerOptions.bedrock.inputs must have one entry for each value; entries: ${count}, values: 3.`,
    );
  });
});
