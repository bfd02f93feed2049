// What the Canvas family does not take, which is refused before anything is sent.
import {
  type ImageModelV4CallOptions,
  InvalidArgumentError,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createImageModel } from '../../src/index.ts';
import { call, file } from '../call.ts';
import { made, nova, one } from './canvas-call.ts';
import { json, wire } from '../../../invocation/test/wire.ts';

const titan1 = 'amazon.titan-image-generator-v1';

describe('limits', () => {
  it.each([
    [{ prompt: 'a'.repeat(1025) }, {}, 'prompt has 1025 characters; amazon.nova-canvas-v1:0 takes 1024.'],
    [{ prompt: 'a' }, { negativeText: 'a'.repeat(1025) }, 'negativeText has 1025 characters'],
    [{ prompt: 'a' }, { negativeText: 5 }, 'providerOptions.bedrock.negativeText is 5, expected a string.'],
    [
      { prompt: 'a', seed: -1 },
      {},
      'seed is -1; amazon.nova-canvas-v1:0 takes an integer from 0 to 2147483646.',
    ],
    [{ prompt: 'a', seed: 2_147_483_647 }, {}, 'seed is 2147483647'],
    [{ prompt: 'a', seed: 1.5 }, {}, 'seed is 1.5'],
    [{ prompt: 'a', size: '1000x1000' }, {}, 'The nearest size that can be is 1008x1008.'],
    [
      { prompt: 'a', size: '512' },
      {},
      'size is "512", expected width and height in pixels such as 1024x768.',
    ],
  ])('are held before anything is sent: %j', async (options, bedrock, message) => {
    const { client, sent } = wire(() => json({ images: [one] }));
    const error: unknown = await createImageModel(nova, {}, client)
      .doGenerate({
        ...call,
        ...(options as Partial<ImageModelV4CallOptions>), // a size that is none stands among them
        providerOptions: { bedrock },
      })
      .then(undefined, (reason: unknown) => reason);
    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ message: expect.stringContaining(message) as string });
    expect(sent).toEqual([]);
  });

  it('of a seed are themselves taken', async () => {
    for (const seed of [0, 2_147_483_646])
      expect(await made({ prompt: 'a', seed })).toMatchObject({ body: { imageGenerationConfig: { seed } } });
  });

  it('count characters, of which an emoji is one', async () => {
    const prompt = '\u{1f600}'.repeat(1024);
    expect(await made({ prompt })).toMatchObject({
      body: { textToImageParams: { text: prompt } },
      warnings: [],
    });
    await expect(made({ prompt: `${prompt}a` })).rejects.toThrow(
      'prompt has 1025 characters; amazon.nova-canvas-v1:0 takes 1024.',
    );
  });

  it('of Titan Image v1 leave out what came with v2', async () => {
    const error: unknown = await made(
      { files: [file(one)] },
      { taskType: 'BACKGROUND_REMOVAL' },
      titan1,
    ).then(undefined, (reason: unknown) => reason);
    expect(UnsupportedFunctionalityError.isInstance(error)).toBe(true);
    expect((error as Error).message).toMatch(
      /^amazon.titan-image-generator-v1 cannot do BACKGROUND_REMOVAL \(background-removal\); it can do text-to-image,/,
    );
  });

  it('do not let a task through that nobody knows', async () => {
    await expect(made({ prompt: 'a' }, { taskType: 'TEXT_VIDEO' })).rejects.toThrow(
      'taskType TEXT_VIDEO is not one of TEXT_IMAGE, COLOR_GUIDED_GENERATION,',
    );
  });

  it('of Titan Image v2 are its own list of sizes and its own length of prompts', async () => {
    const titan2 = 'amazon.titan-image-generator-v2:0';
    const { body } = await made({ prompt: 'a', size: '1152x768' }, { returnMask: true }, titan2);
    expect(body).toMatchObject({ imageGenerationConfig: { width: 1152, height: 768 } });
    await expect(made({ prompt: 'a', size: '1280x720' }, {}, titan2)).rejects.toThrow(
      'The nearest size that can be is 1280x768.',
    );
    await expect(made({ prompt: 'a'.repeat(513) }, {}, titan2)).rejects.toThrow('takes 512.');
  });
});
