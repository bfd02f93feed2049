import { describe, expect, it } from 'vitest';
import { rank } from '../../src/ranking/lexical-rank.ts';
import { invoking, refusalOf } from '../invoke-model.ts';

const invoke = invoking({ region: 'us-west-2' });

const documents = [
  'Berlin is in Germany.',
  'Paris is the capital and largest city of France.',
  'The Eiffel Tower was built in 1889.',
  'To reset your password, open the settings and choose Security.',
  'An order can be returned within 30 days for a full refund.',
  'Bread is baked from flour, water and salt.',
];

it.each([
  ['What is the capital of France?', 1],
  ['When was the Eiffel Tower built?', 2],
  ['I forgot my login credentials', 3],
  ['How do I get my money back?', 4],
  ['recipe for bread', 5],
])('the first document for %j is number %d', (query, index) => {
  expect(rank(query, documents)[0]?.index).toBe(index);
});

it('scores fall from at most 1 to 0, which is for documents without a word in common', () => {
  const scores = rank('capital of France', documents).map(({ score }) => score);
  expect([...scores].sort((left, right) => right - left)).toEqual(scores);
  expect(scores[0]).toBeGreaterThan(0.5);
  expect(scores[0]).toBeLessThanOrEqual(1);
  expect(scores.at(-1)).toBe(0);
});

it('the query itself as a document scores 1, and what says more, or lacks words that no document has, a little less', () => {
  const titles = ['red bicycle', 'red car on the road', 'green tree'];
  expect(rank('red bicycle', titles)[0]).toEqual({ index: 0, score: 1 });
  for (const query of ['car', 'bicycle zeppelin airship submarine']) {
    const score = rank(query, titles)[0]?.score;
    expect(score).toBeGreaterThan(0.5);
    expect(score).toBeLessThan(0.9);
  }
});

it('documents of equal worth keep their order', () => {
  expect(rank('bread', ['bread', 'stone', 'bread', 'stone']).map(({ index }) => index)).toEqual([0, 2, 1, 3]);
});

describe.each([
  ['Cohere Rerank', 'cohere.rerank-v3-5:0', { api_version: 2 }],
  ['Amazon Rerank', 'amazon.rerank-v1:0', {}],
])('%s on InvokeModel', (_name, modelId, version) => {
  const asked = { query: 'capital of France', documents, ...version };

  it('answers with every document, the best first', async () => {
    const { body } = await invoke(modelId, asked);
    const results = body['results'] as { index: number; relevance_score: number }[];
    expect(results.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(results[0]).toEqual({ index: 1, relevance_score: expect.any(Number) as number });
  });

  it('answers with as many as asked for', async () => {
    const { body } = await invoke(modelId, { ...asked, top_n: 2 });
    expect(body['results']).toHaveLength(2);
  });

  it('refuses a body without query, without documents, and with none', async () => {
    const { query } = asked;
    expect(await refusalOf(invoke(modelId, { documents, ...version }))).toContain('required key [query]');
    expect(await refusalOf(invoke(modelId, { query, ...version }))).toContain('required key [documents]');
    expect(await refusalOf(invoke(modelId, { query, documents: [], ...version }))).toContain('found: 0');
  });
});

it('Cohere Rerank refuses a body without its version', async () => {
  expect(await refusalOf(invoke('cohere.rerank-v3-5:0', { query: 'x', documents }))).toContain(
    'required key [api_version] not found',
  );
});

it('Amazon Rerank refuses a body with the version of Cohere', async () => {
  expect(await refusalOf(invoke('amazon.rerank-v1:0', { api_version: 2, query: 'x', documents }))).toContain(
    'Malformed input request: extraneous key [api_version] is not permitted',
  );
});
