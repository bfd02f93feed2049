// What the Canvas family is sent for images that it makes: from words, in given colors, after other images.
import { describe, expect, it } from 'vitest';
import { createImageModel, type ImageModelOptions } from '../../src/index.ts';
import { file } from '../call.ts';
import { made, mask, nova, one, two } from './canvas-call.ts';
import { json, wire } from '../../../invocation/test/wire.ts';

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

  it('is sent words that AWS may add tomorrow, and the types take them', async () => {
    const options: ImageModelOptions = { quality: 'ultra', style: 'PASTEL' };
    expect(await made({ prompt: 'a cat' }, options)).toEqual({
      body: {
        taskType: 'TEXT_IMAGE',
        textToImageParams: { text: 'a cat', style: 'PASTEL' },
        imageGenerationConfig: { numberOfImages: 1, quality: 'ultra' },
      },
      warnings: [],
    });
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

  it.each([{ negativeText: '' }, { negativePrompt: '' }, { negativeText: '', negativePrompt: '' }])(
    'is told of nothing that is not wanted by %j, a field that was left empty',
    async (options) => {
      const { body, warnings } = await made({ prompt: 'a cat' }, options);
      expect(body).toMatchObject({ textToImageParams: { text: 'a cat' } });
      expect(body).not.toHaveProperty('textToImageParams.negativeText');
      expect(warnings).toEqual([]);
    },
  );

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

  const many = (length: number) => Array.from({ length }, () => '#FF8800');
  it('takes ten colors', async () => {
    const { body } = await made({ prompt: 'a cat' }, { colors: many(10) });
    expect(body).toMatchObject({ colorGuidedGenerationParams: { colors: many(10) } });
  });

  it.each([[['red']], [['#FF8800', 'red']], [['#FF88000']], [[]], ['#FF8800'], [many(11)]])(
    'refuses the colors %j',
    async (colors) => {
      await expect(made({ prompt: 'a cat' }, { colors })).rejects.toThrow(
        'expected 1 to 10 colors such as #FF8800.',
      );
    },
  );
});

describe('IMAGE_VARIATION', () => {
  it('is the task when images are given', async () => {
    const { body, warnings } = await made(
      { prompt: 'a cat', files: [file(one), file(new TextEncoder().encode('two'))], size: '512x512' },
      { similarityStrength: 0.9, negativeText: 'dogs' },
    );
    expect(body).toEqual({
      taskType: 'IMAGE_VARIATION',
      imageVariationParams: {
        images: [one, two],
        text: 'a cat',
        negativeText: 'dogs',
        similarityStrength: 0.9,
      },
      imageGenerationConfig: { width: 512, height: 512, numberOfImages: 1 },
    });
    expect(warnings).toEqual([]);
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
