import { APICallError, InvalidArgumentError, LoadSettingError } from '@ai-sdk/provider';
import { type Client, createClient, noAuth } from '@bedrock-kit/runtime';
import { describe, expect, it } from 'vitest';
import { createRerankingModel } from '../src/index.ts';
import { json, refusal, type Sent, text, wire } from '../../invocation/test/wire.ts';

const cohere = 'cohere.rerank-v3-5:0';
const amazon = 'amazon.rerank-v1:0';
const region = 'us-east-1';
const texts = (...values: string[]) => ({ type: 'text' as const, values });
const failure = (promise: PromiseLike<unknown>): PromiseLike<unknown> =>
  promise.then(undefined, (reason: unknown) => reason);

/** How many sources a request has. */
const sourcesIn = (body: Sent['body']): number => (body['sources'] as unknown[]).length;

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
  ])('names the model of %s in the partition %s', async (name, partition) => {
    const { client, sent } = wire(() => json(answer));
    await createRerankingModel(cohere, { region: name }, client).doRerank({
      query: 'a',
      documents: texts('b', 'c'),
    });
    expect(sent[0]?.body).toMatchObject({
      rerankingConfiguration: {
        bedrockRerankingConfiguration: {
          modelConfiguration: { modelArn: `arn:${partition}:bedrock:${name}::foundation-model/${cohere}` },
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

  it.each(['', '[', 'null', '1'])('is refused an answer of %j', async (body) => {
    const { client } = wire(() => text(body));
    await expect(
      createRerankingModel(cohere, { operation: 'InvokeModel' }, client).doRerank({
        query: 'a',
        documents: texts('b'),
      }),
    ).rejects.toThrow('The answer of the model is no JSON object.');
  });
});

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
    ).rejects.toThrow('nextToken continues one answer of Rerank; this call makes 3 of Rerank.');
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
      message: `The answer of the reranking model cannot be used: ${why}.`,
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

describe('what AWS would refuse', () => {
  it.each([
    ['an empty query', { query: '', documents: texts('a') }, 'query has 0 characters'],
    ['a long query', { query: 'a'.repeat(32_001), documents: texts('a') }, 'query has 32001 characters'],
    ['an empty document', { query: 'q', documents: texts('a', '') }, 'documents[1] has 0 characters'],
    [
      'a long document',
      { query: 'q', documents: texts('a'.repeat(32_001)) },
      'documents[0] has 32001 characters',
    ],
    [
      'a top-n of 0',
      { query: 'q', documents: texts('a'), topN: 0 },
      'topN is 0, expected a positive integer.',
    ],
  ])('%s is refused before anything is sent', async (_, call, message) => {
    const { client, sent } = wire(() => json({ results: [] }));
    const error = await failure(createRerankingModel(cohere, { region }, client).doRerank(call));
    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ message: expect.stringContaining(message) as string });
    expect(sent).toEqual([]);
  });
});

describe.each(['Rerank', 'InvokeModel'] as const)('a call of %s', (operation) => {
  it('goes out with its headers', async () => {
    const { client, sent } = wire(() => json({ results: [] }));
    await createRerankingModel(cohere, { operation }, client).doRerank({
      query: 'q',
      documents: texts('a'),
      headers: { 'X-Team': 'search' },
    });
    expect(sent).toMatchObject([{ headers: { 'x-team': 'search' } }]);
  });

  it('ends with its signal, also while the client is not ready', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    const client = createClient({ authorize: noAuth, region, headers: never, fetch: never });
    const controller = new AbortController();
    const error = failure(
      createRerankingModel(cohere, { operation }, client).doRerank({
        query: 'q',
        documents: texts('a'),
        abortSignal: controller.signal,
      }),
    );
    controller.abort(new Error('enough'));
    expect(await error).toMatchObject({ name: 'AbortError' });
  });
});

