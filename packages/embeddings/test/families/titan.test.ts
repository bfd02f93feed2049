import { describe, expect, it } from 'vitest';
import { createEmbeddingModel } from '../../src/index.ts';
import { json, wire } from '../../../invocation/test/wire.ts';

const png = 'iVBORw0KGgo=';

describe('Titan Text Embeddings v2', () => {
  const answer = {
    embedding: [0.5, -0.25],
    embeddingsByType: { float: [0.5, -0.25], binary: [1, 0] },
    inputTextTokenCount: 3,
  };

  it('is sent the text alone when nothing else is asked for', async () => {
    const { client, sent } = wire(() => json(answer));
    const model = createEmbeddingModel('amazon.titan-embed-text-v2:0', {}, client);
    await model.doEmbed({ values: ['a red bicycle'] });
    expect(sent).toEqual([
      {
        url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.titan-embed-text-v2%3A0/invoke',
        headers: expect.objectContaining({
          accept: 'application/json',
          'content-type': 'application/json',
        }) as object,
        body: { inputText: 'a red bicycle' },
      },
    ]);
  });

  it('is sent dimensions, normalize and embeddingTypes', async () => {
    const { client, sent } = wire(() => json(answer));
    const model = createEmbeddingModel('amazon.titan-embed-text-v2:0', {}, client);
    const { embeddings, usage } = await model.doEmbed({
      values: ['a red bicycle'],
      providerOptions: {
        bedrock: { dimensions: 256, normalize: false, embeddingTypes: ['binary', 'float'] },
      },
    });
    expect(sent[0]?.body).toEqual({
      inputText: 'a red bicycle',
      dimensions: 256,
      normalize: false,
      embeddingTypes: ['binary', 'float'],
    });
    expect({ embeddings, usage }).toEqual({ embeddings: [[1, 0]], usage: { tokens: 3 } });
  });

  it('gives the number format that was asked for by a field of the body', async () => {
    const { client } = wire(() => json({ embeddingsByType: { binary: [1, 0] }, inputTextTokenCount: 3 }));
    const model = createEmbeddingModel('amazon.titan-embed-text-v2:0', {}, client);
    const { embeddings } = await model.doEmbed({
      values: ['a red bicycle'],
      providerOptions: { bedrock: { additionalModelRequestFields: { embeddingTypes: ['binary'] } } },
    });
    expect(embeddings).toEqual([[1, 0]]);
  });

  it('gives the floats of `embedding` when `embeddingsByType` is missing', async () => {
    const { client } = wire(() => json({ embedding: [0.5], inputTextTokenCount: 1 }));
    const { embeddings } = await createEmbeddingModel('amazon.titan-embed-text-v2:0', {}, client).doEmbed({
      values: ['a'],
    });
    expect(embeddings).toEqual([[0.5]]);
  });

  it('gives no floats in place of the number format that was asked for', async () => {
    const { client } = wire(() => json({ embedding: [0.5], inputTextTokenCount: 1 }));
    const model = createEmbeddingModel(
      'amazon.titan-embed-text-v2:0',
      { embeddingTypes: ['binary'] },
      client,
    );
    await expect(model.doEmbed({ values: ['a'] })).rejects.toThrow('embeddingsByType.binary is no vector');
  });

  it('refuses an image before anything is sent', async () => {
    const { client, sent } = wire(() => json(answer));
    const model = createEmbeddingModel('amazon.titan-embed-text-v2:0', {}, client);
    const image = { data: png, mediaType: 'image/png' };
    for (const input of [{ image }, { text: 'a cat', image }]) {
      const providerOptions = { bedrock: { inputs: [input] } };
      await expect(model.doEmbed({ values: [''], providerOptions })).rejects.toThrow(
        'value 0: amazon.titan-embed-text-v2:0 takes text alone; amazon.titan-embed-image-v1 takes images.',
      );
    }
    expect(sent).toEqual([]);
  });
});

describe('Titan Text Embeddings G1', () => {
  it('is sent the text alone, and options that it does not have are reported', async () => {
    const { client, sent } = wire(() => json({ embedding: [1], inputTextTokenCount: 1 }));
    const model = createEmbeddingModel('amazon.titan-embed-text-v1', {}, client);
    const { warnings } = await model.doEmbed({
      values: ['a'],
      dimensions: 256,
      providerOptions: { bedrock: { normalize: true } },
    });
    expect(sent[0]?.body).toEqual({ inputText: 'a' });
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'dimensions',
        details: 'amazon.titan-embed-text-v1 always gives 1536.',
      },
      {
        type: 'unsupported',
        feature: 'normalize',
        details: 'amazon.titan-embed-text-v1 has no such option.',
      },
    ]);
  });

  it('does not report dimensions that it has anyway', async () => {
    const { client } = wire(() => json({ embedding: [1], inputTextTokenCount: 1 }));
    const model = createEmbeddingModel('amazon.titan-embed-text-v1', {}, client);
    expect((await model.doEmbed({ values: ['a'], dimensions: 1536 })).warnings).toEqual([]);
  });
});

describe('Titan Multimodal Embeddings', () => {
  const id = 'amazon.titan-embed-image-v1';

  it('is sent a text and an image together, and the length of the vector', async () => {
    const { client, sent } = wire(() => json({ embedding: [1, 2], inputTextTokenCount: 2, message: null }));
    const { embeddings, usage } = await createEmbeddingModel(id, {}, client).doEmbed({
      values: ['a cat'],
      dimensions: 384,
      providerOptions: { bedrock: { inputs: [{ text: 'a cat', image: { data: png } }] } },
    });
    expect(sent[0]?.body).toEqual({
      inputText: 'a cat',
      inputImage: png,
      embeddingConfig: { outputEmbeddingLength: 384 },
    });
    expect({ embeddings, usage }).toEqual({ embeddings: [[1, 2]], usage: { tokens: 2 } });
  });

  it('is sent a text alone as text', async () => {
    const { client, sent } = wire(() => json({ embedding: [1], inputTextTokenCount: 2 }));
    await createEmbeddingModel(id, {}, client).doEmbed({ values: ['a cat'] });
    expect(sent[0]?.body).toEqual({ inputText: 'a cat' });
  });

  it('throws the message that stands in an answer of status 200', async () => {
    const { client } = wire(() => json({ embedding: null, message: 'The image is too large.' }));
    await expect(createEmbeddingModel(id, {}, client).doEmbed({ values: ['a cat'] })).rejects.toThrow(
      'Unusable answer of the embedding model: The image is too large.',
    );
  });

  it.each([
    ['two images', { image: [{ data: png }, { data: png }] }],
    ['a sound', { audio: { data: png } }],
    ['an image in S3', { image: { s3Uri: 's3://bucket/cat.png' } }],
  ])('refuses %s', async (_, input) => {
    const { client, sent } = wire(() => json({}));
    const call = createEmbeddingModel(id, {}, client).doEmbed({
      values: [''],
      providerOptions: { bedrock: { inputs: [input] } },
    });
    await expect(call).rejects.toThrow(
      'value 0: amazon.titan-embed-image-v1 takes a text, one image as bytes, or both.',
    );
    expect(sent).toEqual([]);
  });
});
