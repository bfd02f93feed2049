// The AI SDK's embed: one value, and what comes with its vector.
import { embed } from 'ai';
import { describe, expect, it } from 'vitest';
import { createEmbeddingModel, embeddingInput } from '../src/index.ts';
import { titan } from './numbered-texts.ts';
import { json, throttled, wire } from '../../invocation/test/wire.ts';

describe('embed', () => {
  it('gives vector, usage and response', async () => {
    const { client } = wire(() => json({ embedding: [0.5], inputTextTokenCount: 3 }));
    const result = await embed({ model: createEmbeddingModel(titan, {}, client), value: 'a red bicycle' });
    expect({
      embedding: result.embedding,
      usage: result.usage,
      metadata: result.providerMetadata,
      body: result.response?.body,
    }).toEqual({
      embedding: [0.5],
      usage: { tokens: 3 },
      metadata: { bedrock: { requestId: 'request-1' } },
      body: { embedding: [0.5], inputTextTokenCount: 3 },
    });
  });

  it('takes an image through embeddingInput', async () => {
    const { client, sent } = wire(() => json({ embedding: [0.5] }));
    await embed({
      model: createEmbeddingModel('amazon.titan-embed-image-v1', {}, client),
      ...embeddingInput({
        text: 'a dot',
        image: { data: new Uint8Array([1, 2, 3]), mediaType: 'image/png' },
      }),
    });
    expect(sent[0]?.body).toEqual({ inputText: 'a dot', inputImage: 'AQID' });
  });

  it('is tried again after a throttled call', async () => {
    const { client, sent } = wire((_, index) =>
      index === 0 ? throttled() : json({ embedding: [1], inputTextTokenCount: 1 }),
    );
    const { embedding } = await embed({ model: createEmbeddingModel(titan, {}, client), value: 'a' });
    expect(embedding).toEqual([1]);
    expect(sent).toHaveLength(2);
  });
});

it.each<[unknown, string]>([
  ['abc', 'values is "abc", expected a list of texts.'],
  [undefined, 'values is undefined, expected a list of texts.'],
])(
  'a model that is called with %j in place of a list refuses it, and sends nothing',
  async (values, message) => {
    const { client, sent } = wire(() => json({ embedding: [1] }));
    await expect(
      createEmbeddingModel(titan, {}, client).doEmbed({ values: values as string[] }),
    ).rejects.toMatchObject({ name: 'AI_InvalidArgumentError', message });
    expect(sent).toEqual([]);
  },
);
