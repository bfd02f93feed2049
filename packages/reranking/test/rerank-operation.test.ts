// What the operation Rerank is sent, and by which name it is told the model.
import { InvalidArgumentError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createRerankingModel } from '../src/index.ts';
import { amazon, cohere, region, texts } from './call.ts';
import { failure } from '../../invocation/test/failure.ts';
import { json, wire } from '../../invocation/test/wire.ts';

describe('Rerank', () => {
  const answer = {
    results: [
      { index: 1, relevanceScore: 0.25 },
      { index: 0, relevanceScore: 0.75 },
    ],
  };

  it('is sent the query, the documents and the ARN of the model', async () => {
    const { client, sent } = wire(() => json(answer, { date: 'Sun, 22 Nov 2026 12:00:00 GMT' }));
    const result = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'a cat',
      documents: texts('cats', 'dogs'),
    });
    expect(sent).toEqual([
      {
        url: 'https://bedrock-agent-runtime.us-east-1.amazonaws.com/rerank',
        headers: expect.objectContaining({ 'content-type': 'application/json' }) as object,
        body: {
          queries: [{ type: 'TEXT', textQuery: { text: 'a cat' } }],
          sources: [
            { type: 'INLINE', inlineDocumentSource: { type: 'TEXT', textDocument: { text: 'cats' } } },
            { type: 'INLINE', inlineDocumentSource: { type: 'TEXT', textDocument: { text: 'dogs' } } },
          ],
          rerankingConfiguration: {
            type: 'BEDROCK_RERANKING_MODEL',
            bedrockRerankingConfiguration: {
              modelConfiguration: { modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${cohere}` },
              numberOfResults: 2,
            },
          },
        },
      },
    ]);
    expect(result).toEqual({
      ranking: [
        { index: 0, relevanceScore: 0.75 },
        { index: 1, relevanceScore: 0.25 },
      ],
      warnings: [],
      providerMetadata: { bedrock: { requestIds: ['request-1'] } },
      response: {
        id: 'request-1',
        timestamp: new Date('2026-11-22T12:00:00Z'),
        modelId: cohere,
        headers: {
          'content-type': 'application/json',
          date: 'Sun, 22 Nov 2026 12:00:00 GMT',
          'x-amzn-requestid': 'request-1',
        },
        body: answer,
      },
    });
  });

  it('is sent objects as JSON, top-n and fields of the model', async () => {
    const { client, sent } = wire(() => json({ results: [{ index: 1, relevanceScore: 1 }] }));
    const { ranking, warnings } = await createRerankingModel(amazon, { region }, client).doRerank({
      query: 'a cat',
      documents: { type: 'object', values: [{ title: 'Dogs' }, { title: 'Cats', pages: [1, null] }] },
      topN: 1,
      providerOptions: {
        bedrock: { additionalModelRequestFields: { max_chunks: 3, none: undefined } },
      },
    });
    expect(sent[0]?.body).toMatchObject({
      sources: [
        { type: 'INLINE', inlineDocumentSource: { type: 'JSON', jsonDocument: { title: 'Dogs' } } },
        {
          type: 'INLINE',
          inlineDocumentSource: { type: 'JSON', jsonDocument: { title: 'Cats', pages: [1, null] } },
        },
      ],
      rerankingConfiguration: {
        bedrockRerankingConfiguration: {
          numberOfResults: 1,
          modelConfiguration: {
            modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${amazon}`,
            additionalModelRequestFields: { max_chunks: 3 },
          },
        },
      },
    });
    expect({ ranking, warnings }).toEqual({ ranking: [{ index: 1, relevanceScore: 1 }], warnings: [] });
  });

  it('is asked for no more results than there are documents', async () => {
    const { client, sent } = wire(() => json(answer));
    await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'a',
      documents: texts('b', 'c'),
      topN: 10,
    });
    expect(sent[0]?.body).toMatchObject({
      rerankingConfiguration: { bedrockRerankingConfiguration: { numberOfResults: 2 } },
    });
  });

  it('is asked for all documents when the call has no topN', async () => {
    const { client, sent } = wire(() => json({ results: [] }));
    await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'a',
      documents: texts('b', 'c', 'd', 'e', 'f', 'g'),
    });
    expect(sent[0]?.body).toMatchObject({
      rerankingConfiguration: { bedrockRerankingConfiguration: { numberOfResults: 6 } },
    });
  });

  it.each([
    ['us-gov-west-1', 'aws-us-gov'],
    ['cn-north-1', 'aws-cn'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['eu-central-1', 'aws'],
    ['CN-NORTH-1', 'aws-cn'],
  ])('names the model of %s in the partition %s', async (name, partition) => {
    const { client, sent } = wire(() => json(answer));
    await createRerankingModel(cohere, { region: name }, client).doRerank({
      query: 'a',
      documents: texts('b', 'c'),
    });
    expect(sent[0]?.body).toMatchObject({
      rerankingConfiguration: {
        bedrockRerankingConfiguration: {
          modelConfiguration: {
            modelArn: `arn:${partition}:bedrock:${name.toLowerCase()}::foundation-model/${cohere}`,
          },
        },
      },
    });
  });

  it('leaves an ARN as it is', async () => {
    const arn = 'arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/cohere.rerank-v3-5:0';
    const { client, sent } = wire(() => json(answer));
    await createRerankingModel(arn, {}, client).doRerank({ query: 'a', documents: texts('b', 'c') });
    expect(sent[0]?.body).toMatchObject({
      rerankingConfiguration: { bedrockRerankingConfiguration: { modelConfiguration: { modelArn: arn } } },
    });
  });

  it('does not take an inference profile', async () => {
    const { client, sent } = wire(() => json(answer));
    const error = await failure(
      createRerankingModel(`us.${cohere}`, { region }, client).doRerank({
        query: 'a',
        documents: texts('b'),
      }),
    );
    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: `Rerank takes a model, and us.${cohere} is an inference profile: use ${cohere}.`,
    });
    expect(sent).toEqual([]);
  });
});
