import { embed, embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import { createEmbeddingModel, embeddingsByType } from '../src/index.ts';
import { json, wire } from '../../invocation/test/wire.ts';

describe('embeddingsByType', () => {
  it('reads every format of all answers of embedMany, in order', async () => {
    const { client } = wire((body) => {
      const values = body['texts'] as string[];
      return json({
        embeddings: {
          float: values.map((text) => [text.length + 0.5]),
          ubinary: values.map((text) => [text.length]),
        },
      });
    });
    const model = createEmbeddingModel(
      'cohere.embed-v4:0',
      { purpose: 'search_document', embeddingTypes: ['float', 'ubinary'], maxEmbeddingsPerCall: 2 },
      client,
    );
    const result = await embedMany({ model, values: ['a', 'bb', 'ccc'] });
    expect(result.embeddings).toEqual([[1.5], [2.5], [3.5]]);
    expect(embeddingsByType(result, 'ubinary')).toEqual([[1], [2], [3]]);
    expect(embeddingsByType(result, 'float')).toEqual(result.embeddings);
    expect(embeddingsByType(result, 'int8')).toEqual([]);
  });

  it('reads the answer of embed', async () => {
    const { client } = wire(() =>
      json({ embedding: [0.5], embeddingsByType: { float: [0.5], binary: [1] } }),
    );
    const model = createEmbeddingModel(
      'amazon.titan-embed-text-v2:0',
      { embeddingTypes: ['float', 'binary'] },
      client,
    );
    const result = await embed({ model, value: 'a' });
    expect(embeddingsByType(result, 'binary')).toEqual([[1]]);
  });

  it('reads floats that came as a bare list', () => {
    expect(embeddingsByType({ response: { body: { embeddings: [[1], [2]] } } }, 'float')).toEqual([[1], [2]]);
  });

  it.each([undefined, null, 'text', {}, { embeddings: null }])('finds nothing in %j', (body) => {
    expect(embeddingsByType({ responses: [undefined, { body }] }, 'float')).toEqual([]);
  });
});
