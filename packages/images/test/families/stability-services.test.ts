import type { ImageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createImageModel } from '../../src/index.ts';
import { call as empty, file } from '../call.ts';
import { json, wire } from '../../../invocation/test/wire.ts';

const one = 'b25l';
const two = 'dHdv';
const mask = 'bWFzaw==';

const call: ImageModelV4CallOptions = { ...empty, files: [file(one)] };

async function made(
  service: string,
  options: Partial<ImageModelV4CallOptions>,
  bedrock: object = {},
): Promise<{ body: unknown; warnings: unknown[] }> {
  const { client, sent } = wire(() => json({ images: [two], seeds: [7], finish_reasons: [null] }));
  const { warnings } = await createImageModel(`us.stability.${service}-v1:0`, {}, client).doGenerate({
    ...call,
    ...options,
    // A test writes what a caller may write.
    providerOptions: { bedrock: bedrock as never },
  });
  return { body: sent[0]?.body, warnings };
}

// Each service with everything that it takes: what is asked for, and the body as AWS's page of the services has it.
const whole: readonly (readonly [string, Partial<ImageModelV4CallOptions>, object, object])[] = [
  [
    'stable-creative-upscale',
    { prompt: 'a', seed: 1 },
    { creativity: 0.3, negativeText: 'b', stylePreset: 'anime', outputFormat: 'webp' },
    {
      prompt: 'a',
      image: one,
      creativity: 0.3,
      negative_prompt: 'b',
      style_preset: 'anime',
      output_format: 'webp',
      seed: 1,
    },
  ],
  [
    'stable-conservative-upscale',
    { prompt: 'a', seed: 1 },
    { creativity: 0.35, negativeText: 'b' },
    { prompt: 'a', image: one, creativity: 0.35, negative_prompt: 'b', seed: 1 },
  ],
  ['stable-fast-upscale', {}, { outputFormat: 'png' }, { image: one, output_format: 'png' }],
  [
    'stable-image-inpaint',
    { prompt: 'a', mask: file(mask), seed: 0 },
    { growMask: 0, negativeText: 'b', stylePreset: 'enhance' },
    { prompt: 'a', image: one, mask, grow_mask: 0, negative_prompt: 'b', style_preset: 'enhance', seed: 0 },
  ],
  [
    'stable-outpaint',
    { prompt: 'a', seed: 1 },
    { left: 100, right: 0, up: 1, down: 2, creativity: 1, stylePreset: 'anime' },
    {
      prompt: 'a',
      image: one,
      left: 100,
      right: 0,
      up: 1,
      down: 2,
      creativity: 1,
      style_preset: 'anime',
      seed: 1,
    },
  ],
  [
    'stable-image-search-recolor',
    { prompt: 'a', seed: 1 },
    { selectPrompt: 'hat', growMask: 5, negativeText: 'b', stylePreset: 'anime' },
    {
      prompt: 'a',
      image: one,
      select_prompt: 'hat',
      grow_mask: 5,
      negative_prompt: 'b',
      style_preset: 'anime',
      seed: 1,
    },
  ],
  [
    'stable-image-search-replace',
    { prompt: 'a', seed: 1 },
    { searchPrompt: 'hat', growMask: 5, negativeText: 'b', stylePreset: 'anime' },
    {
      prompt: 'a',
      image: one,
      search_prompt: 'hat',
      grow_mask: 5,
      negative_prompt: 'b',
      style_preset: 'anime',
      seed: 1,
    },
  ],
  [
    'stable-image-erase-object',
    { mask: file(mask), seed: 1 },
    { growMask: 20 },
    { image: one, mask, grow_mask: 20, seed: 1 },
  ],
  ['stable-image-remove-background', {}, { outputFormat: 'webp' }, { image: one, output_format: 'webp' }],
  [
    'stable-image-control-sketch',
    { prompt: 'a', seed: 1 },
    { controlStrength: 0, negativeText: 'b', stylePreset: 'anime' },
    { prompt: 'a', image: one, control_strength: 0, negative_prompt: 'b', style_preset: 'anime', seed: 1 },
  ],
  [
    'stable-image-control-structure',
    { prompt: 'a', seed: 1 },
    { controlStrength: 0.7, negativeText: 'b', stylePreset: 'anime' },
    { prompt: 'a', image: one, control_strength: 0.7, negative_prompt: 'b', style_preset: 'anime', seed: 1 },
  ],
  [
    'stable-image-style-guide',
    { prompt: 'a', seed: 1, aspectRatio: '21:9' },
    { fidelity: 0.5, negativeText: 'b', stylePreset: 'anime' },
    {
      prompt: 'a',
      image: one,
      aspect_ratio: '21:9',
      fidelity: 0.5,
      negative_prompt: 'b',
      style_preset: 'anime',
      seed: 1,
    },
  ],
  [
    'stable-style-transfer',
    { prompt: 'a', seed: 1, files: [file(one), file(two)] },
    { compositionFidelity: 0.9, styleStrength: 1, changeStrength: 0.1, negativeText: 'b' },
    {
      prompt: 'a',
      init_image: one,
      style_image: two,
      composition_fidelity: 0.9,
      style_strength: 1,
      change_strength: 0.1,
      negative_prompt: 'b',
      seed: 1,
    },
  ],
];

