// What an answer of Rerank must hold, and what it may lack.
import { describe, expect, it } from 'vitest';
import { createRerankingModel } from '../src/index.ts';
import { cohere, region, texts } from './call.ts';
import { failure } from '../../invocation/test/failure.ts';
import { json, wire } from '../../invocation/test/wire.ts';

describe('an answer that cannot be used is refused, and says why', () => {
  it.each([
    ['no results', {}, 'results is no list'],
    ['null for results', { results: null }, 'results is no list'],
    ['null as a result', { results: [null] }, 'results[0] is no object'],
    [
      'an index beyond the documents',
      { results: [{ index: 2, relevanceScore: 1 }] },
      'results[0].index is 2 for 2 documents',
    ],
    [
      'a negative index',
      { results: [{ index: -1, relevanceScore: 1 }] },
      'results[0].index is -1 for 2 documents',
    ],
    [
      'half an index',
      { results: [{ index: 0.5, relevanceScore: 1 }] },
      'results[0].index is 0.5 for 2 documents',
    ],
    ['no index', { results: [{ relevanceScore: 1 }] }, 'results[0].index is undefined for 2 documents'],
    ['no score', { results: [{ index: 0 }] }, 'results[0].relevanceScore is undefined, not a number'],
    [
      'null for a score',
      { results: [{ index: 0, relevanceScore: null }] },
      'results[0].relevanceScore is null, not a number',
    ],
    [
      'text for a score',
      { results: [{ index: 0, relevanceScore: 'NaN' }] },
      'results[0].relevanceScore is "NaN", not a number',
    ],
    [
      'one document twice',
      {
        results: [
          { index: 1, relevanceScore: 1 },
          { index: 1, relevanceScore: 0.5 },
        ],
      },
      'document 1 is ranked twice',
    ],
  ])('%s', async (_, body, why) => {
    const { client } = wire(() => json(body));
    const error = await failure(
      createRerankingModel(cohere, { region }, client).doRerank({ query: 'q', documents: texts('a', 'b') }),
    );
    expect(error).toMatchObject({
      name: 'AI_InvalidResponseDataError',
      message: `Unusable answer of the reranking model: ${why}.`,
    });
  });

  it('a request id, a date or a header that is missing is not missed', async () => {
    const { client } = wire(() => new Response('{"results":[{"index":0,"relevanceScore":1}]}'));
    const result = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents: texts('a'),
    });
    expect(result).toEqual({
      ranking: [{ index: 0, relevanceScore: 1 }],
      warnings: [],
      response: {
        modelId: cohere,
        headers: { 'content-type': 'text/plain;charset=UTF-8' },
        body: { results: [{ index: 0, relevanceScore: 1 }] },
      },
    });
  });
});
