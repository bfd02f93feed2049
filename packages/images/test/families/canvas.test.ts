import {
  type ImageModelV4CallOptions,
  InvalidArgumentError,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createImageModel } from '../../src/index.ts';
import { call, file } from '../call.ts';
import { json, wire } from '../../../invocation/test/wire.ts';

const nova = 'amazon.nova-canvas-v1:0';
const titan1 = 'amazon.titan-image-generator-v1';
const one = 'b25l';
const two = 'dHdv';
const mask = 'bWFzaw==';

async function made(
  options: Partial<ImageModelV4CallOptions>,
  bedrock: object = {},
  id = nova,
): Promise<{ body: unknown; warnings: unknown }> {
  const { client, sent } = wire(({ imageGenerationConfig: config }) => {
    const { numberOfImages = 1 } = (config ?? {}) as { numberOfImages?: number }; // as the model itself would read it
    return json({ images: Array.from({ length: numberOfImages }, () => one) });
  });
  const { warnings } = await createImageModel(id, {}, client).doGenerate({
    ...call,
    ...options,
    // A test writes what a caller may write.
    providerOptions: { bedrock: bedrock as never },
  });
  expect(sent).toHaveLength(1);
  // The end of Nova Canvas' life is tested beside the model.
  return { body: sent[0]?.body, warnings: warnings.filter(({ type }) => type !== 'deprecated') };
}

describe('TEXT_IMAGE', () => {
  it('is sent a prompt alone', async () => {
    expect(await made({ prompt: 'a cat' })).toEqual({
      body: {
        taskType: 'TEXT_IMAGE',
        textToImageParams: { text: 'a cat' },
        imageGenerationConfig: { numberOfImages: 1 },
      },
      warnings: [],
    });
  });

  it('reports a control that has no image to follow', async () => {
    const { body, warnings } = await made(
      { prompt: 'a cat' },
      { controlMode: 'CANNY_EDGE', controlStrength: 0.5 },
    );
    expect(body).toMatchObject({ textToImageParams: { text: 'a cat' } });
    expect(warnings).toEqual(
      ['controlMode', 'controlStrength'].map((feature) => ({
        type: 'unsupported',
        feature,
        details: `${nova} needs an image for it.`,
      })),
    );
  });

  it('is sent everything that can be asked for, a seed of 0 and a cfgScale of 0 too', async () => {
    const { body, warnings } = await made(
      { prompt: 'a cat', n: 3, size: '1280x720', seed: 0 },
      { negativeText: 'dogs', style: 'PHOTOREALISM', quality: 'premium', cfgScale: 0 },
    );
    expect(body).toEqual({
      taskType: 'TEXT_IMAGE',
      textToImageParams: { text: 'a cat', negativeText: 'dogs', style: 'PHOTOREALISM' },
      imageGenerationConfig: {
        width: 1280,
        height: 720,
        quality: 'premium',
        cfgScale: 0,
        seed: 0,
        numberOfImages: 3,
      },
    });
    expect(warnings).toEqual([]);
  });

  it('is sent an image that conditions it', async () => {
    const { body } = await made(
      { prompt: 'a cat', files: [file(one)] },
      { taskType: 'TEXT_IMAGE', controlMode: 'SEGMENTATION', controlStrength: 0.3 },
    );
    expect(body).toMatchObject({
      textToImageParams: {
        text: 'a cat',
        conditionImage: one,
        controlMode: 'SEGMENTATION',
        controlStrength: 0.3,
      },
    });
  });

  it('is the task of an image that a control follows', async () => {
    const { body } = await made({ prompt: 'a cat', files: [file(one)] }, { controlMode: 'CANNY_EDGE' });
    expect(body).toEqual({
      taskType: 'TEXT_IMAGE',
      textToImageParams: { text: 'a cat', conditionImage: one, controlMode: 'CANNY_EDGE' },
      imageGenerationConfig: { numberOfImages: 1 },
    });
  });

  it('is sent an aspect ratio as a size, and says so', async () => {
    const { body, warnings } = await made({ prompt: 'a cat', aspectRatio: '16:9' });
    expect(body).toMatchObject({ imageGenerationConfig: { width: 1280, height: 720 } });
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'aspectRatio',
        details: 'amazon.nova-canvas-v1:0 takes a size: aspectRatio 16:9 is sent as 1280x720.',
      },
    ]);
  });

  it('takes the size where both are given', async () => {
    const { body, warnings } = await made({ prompt: 'a cat', size: '512x512', aspectRatio: '16:9' });
    expect(body).toMatchObject({ imageGenerationConfig: { width: 512, height: 512 } });
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'aspectRatio',
        details: 'amazon.nova-canvas-v1:0 takes the size 512x512.',
      },
    ]);
  });

  it.each([undefined, ''])('needs a prompt, which %j is not', async (prompt) => {
    await expect(made({ prompt })).rejects.toThrow('amazon.nova-canvas-v1:0 needs a prompt.');
  });

  it('reports what it has no use for', async () => {
    const { warnings } = await made(
      { prompt: 'a cat', mask: file(mask) },
      { similarityStrength: 0.5, strength: 0.5 },
    );
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'similarityStrength',
        details: 'amazon.nova-canvas-v1:0 has no such option for TEXT_IMAGE.',
      },
      {
        type: 'unsupported',
        feature: 'strength',
        details: 'amazon.nova-canvas-v1:0 has no such option for TEXT_IMAGE.',
      },
      { type: 'unsupported', feature: 'mask', details: 'amazon.nova-canvas-v1:0 takes none for TEXT_IMAGE.' },
    ]);
  });
});

