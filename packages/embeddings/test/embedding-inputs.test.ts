import { runInNewContext } from 'node:vm';
import { InvalidArgumentError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { embeddingInput, embeddingInputs, type EmbeddingInput } from '../src/index.ts';

describe('embeddingInputs', () => {
  it('makes plain JSON of bytes, data URLs, places in S3 and texts', () => {
    const made = embeddingInputs(
      [
        'a cat',
        { image: { data: new Uint8Array([255, 0]), mediaType: 'image/png' } },
        { text: 'two', image: [{ data: 'data:image/webp;base64,AAAA' }, { data: 'BBBB', name: 'b' }] },
        {
          video: {
            s3Uri: 's3://bucket/cat.mp4',
            bucketOwner: '123456789012',
            embeddingMode: 'AUDIO_VIDEO_SEPARATE',
          },
        },
        { audio: { data: 'CCCC', mediaType: 'audio/wav' } },
      ],
      { purpose: 'search_document' },
    );
    expect(made).toEqual({
      values: ['a cat', 'image/png', 'two', 's3://bucket/cat.mp4', 'audio/wav'],
      providerOptions: {
        bedrock: {
          purpose: 'search_document',
          inputs: [
            { text: 'a cat' },
            { image: [{ data: '/wA=', mediaType: 'image/png' }] },
            {
              text: 'two',
              image: [
                { data: 'AAAA', mediaType: 'image/webp' },
                { data: 'BBBB', name: 'b' },
              ],
            },
            {
              video: [
                {
                  s3Uri: 's3://bucket/cat.mp4',
                  bucketOwner: '123456789012',
                  embeddingMode: 'AUDIO_VIDEO_SEPARATE',
                },
              ],
            },
            { audio: [{ data: 'CCCC', mediaType: 'audio/wav' }] },
          ],
        },
      },
    });
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it('takes bytes of another realm, such as those of Buffer in Jest under jsdom', () => {
    const data = runInNewContext('Uint8Array.of(255, 0)') as Uint8Array;
    expect(embeddingInput({ image: { data } })).toEqual(
      embeddingInput({ image: { data: Uint8Array.of(255, 0) } }),
    );
  });

  it('makes of what it made the same again', () => {
    const input: EmbeddingInput = {
      text: 'a',
      image: { data: new Uint8Array([1, 2, 3]), mediaType: 'image/png' },
    };
    const once = embeddingInputs([input]);
    // The options hold what embeddingInputs itself wrote.
    const written = once.providerOptions['bedrock']?.['inputs'] as readonly EmbeddingInput[];
    expect(embeddingInputs(written)).toEqual(once);
  });

  it('take null, as JSON and databases have it, for a member that is not there', () => {
    const nulls = { text: null, audio: null, image: { data: '/wA=', mediaType: 'image/png', name: null } };
    // JavaScript and JSON have them, the type does not.
    expect(embeddingInput(nulls as never)).toEqual(
      embeddingInput({ image: { data: '/wA=', mediaType: 'image/png' } }),
    );
  });

  it('of one is embeddingInput', () => {
    expect(embeddingInput({ text: 'a' }, { dimensions: 256 })).toEqual({
      value: 'a',
      providerOptions: { bedrock: { dimensions: 256, inputs: [{ text: 'a' }] } },
    });
  });

  it.each([
    [null, 'inputs[1]: expected an object.'],
    [{}, 'inputs[1]: expected a text, image, audio or video.'],
    [{ text: 1 }, 'inputs[1].text: expected a string.'],
    [{ image: 'AAAA' }, 'inputs[1].image: expected an object.'],
    [
      { image: [{ data: '' }] },
      'inputs[1].image[0]: expected data as bytes, base64 or a data URL, or s3Uri.',
    ],
    [
      { image: { data: 'data:image/svg+xml,<svg/>' } },
      'inputs[1].image: expected data as bytes, base64 or a data URL, or s3Uri.',
    ],
    [
      { image: { data: 'https://example.com/cat.png' } },
      'inputs[1].image: expected data as bytes, base64 or a data URL, or s3Uri.',
    ],
    [
      { image: { data: './cat.png' } },
      'inputs[1].image: expected data as bytes, base64 or a data URL, or s3Uri.',
    ],
    [
      { video: { data: 's3://bucket/cat.mp4' } },
      'inputs[1].video: expected data as bytes, base64 or a data URL, or s3Uri.',
    ],
    [{ video: {} }, 'inputs[1].video: expected data as bytes, base64 or a data URL, or s3Uri.'],
    [{ audio: { data: 'A', mediaType: 7 } }, 'inputs[1].audio.mediaType: expected a string.'],
  ])('refuses %j and names the place', (input, message) => {
    let thrown: unknown;
    try {
      embeddingInputs(['a', input as never]); // what a caller without types may write
    } catch (error) {
      thrown = error;
    }
    expect(InvalidArgumentError.isInstance(thrown)).toBe(true);
    expect(thrown).toMatchObject({ message });
  });

  it('looks at a data URL once, however long what should be its media type is', { timeout: 5_000 }, () => {
    for (const data of [`data:${'a'.repeat(200_000)}`, `data:a${';'.repeat(200_000)}`])
      expect(() => embeddingInputs([{ image: { data } }])).toThrow('expected data as bytes');
    const [value] = embeddingInputs([{ image: { data: 'data:image/png;a=b;base64;base64,AAAA' } }]).values;
    expect(value).toBe('image/png');
  });
});
