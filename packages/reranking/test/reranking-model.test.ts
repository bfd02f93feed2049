// What a reranking model does whichever operation it calls: its limits, options, errors and regions.
import { APICallError, InvalidArgumentError, LoadSettingError } from '@ai-sdk/provider';
import { type Client, createClient, noAuth } from '@bedrock-kit/runtime';
import { describe, expect, it } from 'vitest';
import { createRerankingModel, type RerankingModelSettings } from '../src/index.ts';
import { cohere, region, texts } from './call.ts';
import { failure } from '../../invocation/test/failure.ts';
import { json, refusal, wire } from '../../invocation/test/wire.ts';

it('a model says what it is and how its provider is called', () => {
  const { client } = wire(() => json({ results: [] }));
  expect(createRerankingModel(cohere, { provider: 'mine' }, client)).toMatchObject({
    specificationVersion: 'v4',
    provider: 'mine',
    modelId: cohere,
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
    ['no query', { query: undefined, documents: texts('a') }, 'query is undefined, expected a text.'],
    [
      'no document',
      { query: 'q', documents: { type: 'text', values: ['a', null] } },
      'documents[1] is null, expected a text.',
    ],
    [
      'documents that are a list alone',
      { query: 'q', documents: ['a'] },
      'documents is ["a"], expected { type, values } with a list.',
    ],
    [
      'a text in place of documents, as `rerank` hands it on',
      { query: 'q', documents: { type: 'text', values: 'abc' } },
      'documents is {"type":"text","values":"abc"}, expected { type, values } with a list.',
    ],
    ['no documents', { query: 'q' }, 'documents is undefined, expected { type, values } with a list.'],
    [
      'a top-n that is a text',
      { query: 'q', documents: texts('a'), topN: '3' },
      'topN is "3", expected a positive integer.',
    ],
    [
      'a top-n of 0',
      { query: 'q', documents: texts('a'), topN: 0 },
      'topN is 0, expected a positive integer.',
    ],
  ])('%s is refused before anything is sent', async (_, call, message) => {
    const { client, sent } = wire(() => json({ results: [] }));
    const model = createRerankingModel(cohere, { region }, client);
    // The cast: some are what the types forbid, and the AI SDK hands on.
    const error = await failure(model.doRerank(call as Parameters<typeof model.doRerank>[0]));
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

  it('that nobody knows are reported with the nearest, and so is a key that nobody reads', async () => {
    const { client } = wire(() => json({ results: [] }));
    const { warnings } = await createRerankingModel(cohere, { region }, client).doRerank({
      query: 'q',
      documents: texts('a'),
      providerOptions: {
        bedrock: { nexttoken: 'x', operation: undefined },
        'amazon-bedrock': { nextToken: 'x' },
      },
    });
    expect(warnings).toEqual([
      {
        type: 'other',
        message:
          'providerOptions.amazon-bedrock is not read. Options for Bedrock go under providerOptions.bedrock.',
      },
      {
        type: 'other',
        message: 'Unknown option providerOptions.bedrock.nexttoken is not sent. Did you mean "nextToken"?',
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

  it('of the wrong kind are refused where the settings have them, too', async () => {
    const { client } = wire(() => json({ results: [] }));
    const settings = { region, operation: 'rerank' as RerankingModelSettings['operation'] };
    await expect(
      createRerankingModel(cohere, settings, client).doRerank({ query: 'q', documents: texts('a') }),
    ).rejects.toThrow(`settings.operation is "rerank", expected 'Rerank' or 'InvokeModel'.`);
  });

  it.each([0, -1, Number.NaN])('of settings that count are refused when they are %d', (count) => {
    const { client } = wire(() => json({ results: [] }));
    for (const setting of ['maxParallelCalls', 'maxDocumentsPerCall']) {
      expect(() => createRerankingModel(cohere, { [setting]: count }, client)).toThrow(
        `settings.${setting} is ${count}, expected a positive integer.`,
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
