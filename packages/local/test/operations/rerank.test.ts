// What Rerank answers where the request leaves something out.
import { createSignedFetch } from '@bedrock-kit/sigv4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench } from '../aws-clients.ts';

let west: Bench;
beforeAll(async () => {
  west = await startBench({ region: 'us-west-2' });
});
afterAll(() => west.close());

describe('Rerank', () => {
  const rerankingConfiguration = {
    type: 'BEDROCK_RERANKING_MODEL',
    bedrockRerankingConfiguration: {
      modelConfiguration: { modelArn: 'arn:aws:bedrock:us-west-2::foundation-model/cohere.rerank-v3-5:0' },
    },
  };

  async function rerank({ url, local }: Bench, sources: readonly object[]): Promise<unknown> {
    const signedFetch = createSignedFetch({
      service: 'bedrock',
      region: local.region,
      credentials: local.credentials,
    });
    const response = await signedFetch(`${url}/rerank`, {
      method: 'POST',
      body: JSON.stringify({
        queries: [{ type: 'TEXT', textQuery: { text: 'x' } }],
        sources: sources.map((document) => ({ type: 'INLINE', inlineDocumentSource: document })),
        rerankingConfiguration,
      }),
    });
    return response.json();
  }

  it('takes a document without its content where no rules are wanted', async () => {
    const lenient = await startBench({ region: 'us-west-2', rules: 'off' });
    expect(await rerank(lenient, [{ type: 'JSON' }])).toEqual({ results: [{ index: 0, relevanceScore: 0 }] });
    await lenient.close();
  });

  it('gives the best five to whoever names no number', async () => {
    const seven = ['a', 'b', 'x', 'd', 'e', 'f', 'g'].map((text) => ({
      type: 'TEXT',
      textDocument: { text },
    }));
    const { results } = (await rerank(west, seven)) as { results: readonly { index: number }[] };
    expect(results.map(({ index }) => index)).toEqual([2, 0, 1, 3, 4]);
  });
});
