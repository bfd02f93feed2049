// Every family of embedding models against the local Bedrock: signatures verified, bodies parsed, vectors of real numbers.
import {
  createEmbeddingModel,
  embeddingInput,
  embeddingInputs,
  embeddingsByType,
} from '@bedrock-kit/embeddings';
import { createLocalBedrock } from '@bedrock-kit/local';
import { createClient, sigv4Auth } from '@bedrock-kit/runtime';
import { APICallError, cosineSimilarity, embed, embedMany } from 'ai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const local = createLocalBedrock({ availability: 'ignore' });
const client = createClient({
  region: local.region,
  fetch: local.fetch,
  authorize: sigv4Auth({ credentials: local.credentials }),
});

const logsWarnings = globalThis.AI_SDK_LOG_WARNINGS;
beforeAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = false;
});
afterAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = logsWarnings;
});

const families: readonly (readonly [id: string, dimensions: number])[] = [
  ['amazon.titan-embed-text-v1', 1536],
  ['amazon.titan-embed-text-v2:0', 1024],
  ['amazon.titan-embed-image-v1', 1024],
  ['cohere.embed-english-v3', 1024],
  ['cohere.embed-multilingual-v3', 1024],
  ['us.cohere.embed-v4:0', 1536],
  ['amazon.nova-2-multimodal-embeddings-v1:0', 1024],
  ['us.twelvelabs.marengo-embed-2-7-v1:0', 1024],
  ['us.twelvelabs.marengo-embed-3-0-v1:0', 512],
];

describe.each(families)('%s', (id, dimensions) => {
  const documents = [
    'A dog runs through the park.',
    'The bank raised its interest rates.',
    'Bake the bread for an hour.',
  ];

  test('puts what is alike nearer than what is not', async () => {
    const model = createEmbeddingModel(id, {}, client);
    const { embeddings } = await embedMany({
      model,
      values: documents,
      providerOptions: { bedrock: { purpose: 'search_document' } },
    });
    const { embedding } = await embed({
      model,
      value: 'a puppy in a park',
      providerOptions: { bedrock: { purpose: 'search_query' } },
    });
    const [dog = 0, ...others] = embeddings.map((vector) => cosineSimilarity(vector, embedding));
    for (const other of others) expect(dog).toBeGreaterThan(other + 0.1);
    expect(embeddings.map(({ length }) => length)).toEqual([dimensions, dimensions, dimensions]);
  });

  test('embeds 1,000 values in their order', async () => {
    const model = createEmbeddingModel(id, { purpose: 'search_document' }, client);
    const values = Array.from(
      { length: 1000 },
      (_, index) => `Document ${index} about ${documents[index % 3] ?? ''}`,
    );
    const { embeddings, usage } = await embedMany({ model, values });
    expect(embeddings).toHaveLength(1000);
    for (const index of [0, 95, 96, 500, 999]) {
      const { embedding } = await embed({ model, value: values[index] ?? '' });
      expect(cosineSimilarity(embedding, embeddings[index] ?? [])).toBeCloseTo(1, 6);
    }
    expect(Number.isNaN(usage.tokens) || usage.tokens > 1000).toBe(true);
  });
});

