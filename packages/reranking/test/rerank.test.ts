import { rerank } from 'ai';
import { describe, expect, it } from 'vitest';
import { createRerankingModel, type RerankingModelOptions } from '../src/index.ts';
import { json, type Sent, throttled, wire } from '../../invocation/test/wire.ts';

const model = 'cohere.rerank-v3-5:0';

/** Scores a text by how many words of the query it has. */
function answer(body: Sent['body']): Response {
  const [query] = body['queries'] as { textQuery: { text: string } }[];
  const words = query?.textQuery.text.split(' ') ?? [];
  const sources = body['sources'] as { inlineDocumentSource: object }[];
  const results = sources.map(({ inlineDocumentSource }, index) => {
    const text = JSON.stringify(inlineDocumentSource);
    return { index, relevanceScore: words.filter((word) => text.includes(word)).length / words.length };
  });
  return json({ results: results.sort((left, right) => right.relevanceScore - left.relevanceScore) });
}

describe('rerank', () => {
  it('puts the relevant text first', async () => {
    const { client } = wire(answer);
    const { ranking, rerankedDocuments, response } = await rerank({
      model: createRerankingModel(model, { region: 'us-east-1' }, client),
      query: 'red bicycle',
      documents: ['a green car', 'a red bicycle', 'a red car'],
      topN: 2,
    });
    expect(rerankedDocuments).toEqual(['a red bicycle', 'a red car']);
    expect(ranking).toEqual([
      { originalIndex: 1, score: 1, document: 'a red bicycle' },
      { originalIndex: 2, score: 0.5, document: 'a red car' },
    ]);
    expect(response.id).toBe('request-1');
  });

  it('ranks objects', async () => {
    const { client } = wire(answer);
    const options: RerankingModelOptions = { operation: 'Rerank' };
    const { rerankedDocuments } = await rerank({
      model: createRerankingModel(model, { region: 'us-east-1' }, client),
      query: 'red bicycle',
      documents: [{ title: 'a green car' }, { title: 'a red bicycle' }],
      providerOptions: { bedrock: options },
    });
    expect(rerankedDocuments).toEqual([{ title: 'a red bicycle' }, { title: 'a green car' }]);
  });

  it('ranks 2,500 documents in three requests', async () => {
    const { client, sent } = wire(answer);
    const documents = Array.from({ length: 2500 }, (_, index) =>
      index === 2400 ? 'a red bicycle' : `car ${index}`,
    );
    const { rerankedDocuments } = await rerank({
      model: createRerankingModel(model, { region: 'us-east-1' }, client),
      query: 'red bicycle',
      documents,
      topN: 1,
    });
    expect(rerankedDocuments).toEqual(['a red bicycle']);
    expect(sent).toHaveLength(3);
  });

  it('is tried again after a throttled call', async () => {
    const { client, sent } = wire((body, index) => (index === 0 ? throttled() : answer(body)));
    const { rerankedDocuments } = await rerank({
      model: createRerankingModel(model, { region: 'us-east-1' }, client),
      query: 'red',
      documents: ['green', 'red'],
    });
    expect(rerankedDocuments).toEqual(['red', 'green']);
    expect(sent).toHaveLength(2);
  });
});