describe('COLOR_GUIDED_GENERATION', () => {
  it('is the task when colors are given', async () => {
    const { body } = await made(
      { prompt: 'a cat', files: [file(one)] },
      { colors: ['#FF8800', '#00aaff'], negativeText: 'dogs' },
    );
    expect(body).toEqual({
      taskType: 'COLOR_GUIDED_GENERATION',
      colorGuidedGenerationParams: {
        text: 'a cat',
        negativeText: 'dogs',
        colors: ['#FF8800', '#00aaff'],
        referenceImage: one,
      },
      imageGenerationConfig: { numberOfImages: 1 },
    });
  });

  it('needs colors', async () => {
    await expect(made({ prompt: 'a cat' }, { taskType: 'COLOR_GUIDED_GENERATION' })).rejects.toThrow(
      'This task needs colors.',
    );
  });

  it.each([[['red']], [[]], ['#FF8800']])('refuses the colors %j', async (colors) => {
    await expect(made({ prompt: 'a cat' }, { colors })).rejects.toThrow(
      'expected 1 to 10 colors such as #FF8800.',
    );
  });
});

describe('IMAGE_VARIATION', () => {
  it('is the task when images are given', async () => {
    const { body } = await made(
      { prompt: 'a cat', files: [file(one), file(new TextEncoder().encode('two'))], size: '512x512' },
      { similarityStrength: 0.9 },
    );
    expect(body).toEqual({
      taskType: 'IMAGE_VARIATION',
      imageVariationParams: { images: [one, two], text: 'a cat', similarityStrength: 0.9 },
      imageGenerationConfig: { width: 512, height: 512, numberOfImages: 1 },
    });
  });

  it('needs no prompt', async () => {
    const { body } = await made({ prompt: '', files: [file(one)] });
    expect(body).toMatchObject({ imageVariationParams: { images: [one] } });
  });

  it('takes five images and reports the sixth', async () => {
    const { body, warnings } = await made({ files: Array.from({ length: 6 }, () => file(one)) });
    expect(body).toMatchObject({ imageVariationParams: { images: [one, one, one, one, one] } });
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'prompt.images',
        details: 'amazon.nova-canvas-v1:0 takes 5 for IMAGE_VARIATION; the others are left out.',
      },
    ]);
  });
});