describe('the services of Stability', () => {
  it('are thirteen', () => {
    expect(new Set(whole.map(([service]) => service)).size).toBe(13);
  });

  it.each(whole)('%s takes everything that its page lists', async (service, options, bedrock, body) => {
    expect(await made(service, options, bedrock)).toEqual({ body, warnings: [] });
  });

  it.each(whole)('%s needs its image', async (service, options, bedrock) => {
    await expect(made(service, { ...options, files: [] }, bedrock)).rejects.toThrow(
      /needs (init_)?image as prompt.images\[0\]\./,
    );
  });

  it.each([
    'stable-creative-upscale',
    'stable-image-inpaint',
    'stable-image-control-sketch',
    'stable-image-style-guide',
  ])('%s needs its prompt', async (service) => {
    await expect(made(service, {})).rejects.toThrow('needs a prompt.');
  });

  it.each([
    [
      'stable-image-search-recolor',
      'stability.stable-image-search-recolor-v1:0 needs the option selectPrompt.',
    ],
    [
      'stable-image-search-replace',
      'stability.stable-image-search-replace-v1:0 needs the option searchPrompt.',
    ],
    [
      'stable-outpaint',
      'stability.stable-outpaint-v1:0 needs left, right, up or down: how many pixels are added there.',
    ],
  ])('%s needs its option', async (service, message) => {
    await expect(made(service, { prompt: 'a' }, { left: 0 })).rejects.toThrow(message);
  });

  it('report what they have no use for', async () => {
    const { body, warnings } = await made(
      'stable-fast-upscale',
      { prompt: 'a', seed: 1, size: '512x512', mask: file(mask), files: [file(one), file(two)] },
      { creativity: 0.3 },
    );
    const name = 'stability.stable-fast-upscale-v1:0';
    expect(body).toEqual({ image: one });
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'creativity', details: `${name} has no such option.` },
      { type: 'unsupported', feature: 'prompt.images', details: `${name} takes 1; the others are left out.` },
      { type: 'unsupported', feature: 'mask', details: `${name} takes none.` },
      { type: 'unsupported', feature: 'prompt', details: `${name} takes none.` },
      { type: 'unsupported', feature: 'size', details: `${name} takes the size of the image.` },
      { type: 'unsupported', feature: 'seed', details: `${name} takes none.` },
    ]);
  });

  it('that are newer than the table are sent what most of them take', async () => {
    const { body } = await made('stable-image-inpaint-pro', { prompt: 'a' }, { growMask: 3 });
    expect(body).toEqual({ prompt: 'a', image: one, grow_mask: 3 });
    expect(await made('stable-fast-upscale-2', {})).toEqual({ body: { image: one }, warnings: [] });
  });
});
