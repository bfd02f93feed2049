// What the Canvas family is sent for an image that it changes: in a part of it, or around what it shows.
import { describe, expect, it } from 'vitest';
import { file } from '../call.ts';
import { made, mask, one } from './canvas-call.ts';

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
    const { body } = await made({ files: [file(one)] }, { maskPrompt: 'the hat', returnMask: true });
    expect(body).toEqual({
      taskType: 'INPAINTING',
      inPaintingParams: { image: one, maskPrompt: 'the hat', returnMask: true },
      imageGenerationConfig: { numberOfImages: 1 },
    });
  });

  it('are told apart by outPaintingMode', async () => {
    const { body } = await made(
      { prompt: 'a beach', files: [file(one)] },
      { maskPrompt: 'the man', negativeText: 'rocks', outPaintingMode: 'PRECISE', returnMask: false },
    );
    expect(body).toEqual({
      taskType: 'OUTPAINTING',
      outPaintingParams: {
        image: one,
        text: 'a beach',
        maskPrompt: 'the man',
        negativeText: 'rocks',
        outPaintingMode: 'PRECISE',
        returnMask: false,
      },
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
      'Say what to repaint: give either prompt.mask or the option maskPrompt.',
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
