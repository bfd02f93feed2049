import { describe, expect, it } from 'vitest';
import { createEmbeddingModel } from '../../src/index.ts';
import { json, wire } from '../../../invocation/test/wire.ts';

const png = 'iVBORw0KGgo=';
const image = { image: { data: png, mediaType: 'image/png' } };
const v3 = 'cohere.embed-multilingual-v3';
const v4 = 'us.cohere.embed-v4:0';

/** Answers with the index of the request and of the value, so that the order shows. */
function numbered() {
  return wire((body, index) => {
    const values = (body['texts'] ?? body['inputs'] ?? body['images']) as unknown[];
    const embeddings = values.map((_, at) => [index, at]);
    return json(
      { embeddings, response_type: 'embeddings_floats' },
      { 'x-amzn-bedrock-input-token-count': '7' },
    );
  });
}

describe('Cohere Embed v3', () => {
  it('is sent the texts as queries by default', async () => {
    const { client, sent } = numbered();
    const { embeddings, usage, warnings } = await createEmbeddingModel(v3, {}, client).doEmbed({
      values: ['one'],
    });
    expect(sent[0]?.body).toEqual({ texts: ['one'], input_type: 'search_query' });
    expect({ embeddings, usage, warnings }).toEqual({
      embeddings: [[0, 0]],
      usage: { tokens: 7 },
      warnings: [],
    });
  });

  it('is sent purpose, truncation and number formats', async () => {
    const { client, sent } = wire(() => json({ embeddings: { int8: [[-1, 2]], float: [[0.5, 0.25]] } }));
    const { embeddings } = await createEmbeddingModel(v3, { purpose: 'search_document' }, client).doEmbed({
      values: ['one'],
      providerOptions: { bedrock: { truncate: 'LEFT', embeddingTypes: ['int8', 'float'] } },
    });
    expect(sent[0]?.body).toEqual({
      texts: ['one'],
      input_type: 'search_document',
      truncate: 'START',
      embedding_types: ['int8', 'float'],
    });
    expect(embeddings).toEqual([[-1, 2]]);
  });

  it('is sent the media type of an image without its parameters', async () => {
    const { client, sent } = numbered();
    const inputs = [{ image: { data: png, mediaType: 'image/png ; charset=binary' } }];
    await createEmbeddingModel(v3, {}, client).doEmbed({
      values: [''],
      providerOptions: { bedrock: { inputs } },
    });
    expect(sent[0]?.body['images']).toEqual([`data:image/png;base64,${png}`]);
  });

  it('is sent each image in a request of its own, and the vectors keep their order', async () => {
    const { client, sent } = numbered();
    const { embeddings, usage, response } = await createEmbeddingModel(
      v3,
      { purpose: 'search_document' },
      client,
    ).doEmbed({
      values: ['one', 'two', '', 'three'],
      providerOptions: { bedrock: { inputs: [null, null, image, null] } },
    });
    expect(sent.map(({ body }) => body)).toEqual([
      { texts: ['one', 'two'], input_type: 'search_document' },
      { images: [`data:image/png;base64,${png}`], input_type: 'image' },
      { texts: ['three'], input_type: 'search_document' },
    ]);
    expect(embeddings).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [2, 0],
    ]);
    expect(usage).toEqual({ tokens: 21 });
    expect(response?.body).toHaveLength(3);
  });

  const long = `0123${'\u{1f600}'.repeat(2044)}56789`;
  const first = long.slice(0, -5);
  const last = long.slice(6);

  it.each([
    [undefined, first, undefined],
    ['END', first, 'END'],
    ['RIGHT', first, 'END'],
    ['START', last, 'START'],
    ['LEFT', last, 'START'],
  ] as const)(
    'is sent 2,048 characters of a longer text with truncate %s, and says so',
    async (truncate, kept, named) => {
      const { client, sent } = numbered();
      const model = createEmbeddingModel(v3, { purpose: 'search_document', truncate }, client);
      const { warnings } = await model.doEmbed({ values: ['one', long, 'a'.repeat(2048)] });
      expect(sent.map(({ body }) => [body['texts'], body['truncate']])).toEqual([
        [['one', kept, 'a'.repeat(2048)], named],
      ]);
      expect(warnings).toEqual([
        { type: 'other', message: 'value 1: the text was too long and was cut to 2048 characters.' },
      ]);
    },
  );

  it.each([
    ['the option', { truncate: 'NONE' }],
    ['a field of the body', { additionalModelRequestFields: { truncate: 'NONE' } }],
  ] as const)('is sent the whole of a longer text when %s says NONE', async (_, options) => {
    const { client, sent } = numbered();
    const { warnings } = await createEmbeddingModel(v3, options, client).doEmbed({ values: [long] });
    expect({ body: sent[0]?.body, warnings }).toEqual({
      body: { texts: [long], input_type: 'search_query', truncate: 'NONE' },
      warnings: [],
    });
  });

  it('refuses a text and an image as one value', async () => {
    const { client } = numbered();
    const call = createEmbeddingModel(v3, {}, client).doEmbed({
      values: [''],
      providerOptions: { bedrock: { inputs: [{ text: 'a', ...image }] } },
    });
    await expect(call).rejects.toThrow('value 0: cohere.embed-multilingual-v3 takes a text or one image.');
  });
});

