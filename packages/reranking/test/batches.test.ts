// More documents than a request takes: how they are sent, and how their rankings become one.
import { describe, expect, it } from 'vitest';
import { createRerankingModel } from '../src/index.ts';
import { cohere, region, texts } from './call.ts';
import { json, type Sent, wire } from '../../invocation/test/wire.ts';

/** How many sources a request has. */
const sourcesIn = (body: Sent['body']): number => (body['sources'] as unknown[]).length;

describe('more documents than a request takes', () => {
  const values = Array.from({ length: 2500 }, (_, index) => `document ${index}`);

  it('are ranked in batches of 1,000 and merged by score', async () => {
    // Each batch ranks its own; the score follows from the number of the document, so that the merged order is known.
    const { client, sent } = wire((body) => {
      const sources = body['sources'] as { inlineDocumentSource: { textDocument: { text: string } } }[];
      const scored = sources.map(({ inlineDocumentSource: { textDocument } }, index) => ({
        index,
        relevanceScore: (Number(/\d+/.exec(textDocument.text)?.[0]) * 7919) % 2503,
      }));
      return json({ results: scored.sort((left, right) => right.relevanceScore - left.relevanceScore) });
    });
    const { ranking } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents: texts(...values),
    });
    expect(sent.map(({ body }) => sourcesIn(body)).sort((left, right) => left - right)).toEqual([
      500, 1000, 1000,
    ]);
    const expected = values
      .map((_, index) => ({ index, relevanceScore: (index * 7919) % 2503 }))
      .sort((left, right) => right.relevanceScore - left.relevanceScore);
    expect(ranking).toEqual(expected);
  });

  it('are ranked in batches of the size that the setting has', async () => {
    const { client, sent } = wire(() => json({ results: [] }));
    const model = createRerankingModel(cohere, { region, maxDocumentsPerCall: 2 }, client);
    await model.doRerank({ query: 'q', documents: texts('a', 'b', 'c') });
    await model.doRerank({ query: 'q', documents: texts('a', 'b', 'c', 'd') });
    expect(sent.map(({ body }) => sourcesIn(body))).toEqual([2, 1, 2, 2]);
  });

  it('give the best of all batches for top-n', async () => {
    const { client, sent } = wire((body) => {
      const isLast = sourcesIn(body) === 500;
      return json({
        results: [
          { index: 7, relevanceScore: isLast ? 0.9 : 0.5 },
          { index: 8, relevanceScore: isLast ? 0.8 : 0.4 },
        ],
      });
    });
    const { ranking } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents: texts(...values),
      topN: 2,
    });
    expect(ranking).toEqual([
      { index: 2007, relevanceScore: 0.9 },
      { index: 2008, relevanceScore: 0.8 },
    ]);
    for (const { body } of sent) {
      expect(body).toMatchObject({
        rerankingConfiguration: { bedrockRerankingConfiguration: { numberOfResults: 2 } },
      });
    }
  });

  it('leave no place for a nextToken', async () => {
    const { client } = wire(() => json({ results: [] }));
    await expect(
      createRerankingModel(cohere, { region }, client).doRerank({
        query: 'q',
        documents: texts(...values),
        providerOptions: { bedrock: { nextToken: 'x' } },
      }),
    ).rejects.toThrow('nextToken continues one request to Rerank; this call makes 3 to Rerank.');
  });

  it('tell none either: that of one batch would continue no call', async () => {
    const { client } = wire(() => json({ results: [{ index: 0, relevanceScore: 1 }], nextToken: 'more' }));
    const { providerMetadata } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents: texts(...values),
      topN: 1,
    });
    expect(providerMetadata).toEqual({ bedrock: { requestIds: ['request-1', 'request-1', 'request-1'] } });
  });

  it('go out a few at a time', async () => {
    let running = 0;
    let most = 0;
    const { client } = wire(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      return json({ results: [] });
    });
    const settings = { region, maxDocumentsPerCall: 100, maxParallelCalls: 3 };
    await createRerankingModel(cohere, settings, client).doRerank({
      query: 'q',
      documents: texts(...values),
    });
    expect(most).toBe(3);
  });
});
