import { describe, expect, it } from 'vitest';
import { createEmbeddingModel } from '../../src/index.ts';
import { json, wire } from '../../../invocation/test/wire.ts';

const data = 'AAAA';
const v27 = 'us.twelvelabs.marengo-embed-2-7-v1:0';
const v3 = 'twelvelabs.marengo-embed-3-0-v1:0';

async function bodyOf(id: string, input: object | null, value = ''): Promise<unknown> {
  const { client, sent } = wire(() => json({ data: [{ embedding: [1, 2] }] }));
  const result = await createEmbeddingModel(id, {}, client).doEmbed({
    values: [value],
    // A test writes what a caller may write.
    providerOptions: { bedrock: { inputs: [input as never] } },
  });
  expect({ embeddings: result.embeddings, usage: result.usage }).toEqual({
    embeddings: [[1, 2]],
    usage: undefined,
  });
  return sent[0]?.body;
}

describe('Marengo Embed 2.7', () => {
  it('is sent a text', async () => {
    expect(await bodyOf(v27, null, 'a goal')).toEqual({ inputType: 'text', inputText: 'a goal' });
  });

  it.each([
    ['NONE', 'none'],
    ['END', 'end'],
  ] as const)('calls the truncation %s %s', async (truncate, textTruncate) => {
    const { client, sent } = wire(() => json({ embedding: [1] }));
    await createEmbeddingModel(v27, { truncate }, client).doEmbed({ values: ['a'] });
    expect(sent[0]?.body).toEqual({ inputType: 'text', inputText: 'a', textTruncate });
  });

  it('reports a truncation that it does not have', async () => {
    const { client, sent } = wire(() => json({ embedding: [1] }));
    const { warnings } = await createEmbeddingModel(v27, { truncate: 'START' }, client).doEmbed({
      values: ['a'],
    });
    expect(sent[0]?.body).toEqual({ inputType: 'text', inputText: 'a' });
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'truncate',
        details: 'twelvelabs.marengo-embed-2-7-v1:0 takes NONE, END, RIGHT.',
      },
      {
        type: 'deprecated',
        setting: 'modelId',
        message:
          'twelvelabs.marengo-embed-2-7-v1:0 is a legacy model: calls fail after 2026-11-30. Use twelvelabs.marengo-embed-3-0-v1:0.',
      },
    ]);
  });

  it('is sent an image', async () => {
    expect(await bodyOf(v27, { image: { data } })).toEqual({
      inputType: 'image',
      mediaSource: { base64String: data },
    });
  });

  it('is sent a video from S3', async () => {
    expect(await bodyOf(v27, { video: { s3Uri: 's3://b/goal.mp4', bucketOwner: '123456789012' } })).toEqual({
      inputType: 'video',
      mediaSource: { s3Location: { uri: 's3://b/goal.mp4', bucketOwner: '123456789012' } },
    });
  });

  it('refuses a text and an image together', async () => {
    await expect(bodyOf(v27, { text: 'a', image: { data } })).rejects.toThrow(
      'value 0: twelvelabs.marengo-embed-2-7-v1:0 takes one text, image, sound or video; Marengo 3 also a text with images.',
    );
  });
});

describe('Marengo Embed 3.0', () => {
  it('is sent each kind of input under its own name', async () => {
    expect(await bodyOf(v3, null, 'a goal')).toEqual({ inputType: 'text', text: { inputText: 'a goal' } });
    expect(await bodyOf(v3, { image: { data } })).toEqual({
      inputType: 'image',
      image: { mediaSource: { base64String: data } },
    });
    expect(await bodyOf(v3, { audio: { s3Uri: 's3://b/a.wav' } })).toEqual({
      inputType: 'audio',
      audio: { mediaSource: { s3Location: { uri: 's3://b/a.wav' } } },
    });
  });

  it('is sent a text and an image as one', async () => {
    expect(await bodyOf(v3, { text: 'a goal', image: { data } })).toEqual({
      inputType: 'text_image',
      text_image: { inputText: 'a goal', mediaSource: { base64String: data } },
    });
  });

  it('is sent a text that names its images', async () => {
    const image = [
      { data, name: 'man' },
      { s3Uri: 's3://b/dog.png', bucketOwner: '123456789012', name: 'dog' },
    ];
    expect(await bodyOf(v3, { text: '<@man> walks <@dog>', image })).toEqual({
      inputType: 'multi_input',
      multi_input: {
        inputText: '<@man> walks <@dog>',
        mediaSources: [
          { name: 'man', mediaType: 'image', base64String: data },
          {
            name: 'dog',
            mediaType: 'image',
            s3Location: { uri: 's3://b/dog.png', bucketOwner: '123456789012' },
          },
        ],
      },
    });
  });

  it('is sent a sound that has a name as the one sound that it is', async () => {
    expect(await bodyOf(v3, { audio: { s3Uri: 's3://b/a.wav', name: 'bell' } })).toEqual({
      inputType: 'audio',
      audio: { mediaSource: { s3Location: { uri: 's3://b/a.wav' } } },
    });
  });

  it('refuses a named image beside a sound', async () => {
    const input = { image: { data, name: 'man' }, audio: { data } };
    await expect(bodyOf(v3, input)).rejects.toThrow('takes one text, image, sound or video');
  });

  it.each([{ data: [] }, { data: [null] }])('refuses the answer %j', async (answer) => {
    const { client } = wire(() => json(answer));
    const call = createEmbeddingModel(v3, {}, client).doEmbed({ values: ['a'] });
    await expect(call).rejects.toThrow('Unusable answer of the embedding model: data[0] is missing');
  });

  it.each([
    ['a list under data', { data: [{ embedding: [3] }, { embedding: [4] }] }],
    ['an object under data', { data: { embedding: [3] } }],
    ['no data', { embedding: [3] }],
  ])('gives the vector of an answer with %s', async (_, answer) => {
    const { client } = wire(() => json(answer));
    const { embeddings } = await createEmbeddingModel(v3, {}, client).doEmbed({ values: ['a'] });
    expect(embeddings).toEqual([[3]]);
  });
});
