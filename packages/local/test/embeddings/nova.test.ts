// The embeddings of Nova: of a text, an image, a sound or a video.
import { describe, expect, it } from 'vitest';
import { invoking, refusalOf } from '../invoke-model.ts';
import { pngOf } from './painted-png.ts';

const invoke = invoking();

const nova = 'amazon.nova-2-multimodal-embeddings-v1:0';

describe('Nova Multimodal Embeddings', () => {
  const params = { embeddingPurpose: 'GENERIC_INDEX' };
  const text = { truncationMode: 'END', value: 'hello world' };

  it('has 3,072 dimensions unless asked otherwise', async () => {
    const { body, headers } = await invoke(nova, {
      schemaVersion: 'nova-multimodal-embed-v1',
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { ...params, text },
    });
    expect(body).toEqual({
      embeddings: [{ embeddingType: 'TEXT', embedding: expect.any(Array) as number[] }],
    });
    expect((body['embeddings'] as { embedding: number[] }[])[0]?.embedding).toHaveLength(3072);
    expect(headers['x-amzn-bedrock-input-token-count']).toBe('2');
  });

  it.each([256, 384, 1024, 3072])('has %d dimensions when asked', async (embeddingDimension) => {
    const { body } = await invoke(nova, {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { ...params, embeddingDimension, text },
    });
    expect((body['embeddings'] as { embedding: number[] }[])[0]?.embedding).toHaveLength(embeddingDimension);
  });

  const embed = (value: string, truncationMode: string) =>
    invoke(nova, {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { ...params, text: { truncationMode, value } },
    });

  it('reads 8,192 tokens of a text and tells how many characters they were', async () => {
    const whole = `${'word '.repeat(8192)}more`;
    const [end, start] = await Promise.all(['END', 'START'].map((mode) => embed(whole, mode)));
    expect(end?.body['embeddings']).toMatchObject([{ truncatedCharLength: 5 * 8192 - 1 }]);
    expect(start?.body['embeddings']).toMatchObject([{ truncatedCharLength: 5 * 8192 }]);
    expect(end?.headers['x-amzn-bedrock-input-token-count']).toBe('8192');
    expect(await refusalOf(embed(whole, 'NONE'))).toContain('ValidationException: ');
  });

  it('takes 50,000 characters, whatever the mode, and tells nothing where it read all of them', async () => {
    for (const mode of ['START', 'END', 'NONE']) {
      expect((await embed('x'.repeat(50_000), mode)).body).toEqual({
        embeddings: [{ embeddingType: 'TEXT', embedding: expect.any(Array) as number[] }],
      });
      expect(await refusalOf(embed('x'.repeat(50_001), mode))).toContain(
        '#/singleEmbeddingParams/text/value: expected maxLength: 50000, actual: 50001',
      );
    }
  });

  it.each([
    ['image', 'png'],
    ['audio', 'mp3'],
  ])('makes a vector of an inline %s', async (kind, format) => {
    const bytes = kind === 'image' ? await pngOf('a dog') : 'AAAA';
    const { body } = await invoke(nova, {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { ...params, embeddingDimension: 256, [kind]: { format, source: { bytes } } },
    });
    expect(body).toEqual({
      embeddings: [{ embeddingType: kind.toUpperCase(), embedding: expect.any(Array) as number[] }],
    });
  });

  it('gives sound and picture of a video a vector each when they are to be apart', async () => {
    const video = { format: 'mp4', source: { s3Location: { uri: 's3://videos/one.mp4' } } };
    const modes = [
      ['AUDIO_VIDEO_COMBINED', ['AUDIO_VIDEO_COMBINED']],
      ['AUDIO_VIDEO_SEPARATE', ['VIDEO', 'AUDIO']],
    ] as const;
    for (const [embeddingMode, types] of modes) {
      const { body } = await invoke(nova, {
        taskType: 'SINGLE_EMBEDDING',
        singleEmbeddingParams: { ...params, video: { ...video, embeddingMode } },
      });
      expect((body['embeddings'] as { embeddingType: string }[]).map((one) => one.embeddingType)).toEqual(
        types,
      );
    }
  });

  it.each([
    [{ inputText: 'a' }, '#: required key [messages] not found'],
    [{ taskType: 'SINGLE_EMBEDDING' }, '#: required key [singleEmbeddingParams] not found'],
    [
      { taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: { text } },
      'required key [embeddingPurpose] not found',
    ],
    [{ taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: params }, 'exactly one of the keys [text]'],
    [
      {
        taskType: 'SINGLE_EMBEDDING',
        singleEmbeddingParams: { ...params, image: { format: 'png', source: { bytes: 'AAAA' } } },
      },
      '#/singleEmbeddingParams/image/source/bytes: the bytes are no PNG, JPEG, GIF or WebP image',
    ],
    [
      { taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: { ...params, text, image: {} } },
      '#/singleEmbeddingParams: exactly one of the keys [text], [image], [audio], [video] must be given',
    ],
    [
      { taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: { ...params, text, embeddingDimension: 5 } },
      '#/singleEmbeddingParams/embeddingDimension: 5 is not a valid enum value',
    ],
  ])('refuses %j', async (body, violation) => {
    expect(await refusalOf(invoke(nova, body))).toContain(violation);
  });
});
