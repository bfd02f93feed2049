// Every family of image models against the local Bedrock: it parses and checks the bodies and answers with real images.
import type { JSONObject } from '@ai-sdk/provider';
import { createImageModel } from '@bedrock-kit/images';
import { createLocalBedrock } from '@bedrock-kit/local';
import { createClient, sigv4Auth } from '@bedrock-kit/runtime';
import { APICallError, generateImage } from 'ai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const local = createLocalBedrock({ availability: 'ignore' });
const client = createClient({
  region: local.region,
  fetch: local.fetch,
  authorize: sigv4Auth({ credentials: local.credentials }),
});
const nova = createImageModel('amazon.nova-canvas-v1:0', {}, client);
const titan = createImageModel('amazon.titan-image-generator-v2:0', {}, client);
const core = createImageModel('stability.stable-image-core-v1:1', {}, client);
const stability = (service: string): ReturnType<typeof createImageModel> =>
  createImageModel(`us.stability.${service}-v1:0`, {}, client);

const logsWarnings = globalThis.AI_SDK_LOG_WARNINGS;
beforeAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = false;
});
afterAll(() => {
  globalThis.AI_SDK_LOG_WARNINGS = logsWarnings;
});

/** Width and height of a PNG: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(png: Uint8Array): string {
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(png.buffer, png.byteOffset);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
}

async function photo(size: `${number}x${number}` = '512x512'): Promise<Uint8Array> {
  const { image } = await generateImage({ model: nova, prompt: 'a man with a straw hat', size, seed: 1 });
  return image.uint8Array;
}

describe('Nova Canvas and Titan Image', () => {
  test.each([
    ['Nova Canvas', nova, '320x320'],
    ['Nova Canvas', nova, '1280x720'],
    ['Titan Image', titan, '768x1152'],
  ] as const)('%s makes a PNG of the size that is asked for: %#', async (_, model, size) => {
    const { image } = await generateImage({ model, prompt: 'a lighthouse', size });
    expect(sizeOf(image.uint8Array)).toBe(size);
  });

  test('Nova Canvas makes a PNG of the ratio that is asked for', async () => {
    const { image } = await generateImage({ model: nova, prompt: 'a lighthouse', aspectRatio: '16:9' });
    expect(sizeOf(image.uint8Array)).toBe('1280x720');
  });

  test('7 images are two calls, and the same seed makes the same image', async () => {
    const before = local.requests.length;
    const { images } = await generateImage({
      model: nova,
      prompt: 'a lighthouse',
      n: 7,
      size: '320x320',
      seed: 0,
    });
    expect(images).toHaveLength(7);
    expect(local.requests.length - before).toBe(2);
    const [first] = images;
    const { image } = await generateImage({ model: nova, prompt: 'a lighthouse', size: '320x320', seed: 0 });
    const { image: other } = await generateImage({
      model: nova,
      prompt: 'a lighthouse',
      size: '320x320',
      seed: 1,
    });
    expect(image.base64).toBe(first?.base64);
    expect(other.base64).not.toBe(image.base64);
  });

  interface Task {
    readonly text?: string;
    readonly images: number;
    readonly mask?: Uint8Array;
  }
  const tasks = (
    mask: Uint8Array,
  ): readonly (readonly [name: string, prompt: Task, options: JSONObject])[] => [
    ['conditioning', { text: 'a man', images: 1 }, { taskType: 'TEXT_IMAGE', controlMode: 'SEGMENTATION' }],
    ['colors', { text: 'a man', images: 0 }, { colors: ['#FF8800', '#0000FF'] }],
    ['variation', { text: 'a man', images: 2 }, { similarityStrength: 0.5 }],
    ['inpainting by a mask', { text: 'a cap', images: 1, mask }, {}],
    ['inpainting by words', { text: 'a cap', images: 1 }, { maskPrompt: 'the hat' }],
    ['outpainting', { text: 'a beach', images: 1 }, { maskPrompt: 'the man', outPaintingMode: 'PRECISE' }],
    ['background removal', { images: 1 }, { taskType: 'BACKGROUND_REMOVAL' }],
  ];

  test.each(['amazon.nova-canvas-v1:0', 'amazon.titan-image-generator-v2:0'])(
    '%s does every task',
    async (id) => {
      const model = createImageModel(id, {}, client);
      const image = await photo();
      const { image: mask } = await generateImage({
        model: nova,
        prompt: 'black and white',
        size: '512x512',
      });
      for (const [name, { images, ...prompt }, bedrock] of tasks(mask.uint8Array)) {
        const given =
          images === 0
            ? (prompt.text ?? '')
            : { ...prompt, images: Array.from({ length: images }, () => image) };
        const result = await generateImage({ model, prompt: given, providerOptions: { bedrock } });
        expect([name, sizeOf(result.image.uint8Array)]).toEqual([name, expect.stringMatching(/^\d+x\d+$/)]);
      }
    },
  );

  test('Nova Canvas tries clothes on, and gives the mask', async () => {
    const image = await photo();
    const { image: made } = await generateImage({
      model: nova,
      prompt: { images: [image, image] },
      providerOptions: { bedrock: { garmentBasedMask: { garmentClass: 'UPPER_BODY' }, returnMask: true } },
    });
    expect(sizeOf(made.uint8Array)).toBe('512x512');
    expect(made.providerMetadata?.['bedrock']?.['maskImage']).toEqual(expect.any(String));
  });

  test('images that are held back are told, in part in a warning, all of them in an error', async () => {
    const { images, warnings } = await generateImage({
      model: nova,
      prompt: 'a lighthouse; withhold 2 of the images',
      n: 3,
      size: '320x320',
    });
    expect(images).toHaveLength(1);
    expect(warnings).toContainEqual({
      type: 'other',
      message: expect.stringMatching(
        /^2 of 3 images are missing: Some of the generated images have been blocked/,
      ) as string,
    });
    const error: unknown = await generateImage({ model: nova, prompt: 'withhold all images' }).then(
      undefined,
      (reason: unknown) => reason,
    );
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringContaining('All of the generated images have been blocked') as string,
      isRetryable: false,
    });
  });

  test('a model past its end says so', async () => {
    const aws = createLocalBedrock();
    const model = createImageModel(
      'amazon.nova-canvas-v1:0',
      {},
      createClient({
        region: aws.region,
        fetch: aws.fetch,
        authorize: sigv4Auth({ credentials: aws.credentials }),
      }),
    );
    const error: unknown = await generateImage({ model, prompt: 'a lighthouse' }).then(
      undefined,
      (reason: unknown) => reason,
    );
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringContaining('calls fail after 2026-09-30') as string,
    });
  });
});

describe('Stability', () => {
  test.each([
    ['1:1', 1],
    ['16:9', 16 / 9],
    ['9:21', 9 / 21],
  ] as const)('makes an image of the ratio %s', async (aspectRatio, ratio) => {
    const { image } = await generateImage({ model: core, prompt: 'a lighthouse', aspectRatio });
    const [width = 0, height = 1] = sizeOf(image.uint8Array).split('x').map(Number);
    expect(width / height).toBeCloseTo(ratio, 1);
  });

  test('makes three images in three requests, each with its seed', async () => {
    const { images } = await generateImage({ model: core, prompt: 'a lighthouse', n: 3 });
    const seeds = images.map(({ providerMetadata }) => providerMetadata?.['bedrock']?.['seed']);
    expect(images).toHaveLength(3);
    for (const seed of seeds) expect(seed).toEqual(expect.any(Number));
  });

  test('makes an image of an image', async () => {
    const { image } = await generateImage({
      model: createImageModel('stability.sd3-5-large-v1:0', {}, client),
      prompt: { text: 'a man', images: [await photo()] },
      providerOptions: { bedrock: { strength: 0.4, outputFormat: 'jpeg' } },
    });
    expect(image.mediaType).toBe('image/jpeg');
  });

  test.each([
    ['stable-creative-upscale', 'sharp', {}],
    ['stable-conservative-upscale', 'sharp', { creativity: 0.2 }],
    ['stable-fast-upscale', undefined, {}],
    ['stable-outpaint', undefined, { left: 64, up: 32 }],
    ['stable-image-search-recolor', 'blue', { selectPrompt: 'the hat' }],
    ['stable-image-search-replace', 'a cap', { searchPrompt: 'the hat' }],
    ['stable-image-remove-background', undefined, {}],
    ['stable-image-control-sketch', 'a man', { controlStrength: 0.5 }],
    ['stable-image-control-structure', 'a man', { controlStrength: 0.5 }],
    ['stable-image-style-guide', 'a man', { fidelity: 0.3 }],
  ])('%s edits', async (service, text, bedrock) => {
    const { image } = await generateImage({
      model: stability(service),
      prompt: { ...(text !== undefined && { text }), images: [await photo()] },
      ...(!/fast|background/.test(service) && { seed: 5 }),
      providerOptions: { bedrock },
    });
    expect(sizeOf(image.uint8Array)).toMatch(/^\d+x\d+$/);
  });

  test.each([
    ['stable-image-inpaint', 'a cap'],
    ['stable-image-erase-object', undefined],
  ])('%s edits within a mask', async (service, text) => {
    const image = await photo();
    const { image: made } = await generateImage({
      model: stability(service),
      prompt: { ...(text !== undefined && { text }), images: [image], mask: image },
    });
    expect(sizeOf(made.uint8Array)).toBe('512x512');
  });

  test('stable-style-transfer takes two images', async () => {
    const image = await photo();
    const { image: made } = await generateImage({
      model: stability('stable-style-transfer'),
      prompt: { images: [image, image] },
      providerOptions: { bedrock: { styleStrength: 0.5 } },
    });
    expect(sizeOf(made.uint8Array)).toMatch(/^\d+x\d+$/);
  });

  test('a prompt that its filter refuses is an error with the reason', async () => {
    await expect(generateImage({ model: core, prompt: 'gore' })).rejects.toThrow('Filter reason: prompt');
  });
});
