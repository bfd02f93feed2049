// Answers of Rerank that come in pages: how far they are followed.
import { describe, expect, it } from 'vitest';
import { createRerankingModel } from '../src/index.ts';
import { cohere, region, texts } from './call.ts';
import { json, wire } from '../../invocation/test/wire.ts';

describe('pages', () => {
  const page = (from: number, count: number, nextToken?: string): Response =>
    json({
      results: Array.from({ length: count }, (_, at) => ({
        index: from + at,
        relevanceScore: 1 - (from + at) / 10,
      })),
      ...(nextToken !== undefined && { nextToken }),
    });
  const documents = texts('a', 'b', 'c', 'd', 'e');

  it('are followed to the last', async () => {
    const { client, sent } = wire((_, index) =>
      index === 0 ? page(0, 2, 'two') : index === 1 ? page(2, 2, 'three') : page(4, 1),
    );
    const { ranking, response } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents,
    });
    expect(ranking.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(sent.map(({ body }) => body['nextToken'])).toEqual([undefined, 'two', 'three']);
    expect(response?.body).toHaveLength(3);
  });

  it('are followed as far as is wanted, and the token of the rest is told', async () => {
    const { client, sent } = wire((_, index) => page(index * 2, 2, `after-${index}`));
    const { ranking, providerMetadata } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents,
      topN: 3,
    });
    expect(ranking.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(sent).toHaveLength(2);
    expect(providerMetadata).toEqual({
      bedrock: { requestIds: ['request-1'], nextToken: 'after-1' },
    });
  });

  it('are not followed when the last one filled what is wanted', async () => {
    const { client, sent } = wire((_, index) => page(index * 2, 2, `after-${index}`));
    const { ranking } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents,
      topN: 4,
    });
    expect(ranking.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(sent).toHaveLength(2);
  });

  it('begin at a token of the caller', async () => {
    const { client, sent } = wire(() => page(4, 1));
    const { ranking } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents,
      providerOptions: { bedrock: { nextToken: 'three' } },
    });
    expect(ranking).toEqual([{ index: 4, relevanceScore: 0.6 }]);
    expect(sent.map(({ body }) => body['nextToken'])).toEqual(['three']);
  });

  it('without an end are refused', async () => {
    const { client, sent } = wire(() => json({ results: [], nextToken: 'again' }));
    await expect(
      createRerankingModel(cohere, { region }, client).doRerank({ query: 'q', documents }),
    ).rejects.toThrow('Rerank gave the same nextToken twice; its pages have no end.');
    expect(sent).toHaveLength(2);
  });
});