describe('Cohere Embed v4', () => {
  it('is sent dimensions, token limit and truncation as written', async () => {
    const { client, sent } = numbered();
    await createEmbeddingModel(v4, {}, client).doEmbed({
      values: ['one', 'two'],
      dimensions: 512,
      providerOptions: { bedrock: { purpose: 'clustering', maxTokens: 1000, truncate: 'RIGHT' } },
    });
    expect(sent[0]?.body).toEqual({
      texts: ['one', 'two'],
      input_type: 'clustering',
      truncate: 'RIGHT',
      output_dimension: 512,
      max_tokens: 1000,
    });
  });

  it('is sent texts and images in one request', async () => {
    const { client, sent } = numbered();
    const { embeddings } = await createEmbeddingModel(v4, {}, client).doEmbed({
      values: ['one', 'two', 'three'],
      providerOptions: {
        bedrock: {
          purpose: 'search_document',
          inputs: [null, { text: 'a cat', image: [image.image, image.image] }, image],
        },
      },
    });
    const part = { type: 'image_url', image_url: { url: `data:image/png;base64,${png}` } };
    expect(sent.map(({ body }) => body)).toEqual([
      {
        inputs: [
          { content: [{ type: 'text', text: 'one' }] },
          { content: [{ type: 'text', text: 'a cat' }, part, part] },
          { content: [part] },
        ],
        input_type: 'search_document',
      },
    ]);
    expect(embeddings).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
  });

  it.each([
    ['a list', [[1, 2]]],
    ['an object by type', { float: [[1, 2]] }],
  ])('gives floats that come as %s', async (_, embeddings) => {
    const { client } = wire(() => json({ embeddings }));
    const result = await createEmbeddingModel(v4, {}, client).doEmbed({ values: ['one'] });
    expect(result.embeddings).toEqual([[1, 2]]);
  });

  it('gives the number format that was asked for by a field of the body', async () => {
    const { client, sent } = wire(() => json({ embeddings: { int8: [[-1, 2]], binary: [[3, 4]] } }));
    const model = createEmbeddingModel(v4, { embeddingTypes: ['float'] }, client);
    const additionalModelRequestFields = { embedding_types: ['int8', 'binary'] };
    const result = await model.doEmbed({
      values: ['one'],
      providerOptions: { bedrock: { additionalModelRequestFields } },
    });
    expect(sent[0]?.body).toMatchObject(additionalModelRequestFields);
    expect(result.embeddings).toEqual([[-1, 2]]);
  });

  it('gives floats where the list of number formats is empty', async () => {
    const { client } = wire(() => json({ embeddings: { float: [[1, 2]] } }));
    const result = await createEmbeddingModel(v4, {}, client).doEmbed({
      values: ['one'],
      providerOptions: { bedrock: { additionalModelRequestFields: { embedding_types: [] } } },
    });
    expect(result.embeddings).toEqual([[1, 2]]);
  });

  it('gives int8 vectors that come as a bare list', async () => {
    const { client } = wire(() => json({ embeddings: [[-128, 127]] }));
    const result = await createEmbeddingModel(v4, {}, client).doEmbed({
      values: ['one'],
      providerOptions: { bedrock: { embeddingTypes: ['int8'] } },
    });
    expect(result.embeddings).toEqual([[-128, 127]]);
  });

  it.each([
    [{ image: { data: png } }],
    [{ image: { s3Uri: 's3://b/c.png', mediaType: 'image/png' } }],
    [{ audio: { data: png, mediaType: 'audio/wav' }, ...image }],
    [{ audio: { data: png, mediaType: 'audio/wav' } }],
  ])('refuses %j', async (input) => {
    const { client, sent } = numbered();
    const call = createEmbeddingModel(v4, {}, client).doEmbed({
      values: [''],
      providerOptions: { bedrock: { inputs: [input] } },
    });
    await expect(call).rejects.toThrow(
      'value 0: cohere.embed-v4:0 takes texts, and images as bytes with their mediaType.',
    );
    expect(sent).toEqual([]);
  });
});
