import { embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import { createEmbeddingModel } from '../../src/index.ts';
import { json, wire } from '../../../invocation/test/wire.ts';

const id = 'amazon.nova-2-multimodal-embeddings-v1:0';
const data = 'AAAA';

function answering(embedding = { embeddingType: 'TEXT', embedding: [0.5, 0.25] } as object) {
  return wire(() => json({ embeddings: [embedding] }, { 'x-amzn-bedrock-input-token-count': '4' }));
}

async function contentOf(input: object): Promise<unknown> {
  const { client, sent } = answering();
  await createEmbeddingModel(id, {}, client).doEmbed({
    values: [''],
    // A test writes what a caller may write.
    providerOptions: { bedrock: { inputs: [input as never] } },
  });
  const { embeddingPurpose, embeddingDimension, ...content } = sent[0]?.body[
    'singleEmbeddingParams'
  ] as Record<string, unknown>;
  expect({ embeddingPurpose, embeddingDimension }).toEqual({
    embeddingPurpose: 'GENERIC_INDEX',
    embeddingDimension: 1024,
  });
  return content;
}

describe('Nova Multimodal Embeddings', () => {
  it('is sent a text for the index, 1024 numbers long, cut at its end', async () => {
    const { client, sent } = answering();
    const { embeddings, usage, warnings } = await createEmbeddingModel(id, {}, client).doEmbed({
      values: ['a cat'],
    });
    expect(sent[0]?.body).toEqual({
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: {
        embeddingPurpose: 'GENERIC_INDEX',
        embeddingDimension: 1024,
        text: { truncationMode: 'END', value: 'a cat' },
      },
    });
    expect({ embeddings, usage, warnings }).toEqual({
      embeddings: [[0.5, 0.25]],
      usage: { tokens: 4 },
      warnings: [],
    });
  });

  it.each([
    ['search_document', 'GENERIC_INDEX'],
    ['search_query', 'GENERIC_RETRIEVAL'],
    ['classification', 'CLASSIFICATION'],
    ['clustering', 'CLUSTERING'],
    ['VIDEO_RETRIEVAL', 'VIDEO_RETRIEVAL'],
    ['A_PURPOSE_OF_TOMORROW', 'A_PURPOSE_OF_TOMORROW'],
  ])('calls the purpose %s %s', async (purpose, embeddingPurpose) => {
    const { client, sent } = answering();
    await createEmbeddingModel(id, { purpose, dimensions: 3072, truncate: 'NONE' }, client).doEmbed({
      values: ['a'],
    });
    expect(sent[0]?.body['singleEmbeddingParams']).toEqual({
      embeddingPurpose,
      embeddingDimension: 3072,
      text: { truncationMode: 'NONE', value: 'a' },
    });
  });

  it.each([
    ['NONE', 'NONE'],
    ['START', 'START'],
    ['LEFT', 'START'],
    ['END', 'END'],
    ['RIGHT', 'END'],
  ] as const)('calls the truncation %s %s', async (truncate, truncationMode) => {
    const { client, sent } = answering();
    await createEmbeddingModel(id, { truncate }, client).doEmbed({ values: ['a'] });
    expect(sent[0]?.body).toMatchObject({ singleEmbeddingParams: { text: { truncationMode } } });
  });

  it('embeds many values for the index by default, so there is nothing to tell of queries', async () => {
    const { client } = answering();
    const { warnings } = await embedMany({
      model: createEmbeddingModel(id, {}, client),
      values: ['a', 'b'],
    });
    expect(warnings).toEqual([]);
  });

  it('is sent images with their format and detail', async () => {
    expect(
      await contentOf({ image: { data, mediaType: 'image/jpg', detailLevel: 'DOCUMENT_IMAGE' } }),
    ).toEqual({
      image: { format: 'jpeg', source: { bytes: data }, detailLevel: 'DOCUMENT_IMAGE' },
    });
  });

  it('is sent images from S3, their format taken from the name', async () => {
    expect(await contentOf({ image: { s3Uri: 's3://bucket/cat.WEBP' } })).toEqual({
      image: { format: 'webp', source: { s3Location: { uri: 's3://bucket/cat.WEBP' } } },
    });
  });

  it('is sent sounds', async () => {
    expect(await contentOf({ audio: { data: `data:audio/mpeg;base64,${data}` } })).toEqual({
      audio: { format: 'mp3', source: { bytes: data } },
    });
  });

  it('is sent the format alone of a media type with parameters', async () => {
    expect(await contentOf({ audio: { data, mediaType: 'audio/ogg; codecs=opus' } })).toEqual({
      audio: { format: 'ogg', source: { bytes: data } },
    });
  });

  it.each([
    ['audio', 'audio/vnd.wave', 'wav'],
    ['video', 'video/matroska', 'mkv'],
    ['video', 'video/x-m4v', 'mp4'],
  ])('is sent %s of the type %s as %s', async (kind, mediaType, format) => {
    expect(await contentOf({ [kind]: { data, mediaType } })).toMatchObject({ [kind]: { format } });
  });

  it('is sent videos, picture and sound combined', async () => {
    expect(await contentOf({ video: { data, mediaType: 'video/quicktime' } })).toEqual({
      video: { format: 'mov', source: { bytes: data }, embeddingMode: 'AUDIO_VIDEO_COMBINED' },
    });
  });

  it('gives the first vector of a video whose picture and sound are separate', async () => {
    const { client, sent } = wire(() =>
      json({
        embeddings: [
          { embeddingType: 'VIDEO', embedding: [1] },
          { embeddingType: 'AUDIO', embedding: [2] },
        ],
      }),
    );
    const inputs = [{ video: { data, mediaType: 'video/mp4', embeddingMode: 'AUDIO_VIDEO_SEPARATE' } }];
    const { embeddings } = await createEmbeddingModel(id, {}, client).doEmbed({
      values: [''],
      providerOptions: { bedrock: { inputs } },
    });
    expect(sent[0]?.body['singleEmbeddingParams']).toMatchObject({
      video: { embeddingMode: 'AUDIO_VIDEO_SEPARATE' },
    });
    expect(embeddings).toEqual([[1]]);
  });

  it.each([
    [{}, 'embeddings[0] is missing'],
    [{ embeddings: [] }, 'embeddings[0] is missing'],
    [{ embeddings: [null] }, 'embeddings[0] is missing'],
    [{ embeddings: [{ embedding: [] }] }, 'embeddings[0].embedding is no vector'],
  ])('refuses the answer %j', async (answer, why) => {
    const { client } = wire(() => json(answer));
    const call = createEmbeddingModel(id, {}, client).doEmbed({ values: ['a'] });
    await expect(call).rejects.toThrow(`Unusable answer of the embedding model: ${why}`);
  });

  it('reports a text that was cut', async () => {
    const { client } = answering({ embeddingType: 'TEXT', embedding: [1], truncatedCharLength: 8192 });
    const { warnings } = await createEmbeddingModel(id, {}, client).doEmbed({ values: ['a long text'] });
    expect(warnings).toEqual([
      { type: 'other', message: 'value 0: the text was too long and was cut to 8192 characters.' },
    ]);
  });

  it.each([
    [{ text: 'a', image: { data, mediaType: 'image/png' } }],
    [
      {
        image: [
          { data, mediaType: 'image/png' },
          { data, mediaType: 'image/png' },
        ],
      },
    ],
  ])('refuses more than one thing at a time: %j', async (input) => {
    await expect(contentOf(input)).rejects.toThrow(`value 0: ${id} takes one text, image, sound or video.`);
  });

  it.each([{ data }, { s3Uri: 's3://bucket/cat' }, { s3Uri: 's3://my.bucket/cat' }])(
    'refuses media of an unknown type: %j',
    async (image) => {
      await expect(contentOf({ image })).rejects.toThrow(`value 0: ${id} takes media with their mediaType.`);
    },
  );
});
