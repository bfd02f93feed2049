import { capabilitiesOf } from '@bedrock-kit/models';
import { describe, expect, it } from 'vitest';
import { createEmbeddingModel } from '../src/index.ts';
import { json, wire } from '../../invocation/test/wire.ts';

const nova = 'amazon.nova-2-multimodal-embeddings-v1:0';

async function warningsOf(id: string, options: object): Promise<unknown> {
  const { client } = wire(() => json({ embedding: [1], embeddings: [[1]], embeddingsByType: {} }));
  const { warnings } = await createEmbeddingModel(id, {}, client).doEmbed({
    values: ['a'],
    providerOptions: { bedrock: { ...options } },
  });
  return warnings;
}

describe('options that a family does not take', () => {
  it('are reported', async () => {
    expect(await warningsOf('cohere.embed-english-v3', { normalize: true, maxTokens: 3 })).toEqual([
      { type: 'unsupported', feature: 'normalize', details: 'cohere.embed-english-v3 has no such option.' },
      { type: 'unsupported', feature: 'maxTokens', details: 'cohere.embed-english-v3 has no such option.' },
    ]);
  });

  it('are reported where they ask for numbers of another format', async () => {
    const id = 'amazon.titan-embed-text-v1';
    expect(await warningsOf(id, { embeddingTypes: ['binary'] })).toEqual([
      { type: 'unsupported', feature: 'embeddingTypes', details: `${id} has no such option.` },
    ]);
  });

  it('are not reported where they change nothing', async () => {
    const options = { purpose: 'search_query', embeddingTypes: ['float'], dimensions: 1536 };
    expect(await warningsOf('amazon.titan-embed-text-v1', options)).toEqual([]);
  });
});

describe('values that a model does not have', () => {
  it.each([
    [
      nova,
      { truncate: 'MIDDLE' },
      'providerOptions.bedrock.truncate is "MIDDLE", expected NONE, START, END, LEFT or RIGHT.',
    ],
    [nova, { dimensions: 1000 }, `dimensions: ${nova} has 256, 384, 1024, 3072, not 1000.`],
    [
      'amazon.titan-embed-text-v2:0',
      { embeddingTypes: ['int8'] },
      'embeddingTypes: amazon.titan-embed-text-v2:0 has float, binary, not int8.',
    ],
  ])('are refused before anything is sent: %s %j', async (id, options, message) => {
    await expect(warningsOf(id, options)).rejects.toThrow(message);
  });

  it('are left to AWS where the model is newer than the table', async () => {
    const id = 'cohere.embed-v9:0';
    expect(capabilitiesOf(id).match).toBe('family');
    expect(await warningsOf(id, { dimensions: 4096 })).toEqual([]);
  });
});

describe('names of other packages', () => {
  it('are told where they are keys that nobody reads', async () => {
    const { client } = wire(() => json({ embeddings: [[1]] }));
    const { warnings } = await createEmbeddingModel('cohere.embed-v4:0', {}, client).doEmbed({
      values: ['a'],
      providerOptions: { 'amazon-bedrock': { dimensions: 256 } },
    });
    expect(warnings).toEqual([
      {
        type: 'other',
        message:
          'providerOptions.amazon-bedrock is not read. Options for Bedrock go under providerOptions.bedrock.',
      },
    ]);
  });

  it.each([
    [
      'cohere.embed-v4:0',
      { inputType: 'classification', outputDimension: 256 },
      { input_type: 'classification', output_dimension: 256 },
    ],
    [
      'cohere.embed-v4:0',
      { inputType: 'clustering', purpose: 'classification' },
      { input_type: 'classification' },
    ],
  ])('%s understands %j', async (id, options, body) => {
    const { client, sent } = wire(() => json({ embeddings: [[1]] }));
    await createEmbeddingModel(id, {}, client).doEmbed({
      values: ['a'],
      providerOptions: { amazonBedrock: options },
    });
    expect(sent[0]?.body).toEqual({ texts: ['a'], ...body });
  });

  // One object of options for models of several families, each of which reads its own names of it in `@ai-sdk/amazon-bedrock`.
  const shared = {
    inputType: 'search_document',
    outputDimension: 1536,
    embeddingPurpose: 'GENERIC_RETRIEVAL',
    embeddingDimension: 3072,
    dimensions: 512,
  };

  it.each([
    ['cohere.embed-v4:0', { texts: ['a'], input_type: 'search_document', output_dimension: 1536 }],
    ['cohere.embed-english-v3', { texts: ['a'], input_type: 'search_document' }],
    [
      nova,
      {
        taskType: 'SINGLE_EMBEDDING',
        singleEmbeddingParams: {
          embeddingPurpose: 'GENERIC_RETRIEVAL',
          embeddingDimension: 3072,
          text: { truncationMode: 'END', value: 'a' },
        },
      },
    ],
    ['amazon.titan-embed-text-v2:0', { inputText: 'a', dimensions: 512 }],
  ])('%s reads its own of those of several families', async (id, body) => {
    const embeddings = id === nova ? [{ embedding: [1] }] : [[1]];
    const { client, sent } = wire(() => json({ embeddings, embedding: [1] }));
    await createEmbeddingModel(id, {}, client).doEmbed({
      values: ['a'],
      providerOptions: { bedrock: shared },
    });
    await createEmbeddingModel(id, shared, client).doEmbed({ values: ['a'] });
    expect(sent.map((request) => request.body)).toEqual([body, body]);
  });

  it('Nova understands embeddingPurpose and embeddingDimension', async () => {
    const { client, sent } = wire(() => json({ embeddings: [{ embedding: [1] }] }));
    await createEmbeddingModel(nova, {}, client).doEmbed({
      values: ['a'],
      dimensions: 384,
      providerOptions: { amazonBedrock: { embeddingPurpose: 'TEXT_RETRIEVAL', embeddingDimension: 256 } },
    });
    expect(sent[0]?.body['singleEmbeddingParams']).toMatchObject({
      embeddingPurpose: 'TEXT_RETRIEVAL',
      embeddingDimension: 256,
    });
  });
});

describe('settings', () => {
  it('are defaults that the call overrules', async () => {
    const { client, sent } = wire(() => json({ embeddings: [[1]] }));
    const model = createEmbeddingModel(
      'cohere.embed-v4:0',
      { purpose: 'search_document', dimensions: 256 },
      client,
    );
    await model.doEmbed({ values: ['a'] });
    await model.doEmbed({ values: ['a'], dimensions: 512 });
    await model.doEmbed({
      values: ['a'],
      dimensions: 512,
      providerOptions: { bedrock: { dimensions: 1024, purpose: 'search_query' } },
    });
    expect(sent.map(({ body }) => [body['input_type'], body['output_dimension']])).toEqual([
      ['search_document', 256],
      ['search_document', 512],
      ['search_query', 1024],
    ]);
  });

  it('that are unknown are reported with every call', async () => {
    const { client } = wire(() => json({ embedding: [1] }));
    const settings = { dimension: 256 } as object; // what a caller without types may write
    const model = createEmbeddingModel('amazon.titan-embed-text-v2:0', settings, client);
    expect((await model.doEmbed({ values: ['a'] })).warnings).toEqual([
      {
        type: 'other',
        message: 'Unknown option settings.dimension is not sent. Did you mean "dimensions"?',
      },
    ]);
  });
});
