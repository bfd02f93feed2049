import { generateImage } from 'ai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImageModel, type ImageModelOptions } from '../src/index.ts';
import { json, throttled, wire } from '../../invocation/test/wire.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const logsWarnings = globalThis.AI_SDK_LOG_WARNINGS;
beforeAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = false;
});
afterAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = logsWarnings;
});

function canvas() {
  return wire(({ imageGenerationConfig }) => {
    const { numberOfImages } = imageGenerationConfig as { numberOfImages: number };
    return json({ images: Array.from({ length: numberOfImages }, () => png) });
  });
}
const counts = (sent: ReturnType<typeof canvas>['sent']): unknown =>
  sent.map(({ body }) => (body['imageGenerationConfig'] as { numberOfImages: number }).numberOfImages).sort();

describe('generateImage', () => {
  it('makes 7 images in two calls of 5 and 2', async () => {
    const { client, sent } = canvas();
    const { images, image } = await generateImage({
      model: createImageModel('amazon.nova-canvas-v1:0', {}, client),
      prompt: 'a cat',
      n: 7,
    });
    expect(images).toHaveLength(7);
    expect(image.mediaType).toBe('image/png');
    expect(image.base64).toBe(png);
    expect(counts(sent)).toEqual([2, 5]);
  });

  it('makes as many a call as the call says', async () => {
    const { client, sent } = canvas();
    const options: ImageModelOptions = { quality: 'premium', colors: undefined };
    await generateImage({
      model: createImageModel('amazon.nova-canvas-v1:0', {}, client),
      prompt: 'a cat',
      n: 7,
      maxImagesPerCall: 3,
      providerOptions: { bedrock: options },
    });
    expect(counts(sent)).toEqual([1, 3, 3]);
  });

  it('edits an image within a mask', async () => {
    const { client, sent } = canvas();
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    await generateImage({
      model: createImageModel('amazon.titan-image-generator-v2:0', {}, client),
      prompt: { text: 'a hat', images: [bytes], mask: `data:image/png;base64,${png}` },
    });
    expect(sent[0]?.body).toEqual({
      taskType: 'INPAINTING',
      inPaintingParams: { image: png, text: 'a hat', maskImage: png },
      imageGenerationConfig: { numberOfImages: 1 },
    });
  });

  it('makes several images of Stability with a seed each, in one call of as many requests', async () => {
    const { client, sent } = wire(({ seed }) =>
      json({ images: [png], seeds: [seed], finish_reasons: [null] }),
    );
    const { images, calls } = await generateImage({
      model: createImageModel('stability.stable-image-core-v1:1', {}, client),
      prompt: 'a cat',
      n: 3,
      seed: 42,
      aspectRatio: '16:9',
    });
    expect(sent.map(({ body }) => body)).toEqual([
      { prompt: 'a cat', aspect_ratio: '16:9', seed: 42 },
      { prompt: 'a cat', aspect_ratio: '16:9', seed: 43 },
      { prompt: 'a cat', aspect_ratio: '16:9', seed: 44 },
    ]);
    expect(images).toHaveLength(3);
    expect(images.map(({ providerMetadata }) => providerMetadata)).toEqual([
      { bedrock: { seed: 42 } },
      { bedrock: { seed: 43 } },
      { bedrock: { seed: 44 } },
    ]);
    expect(calls).toHaveLength(1);
  });

  it('of Stability gives the images that are not held back, and says what of the others', async () => {
    const { client } = wire(({ seed }) =>
      seed === 43
        ? json({ finish_reasons: ['Filter reason: output image'] })
        : json({ images: [png], seeds: [seed], finish_reasons: [null] }),
    );
    const { images, warnings, calls } = await generateImage({
      model: createImageModel('stability.stable-image-core-v1:1', {}, client),
      prompt: 'a cat',
      n: 3,
      seed: 42,
    });
    expect(images).toHaveLength(2);
    expect(warnings).toEqual([
      { type: 'other', message: '1 of 3 images are missing: Filter reason: output image' },
    ]);
    expect(calls.map((each) => each.providerMetadata)).toEqual([
      {
        bedrock: {
          images: [{ seed: 42 }, { seed: 44 }],
          requestIds: ['request-1', 'request-1', 'request-1'],
          withheld: 'Filter reason: output image',
        },
      },
    ]);
  });

  it('tries again after a throttled call, and not after one that was held back', async () => {
    const busy = wire((_, index) =>
      index === 0 ? throttled() : json({ images: [png], seeds: [1], finish_reasons: [null] }),
    );
    const model = createImageModel('stability.stable-image-core-v1:1', {}, busy.client);
    expect((await generateImage({ model, prompt: 'a cat' })).images).toHaveLength(1);
    expect(busy.sent).toHaveLength(2);

    const filtered = wire(() => json({ finish_reasons: ['Filter reason: prompt'] }));
    const call = generateImage({
      model: createImageModel('stability.stable-image-core-v1:1', {}, filtered.client),
      prompt: 'a cat',
    });
    await expect(call).rejects.toThrow('Filter reason: prompt');
    expect(filtered.sent).toHaveLength(1);
  });
});
