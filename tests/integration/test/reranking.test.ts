// Both reranking models against the local Bedrock, by either operation: it verifies signatures and ranks by words.
import { createLocalBedrock } from '@bedrock-kit/local';
import { createAmazonBedrock } from '@bedrock-kit/provider';
import { createRerankingModel } from '@bedrock-kit/reranking';
import { createClient, sigv4Auth } from '@bedrock-kit/runtime';
import { rerank } from 'ai';
import { describe, expect, test } from 'vitest';

const local = createLocalBedrock();
const client = createClient({
  region: local.region,
  fetch: local.fetch,
  authorize: sigv4Auth({ credentials: local.credentials }),
});
const documents = [
  'Bread is baked for an hour.',
  'The bicycle was invented in the nineteenth century.',
  'Interest rates were raised by the bank.',
];

describe.each(['cohere.rerank-v3-5:0', 'amazon.rerank-v1:0'])('%s', (id) => {
  describe.each(['Rerank', 'InvokeModel'] as const)('by %s', (operation) => {
    const model = createRerankingModel(id, { operation }, client);

    test('puts the relevant document first', async () => {
      const { ranking, rerankedDocuments } = await rerank({
        model,
        query: 'When was the bicycle invented?',
        documents,
      });
      expect(rerankedDocuments[0]).toBe(documents[1]);
      expect(ranking).toHaveLength(3);
      const scores = ranking.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((left, right) => right - left));
    });

    // Rerank gives the best five of them to whoever names no number.
    test('gives all documents to whoever names no number', async () => {
      const seven = Array.from({ length: 7 }, (_, index) => `Note ${index} about trains.`);
      const { ranking } = await rerank({ model, query: 'trains', documents: seven });
      expect(ranking).toHaveLength(7);
    });

    test('ranks objects', async () => {
      const { rerankedDocuments } = await rerank({
        model,
        query: 'interest rates of a bank',
        documents: documents.map((text, page) => ({ page, text })),
        topN: 1,
      });
      expect(rerankedDocuments).toEqual([{ page: 2, text: documents[2] }]);
    });

    test('finds one document among 2,500', async () => {
      const many = Array.from({ length: 2500 }, (_, index) =>
        index === 1700 ? 'A heron stands in the marsh.' : `Note ${index} about trains.`,
      );
      const { ranking } = await rerank({ model, query: 'a heron in the marsh', documents: many, topN: 3 });
      expect(ranking).toHaveLength(3);
      expect(ranking[0]).toMatchObject({ originalIndex: 1700, document: 'A heron stands in the marsh.' });
    });
  });
});

test('the provider made of what local has is refused with its API key, and ranks without, as the README of local says', async () => {
  const { fetch, region, credentials } = local;
  const withKey = createAmazonBedrock({ fetch, region, ...credentials });
  const question = { query: 'b', documents: ['a', 'b'], topN: 1 };
  await expect(rerank({ model: withKey.reranking('cohere.rerank-v3-5:0'), ...question })).rejects.toThrow(
    'does not support API Keys',
  );
  const signing = createAmazonBedrock({ fetch, region, ...credentials, apiKey: undefined });
  const { rerankedDocuments } = await rerank({
    model: signing.reranking('cohere.rerank-v3-5:0'),
    ...question,
  });
  expect(rerankedDocuments).toEqual(['b']);
});