describe('dimensions and number formats', () => {
  test.each([
    ['amazon.titan-embed-text-v2:0', [256, 512, 1024]],
    ['amazon.titan-embed-image-v1', [256, 384, 1024]],
    ['us.cohere.embed-v4:0', [256, 512, 1024, 1536]],
    ['amazon.nova-2-multimodal-embeddings-v1:0', [256, 384, 1024, 3072]],
  ] as const)('%s gives vectors of %j numbers', async (id, lengths) => {
    const model = createEmbeddingModel(id, { purpose: 'search_query' }, client);
    for (const dimensions of lengths) {
      const { embedding } = await embed({ model, value: 'a dog', dimensions });
      expect(embedding).toHaveLength(dimensions);
    }
  });

  test('Cohere gives every format, and the floats agree with the bytes', async () => {
    const model = createEmbeddingModel(
      'us.cohere.embed-v4:0',
      {
        purpose: 'search_document',
        dimensions: 256,
        embeddingTypes: ['float', 'int8', 'uint8', 'binary', 'ubinary'],
      },
      client,
    );
    const result = await embedMany({ model, values: ['a dog', 'a bank'] });
    const [float] = result.embeddings;
    expect(embeddingsByType(result, 'float')).toEqual(result.embeddings);
    const [int8 = []] = embeddingsByType(result, 'int8');
    const [uint8 = []] = embeddingsByType(result, 'uint8');
    const [binary = []] = embeddingsByType(result, 'binary');
    const [ubinary = []] = embeddingsByType(result, 'ubinary');
    expect([int8.length, uint8.length, binary.length, ubinary.length]).toEqual([256, 256, 32, 32]);
    expect(cosineSimilarity(int8, float ?? [])).toBeGreaterThan(0.95);
    expect([...Int8Array.from(int8)]).toEqual(int8);
    expect([...Uint8Array.from(uint8)]).toEqual(uint8);
    expect([...Int8Array.from(binary)]).toEqual(binary);
    expect([...Uint8Array.from(ubinary)]).toEqual(ubinary);
  });

  test('Titan gives floats and bits', async () => {
    const model = createEmbeddingModel(
      'amazon.titan-embed-text-v2:0',
      { embeddingTypes: ['float', 'binary'] },
      client,
    );
    const result = await embed({ model, value: 'a dog' });
    const [bits = []] = embeddingsByType(result, 'binary');
    expect(bits).toHaveLength(1024);
    expect(new Set(bits)).toEqual(new Set([0, 1]));
    expect(result.embedding).toHaveLength(1024);
  });
});

describe('images', () => {
  // One pixel each, black and white.
  const black =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
  const image = { data: black, mediaType: 'image/png' };

  test.each([
    'amazon.titan-embed-image-v1',
    'cohere.embed-english-v3',
    'us.cohere.embed-v4:0',
    'amazon.nova-2-multimodal-embeddings-v1:0',
    'us.twelvelabs.marengo-embed-2-7-v1:0',
    'us.twelvelabs.marengo-embed-3-0-v1:0',
  ])('%s embeds an image between texts', async (id) => {
    const model = createEmbeddingModel(id, { purpose: 'search_document' }, client);
    const { embeddings } = await embedMany({ model, ...embeddingInputs(['a dog', { image }, 'a bank']) });
    const { embedding } = await embed({ model, ...embeddingInput({ image }) });
    expect(embeddings).toHaveLength(3);
    expect(cosineSimilarity(embeddings[1] ?? [], embedding)).toBeCloseTo(1, 6);
    expect(cosineSimilarity(embeddings[0] ?? [], embedding)).toBeLessThan(0.99);
  });

  test.each(['amazon.titan-embed-image-v1', 'us.cohere.embed-v4:0', 'us.twelvelabs.marengo-embed-3-0-v1:0'])(
    '%s embeds a text and an image as one',
    async (id) => {
      const model = createEmbeddingModel(id, { purpose: 'search_document' }, client);
      const { embedding: both } = await embed({ model, ...embeddingInput({ text: 'a dog', image }) });
      const { embedding: text } = await embed({ model, value: 'a dog' });
      expect(both).toHaveLength(text.length);
      expect(cosineSimilarity(both, text)).toBeLessThan(0.9999);
    },
  );
});

test('a refusal names the values that it is about', async () => {
  const settings = { purpose: 'search_document', truncate: 'NONE' } as const;
  const model = createEmbeddingModel('cohere.embed-english-v3', settings, client);
  const values = Array.from({ length: 100 }, (_, index) =>
    index === 98 ? 'x'.repeat(3000) : `text ${index}`,
  );
  const error: unknown = await embedMany({ model, values }).then(undefined, (reason: unknown) => reason);
  expect(APICallError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({
    message: expect.stringMatching(/^values 96 to 99 of 100: /) as string,
    statusCode: 400,
  });
});