describe('what AWS takes', () => {
  it('is up to 32,000 characters, of which an emoji is one', async () => {
    const long = '\u{1f600}'.repeat(32_000);
    const { client, sent } = wire(() => json({ results: [{ index: 0, relevanceScore: 1 }] }));
    await createRerankingModel(cohere, { region }, client).doRerank({ query: long, documents: texts(long) });
    expect(sent[0]?.body).toMatchObject({
      queries: [{ type: 'TEXT', textQuery: { text: long } }],
      sources: [{ type: 'INLINE', inlineDocumentSource: { type: 'TEXT', textDocument: { text: long } } }],
    });
  });
});

describe('errors and options', () => {
  it('of the service are APICallErrors', async () => {
    const { client } = wire(() => refusal(424, 'DependencyFailedException', 'The model did not answer.'));
    const error = await failure(
      createRerankingModel(cohere, { region }, client).doRerank({ query: 'q', documents: texts('a') }),
    );
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      statusCode: 424,
      url: 'https://bedrock-agent-runtime.us-east-1.amazonaws.com/rerank',
      data: { code: 'DependencyFailedException', requestId: 'request-1' },
    });
  });

  it('that nobody knows are reported with the nearest', async () => {
    const { client } = wire(() => json({ results: [] }));
    const { warnings } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents: texts('a'),
      providerOptions: { bedrock: { nexttoken: 'x', operation: undefined } },
    });
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'providerOptions.bedrock.nexttoken',
        details: 'There is no such option; it is ignored. Did you mean "nextToken"?',
      },
    ]);
  });

  it('of the wrong kind are refused', async () => {
    const { client } = wire(() => json({ results: [] }));
    await expect(
      createRerankingModel(cohere, { region }, client).doRerank({
        query: 'q',
        documents: texts('a'),
        providerOptions: { bedrock: { operation: 'Converse' } },
      }),
    ).rejects.toThrow(`providerOptions.bedrock.operation is "Converse", expected 'Rerank' or 'InvokeModel'.`);
  });

  it.each([0, -1, Number.NaN])('of settings that count are refused when they are %d', (count) => {
    const { client } = wire(() => json({ results: [] }));
    for (const setting of ['maxParallelCalls', 'maxDocumentsPerCall']) {
      expect(() => createRerankingModel(cohere, { [setting]: count }, client)).toThrow(
        `settings.${setting} is ${JSON.stringify(count)}, expected a positive integer.`,
      );
    }
  });

  it('for want of a region are LoadSettingErrors', async () => {
    const answer = {
      authorize: noAuth,
      environment: {},
      fetch: () => Promise.resolve(json({ results: [] })),
    };
    const nowhere = [createClient(answer), createClient({ ...answer, endpoint: 'https://bedrock.example' })];
    for (const client of nowhere) {
      const error = await failure(
        createRerankingModel(cohere, {}, client).doRerank({ query: 'q', documents: texts('a') }),
      );
      expect(LoadSettingError.isInstance(error)).toBe(true);
    }
  });
});

describe('the region in the ARN of the model', () => {
  it('is the one where the client sends the request, of its settings or of the environment of now', async () => {
    const regions: unknown[] = [];
    const environment: Record<string, string> = {};
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { rerankingConfiguration } = (await new Request(input, init).json()) as {
        rerankingConfiguration: {
          bedrockRerankingConfiguration: { modelConfiguration: { modelArn: string } };
        };
      };
      regions.push(
        rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration.modelArn.split(':')[3],
      );
      return json({ results: [] });
    };
    const ask = (client: Client): PromiseLike<unknown> =>
      createRerankingModel(cohere, {}, client).doRerank({ query: 'q', documents: texts('a') });
    await ask(createClient({ authorize: noAuth, region: 'eu-central-1', environment, fetch }));
    const ambient = createClient({ authorize: noAuth, environment, fetch });
    environment['AWS_REGION'] = 'us-west-2';
    await ask(ambient);
    environment['AWS_REGION'] = 'ap-northeast-1';
    await ask(ambient);
    expect(regions).toEqual(['eu-central-1', 'us-west-2', 'ap-northeast-1']);
  });
});
