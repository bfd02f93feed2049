// What Nova Canvas is sent for a garment that is tried on, and where it takes its mask from.
import { describe, expect, it } from 'vitest';
import { file } from '../call.ts';
import { made, mask, nova, one, two } from './canvas-call.ts';

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