describe('INPAINTING and OUTPAINTING', () => {
  it('are sent a mask as an image', async () => {
    const { body } = await made(
      { prompt: 'a hat', files: [file(one)], mask: file(mask) },
      { negativeText: 'caps' },
    );
    expect(body).toEqual({
      taskType: 'INPAINTING',
      inPaintingParams: { image: one, text: 'a hat', negativeText: 'caps', maskImage: mask },
      imageGenerationConfig: { numberOfImages: 1 },
    });
  });

  it('are sent a mask in words', async () => {
    const { body } = await made({ files: [file(one)] }, { maskPrompt: 'the hat' });
    expect(body).toEqual({
      taskType: 'INPAINTING',
      inPaintingParams: { image: one, maskPrompt: 'the hat' },
      imageGenerationConfig: { numberOfImages: 1 },
    });
  });

  it('are told apart by outPaintingMode', async () => {
    const { body } = await made(
      { prompt: 'a beach', files: [file(one)] },
      { maskPrompt: 'the man', outPaintingMode: 'PRECISE' },
    );
    expect(body).toEqual({
      taskType: 'OUTPAINTING',
      outPaintingParams: { image: one, text: 'a beach', maskPrompt: 'the man', outPaintingMode: 'PRECISE' },
      imageGenerationConfig: { numberOfImages: 1 },
    });
  });

  it('report a size, which is that of the image', async () => {
    const { body, warnings } = await made({ files: [file(one)], mask: file(mask), size: '512x512' });
    expect(body).toEqual({
      taskType: 'INPAINTING',
      inPaintingParams: { image: one, maskImage: mask },
      imageGenerationConfig: { numberOfImages: 1 },
    });
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'size',
        details: 'amazon.nova-canvas-v1:0 takes the size of the image for INPAINTING.',
      },
    ]);
  });

  it.each([
    ['no mask', {}, { taskType: 'INPAINTING' }],
    ['two masks', { mask: file(mask) }, { maskPrompt: 'the hat' }],
  ])('refuse %s', async (_, options, bedrock) => {
    await expect(made({ files: [file(one)], ...options }, bedrock)).rejects.toThrow(
      'Say what is painted: give either prompt.mask or the option maskPrompt, one of the two.',
    );
  });

  it('need an image', async () => {
    await expect(made({ prompt: 'a' }, { taskType: 'OUTPAINTING', maskPrompt: 'b' })).rejects.toThrow(
      'amazon.nova-canvas-v1:0 needs an image as prompt.images[0].',
    );
  });
});

describe('BACKGROUND_REMOVAL', () => {
  it('is sent the image and nothing else', async () => {
    expect(await made({ files: [file(one)] }, { taskType: 'BACKGROUND_REMOVAL' })).toEqual({
      body: { taskType: 'BACKGROUND_REMOVAL', backgroundRemovalParams: { image: one } },
      warnings: [],
    });
  });

  it('reports all that it has no use for', async () => {
    const { body, warnings } = await made(
      { prompt: 'a', n: 2, seed: 1, size: '512x512', files: [file(one)] },
      { taskType: 'BACKGROUND_REMOVAL', quality: 'premium' },
    );
    expect(body).toEqual({ taskType: 'BACKGROUND_REMOVAL', backgroundRemovalParams: { image: one } });
    expect((warnings as { feature: string }[]).map(({ feature }) => feature)).toEqual([
      'quality',
      'prompt',
      'seed',
      'n',
      'size',
    ]);
  });

  it('without an image is refused, not turned into another task', async () => {
    await expect(made({ prompt: 'a' }, { taskType: 'BACKGROUND_REMOVAL' })).rejects.toThrow(
      'amazon.nova-canvas-v1:0 needs an image as prompt.images[0].',
    );
  });
});

