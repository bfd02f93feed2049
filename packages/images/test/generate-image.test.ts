import { generateImage } from 'ai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImageModel, type ImageModelOptions } from '../src/index.ts';
import { json, refusal, wire } from '../../invocation/test/wire.ts';

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

  it('gives the seed of each image of Stability', async () => {
    const { client, sent } = wire((_, index) =>
      json({ images: [png], seeds: [index], finish_reasons: [null] }),
    );
    const { images, calls } = await generateImage({
      model: createImageModel('stability.stable-image-core-v1:1', {}, client),
      prompt: 'a cat',
      n: 3,
      aspectRatio: '16:9',
    });
    expect(sent.map(({ body }) => body)).toEqual([
      { prompt: 'a cat', aspect_ratio: '16:9' },
      { prompt: 'a cat', aspect_ratio: '16:9' },
      { prompt: 'a cat', aspect_ratio: '16:9' },
    ]);
    expect(images).toHaveLength(3);
    expect(images.map(({ providerMetadata }) => providerMetadata)).toEqual([
      { bedrock: { seed: 0 } },
      { bedrock: { seed: 1 } },
      { bedrock: { seed: 2 } },
    ]);
    expect(calls).toHaveLength(3);
  });

  it('tries again after a throttled call, and not after one that was held back', async () => {
    const throttled = wire((_, index) =>
      index === 0
        ? refusal(429, 'ThrottlingException', 'Slow down.')
        : json({ images: [png], seeds: [1], finish_reasons: [null] }),
    );
    const model = createImageModel('stability.stable-image-core-v1:1', {}, throttled.client);
    expect((await generateImage({ model, prompt: 'a cat' })).images).toHaveLength(1);
    expect(throttled.sent).toHaveLength(2);

    const filtered = wire(() => json({ finish_reasons: ['Filter reason: prompt'] }));
    const call = generateImage({
      model: createImageModel('stability.stable-image-core-v1:1', {}, filtered.client),
      prompt: 'a cat',
    });
    await expect(call).rejects.toThrow('Filter reason: prompt');
    expect(filtered.sent).toHaveLength(1);
  });
});
