// What a model is sent through InvokeModel in place of Rerank.
import { describe, expect, it } from 'vitest';
import { createRerankingModel } from '../src/index.ts';
import { amazon, cohere, region, texts } from './call.ts';
import { json, text, wire } from '../../invocation/test/wire.ts';

describe('InvokeModel', () => {
  it.each([
    [cohere, { query: 'a cat', documents: ['cats', 'dogs'], top_n: 1, api_version: 2 }],
    [amazon, { query: 'a cat', documents: ['cats', 'dogs'], top_n: 1 }],
  ])('is sent the body of %s', async (id, body) => {
    const { client, sent } = wire(() => json({ results: [{ index: 0, relevance_score: 0.75 }] }));
    const { ranking } = await createRerankingModel(id, { operation: 'InvokeModel' }, client).doRerank({
      query: 'a cat',
      documents: texts('cats', 'dogs'),
      topN: 1,
    });
    expect(sent).toEqual([
      {
        url: `https://bedrock-runtime.us-east-1.amazonaws.com/model/${encodeURIComponent(id)}/invoke`,
        headers: expect.objectContaining({ accept: 'application/json' }) as object,
        body,
      },
    ]);
    expect(ranking).toEqual([{ index: 0, relevanceScore: 0.75 }]);
  });

  it('is asked for no more results than there are documents, and its answer is the body of the response', async () => {
    const answer = { results: [{ index: 0, relevance_score: 0.75 }] };
    const { client, sent } = wire(() => json(answer));
    const model = createRerankingModel(cohere, { operation: 'InvokeModel' }, client);
    const { response, warnings } = await model.doRerank({
      query: 'a',
      documents: texts('b', 'c'),
      topN: 5,
    });
    expect(sent).toMatchObject([{ body: { top_n: 2 } }]);
    expect([response?.body, warnings]).toEqual([answer, []]);
  });

  // RerankTextDocument, which has limits, is a shape of the operation Rerank alone.
  it('is sent texts of any length, which Rerank would refuse', async () => {
    const { client, sent } = wire(() => json({ results: [{ index: 0, relevance_score: 1 }] }));
    const long = 'a'.repeat(32_001);
    const model = createRerankingModel(cohere, { operation: 'InvokeModel' }, client);
    await model.doRerank({ query: long, documents: texts(long, '') });
    expect(sent.map(({ body }) => body)).toEqual([{ query: long, documents: [long, ''], api_version: 2 }]);
    const listed = createRerankingModel(cohere, { region }, client).doRerank({
      query: 'a',
      documents: texts(long),
    });
    await expect(listed).rejects.toThrow(
      'documents[0] has 32001 characters; Rerank takes texts of 1 to 32000.',
    );
  });

  // Rerank itself asks for the ARN of a foundation model: https://github.com/aws-samples/dify-aws-tool/pull/159
  it('takes an inference profile, with the body of the model behind it', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456';
    const { client, sent } = wire(() => json({ results: [{ index: 0, relevance_score: 1 }] }));
    const settings = { operation: 'InvokeModel', baseModelId: amazon } as const;
    await createRerankingModel(arn, settings, client).doRerank({ query: 'a', documents: texts('b') });
    expect(sent).toEqual([
      {
        url: `https://bedrock-runtime.us-east-1.amazonaws.com/model/${encodeURIComponent(arn)}/invoke`,
        headers: expect.objectContaining({ accept: 'application/json' }) as object,
        body: { query: 'a', documents: ['b'] },
      },
    ]);
  });

  it('is sent objects as text, and says so', async () => {
    const { client, sent } = wire(() => json({ results: [{ index: 0, relevance_score: 1 }] }));
    const { warnings } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'a',
      documents: { type: 'object', values: [{ title: 'Cats' }] },
      providerOptions: {
        bedrock: { operation: 'InvokeModel', additionalModelRequestFields: { max_tokens_per_doc: 100 } },
      },
    });
    expect(sent[0]?.body).toEqual({
      query: 'a',
      documents: ['{"title":"Cats"}'],
      api_version: 2,
      max_tokens_per_doc: 100,
    });
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'object documents',
        details: 'InvokeModel ranks texts: the objects are sent as their JSON.',
      },
    ]);
  });

  it('has no pages, and takes no nextToken', async () => {
    const { client, sent } = wire(() => json({ results: [] }));
    await expect(
      createRerankingModel(cohere, { operation: 'InvokeModel' }, client).doRerank({
        query: 'a',
        documents: texts('b'),
        providerOptions: { bedrock: { nextToken: 'x' } },
      }),
    ).rejects.toThrow('nextToken continues one request to Rerank; this call makes 1 to InvokeModel.');
    expect(sent).toEqual([]);
  });

  it.each(['', '[', 'null', '1'])('is refused an answer of %j', async (body) => {
    const { client } = wire(() => text(body));
    await expect(
      createRerankingModel(cohere, { operation: 'InvokeModel' }, client).doRerank({
        query: 'a',
        documents: texts('b'),
      }),
    ).rejects.toThrow('The answer of the model is no JSON object, but ');
  });
});