describe('VIRTUAL_TRY_ON', () => {
  const files = [file(one), file(two)];

  it('is sent a garment', async () => {
    const { body, warnings } = await made(
      { files, n: 2 },
      {
        garmentBasedMask: { garmentClass: 'UPPER_BODY', garmentStyling: { tuckingStyle: 'TUCKED' } },
        maskExclusions: { preserveFace: 'ON' },
        mergeStyle: 'SEAMLESS',
        returnMask: true,
      },
    );
    expect(body).toEqual({
      taskType: 'VIRTUAL_TRY_ON',
      virtualTryOnParams: {
        sourceImage: one,
        referenceImage: two,
        maskType: 'GARMENT',
        garmentBasedMask: { garmentClass: 'UPPER_BODY', garmentStyling: { tuckingStyle: 'TUCKED' } },
        maskExclusions: { preserveFace: 'ON' },
        mergeStyle: 'SEAMLESS',
        returnMask: true,
      },
      imageGenerationConfig: { numberOfImages: 2 },
    });
    expect(warnings).toEqual([]);
  });

  it('is sent a mask as an image', async () => {
    const { body } = await made({ files, mask: file(mask) }, { taskType: 'VIRTUAL_TRY_ON' });
    expect(body).toMatchObject({
      virtualTryOnParams: { maskType: 'IMAGE', imageBasedMask: { maskImage: mask } },
    });
  });

  it('is sent a mask in words, the prompt among them', async () => {
    const { body } = await made({ files, prompt: 'the shirt' }, { maskType: 'PROMPT' });
    expect(body).toMatchObject({
      virtualTryOnParams: { maskType: 'PROMPT', promptBasedMask: { maskPrompt: 'the shirt' } },
    });
  });

  it.each([
    [{ maskType: 'IMAGE' }, 'mask', ['garmentBasedMask', 'promptBasedMask', 'maskPrompt', 'prompt']],
    [{ maskType: 'GARMENT' }, 'garmentBasedMask', ['mask', 'promptBasedMask', 'maskPrompt', 'prompt']],
    [{ maskType: 'PROMPT' }, 'promptBasedMask', ['mask', 'garmentBasedMask', 'maskPrompt', 'prompt']],
  ])('of all masks at once uses that of %j and reports the others', async (chosen, used, others) => {
    const { warnings } = await made(
      { files, prompt: 'the shirt', mask: file(mask) },
      {
        ...chosen,
        garmentBasedMask: { garmentClass: 'UPPER_BODY' },
        promptBasedMask: { maskPrompt: 'the sleeves' },
        maskPrompt: 'the collar',
      },
    );
    expect(warnings).toEqual(
      others.map((feature) => ({
        type: 'unsupported',
        feature,
        details: `${nova} takes its mask from ${used}.`,
      })),
    );
  });

  it.each([
    [{ taskType: 'VIRTUAL_TRY_ON' }, 'This task needs promptBasedMask.'],
    [{ maskType: 'GARMENT' }, 'This task needs garmentBasedMask.'],
    [{ maskType: 'IMAGE' }, 'This task needs prompt.mask.'],
  ])('refuses %j without a mask', async (bedrock, message) => {
    await expect(made({ files }, bedrock)).rejects.toThrow(message);
  });

  it('needs two images', async () => {
    await expect(
      made({ files: [file(one)] }, { maskPrompt: 'a', taskType: 'VIRTUAL_TRY_ON' }),
    ).rejects.toThrow('needs an image of what is tried on as prompt.images[1].');
  });
});

describe('Titan Image', () => {
  it('is sent no style, which it has not, and says so', async () => {
    const id = 'amazon.titan-image-generator-v2:0';
    const { body, warnings } = await made({ prompt: 'a cat' }, { style: 'PHOTOREALISM' }, id);
    expect(body).toEqual({
      taskType: 'TEXT_IMAGE',
      textToImageParams: { text: 'a cat' },
      imageGenerationConfig: { numberOfImages: 1 },
    });
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'style', details: `${id} has no such option for TEXT_IMAGE.` },
    ]);
  });
});

describe('limits', () => {
  it.each([
    [{ prompt: 'a'.repeat(1025) }, {}, 'prompt has 1025 characters; amazon.nova-canvas-v1:0 takes 1024.'],
    [{ prompt: 'a' }, { negativeText: 'a'.repeat(1025) }, 'negativeText has 1025 characters'],
    [
      { prompt: 'a', seed: -1 },
      {},
      'seed is -1; amazon.nova-canvas-v1:0 takes an integer from 0 to 2147483646.',
    ],
    [{ prompt: 'a', seed: 2_147_483_647 }, {}, 'seed is 2147483647'],
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

describe('names of models', () => {
  it.each([
    'us.amazon.nova-canvas-v1:0',
    'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-canvas-v1:0',
  ])('%s is Nova Canvas', async (id) => {
    const { body } = await made({ prompt: 'a cat' }, {}, id);
    expect(body).toMatchObject({ taskType: 'TEXT_IMAGE' });
    const { client } = wire(() => json({}));
    expect(createImageModel(id, {}, client).maxImagesPerCall).toBe(5);
  });
});
