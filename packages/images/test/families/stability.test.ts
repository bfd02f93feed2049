import type { ImageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createImageModel } from '../../src/index.ts';
import { call, file } from '../call.ts';
import { json, type Sent, wire } from '../../../invocation/test/wire.ts';

const core = 'stability.stable-image-core-v1:1';
const ultra = 'stability.stable-image-ultra-v1:1';
const sd35 = 'stability.sd3-5-large-v1:0';
const one = 'b25l';

async function made(
  id: string,
  options: Partial<ImageModelV4CallOptions>,
  bedrock: object = {},
): Promise<{ bodies: Sent['body'][]; warnings: unknown[] }> {
  const { client, sent } = wire(({ seed }) =>
    json({ images: [one], seeds: [seed ?? 7], finish_reasons: [null] }),
  );
  const { warnings } = await createImageModel(id, {}, client).doGenerate({
    ...call,
    ...options,
    // A test writes what a caller may write.
    providerOptions: { bedrock: bedrock as never },
  });
  return { bodies: sent.map(({ body }) => body), warnings };
}

describe('a prompt', () => {
  it.each([core, ultra, sd35])('alone is all that %s is sent', async (id) => {
    expect(await made(id, { prompt: 'a cat' })).toEqual({ bodies: [{ prompt: 'a cat' }], warnings: [] });
  });

  it('alone has no strength, and says so', async () => {
    const { bodies, warnings } = await made(ultra, { prompt: 'a' }, { strength: 0.5 });
    expect(bodies).toEqual([{ prompt: 'a' }]);
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'strength', details: `${ultra} has no such option.` },
    ]);
  });

  it('for several images goes with the next seeds, after the last one with the first', async () => {
    const { bodies } = await made(sd35, { prompt: 'a', n: 3, seed: 4_294_967_293 });
    expect(bodies).toEqual([
      { prompt: 'a', seed: 4_294_967_293 },
      { prompt: 'a', seed: 4_294_967_294 },
      { prompt: 'a', seed: 1 },
    ]);
  });

  it('goes with ratio, format, seed and what the image shall not show', async () => {
    const { bodies, warnings } = await made(
      core,
      { prompt: 'a cat', aspectRatio: '16:9', seed: 0 },
      { outputFormat: 'jpeg', negativePrompt: 'dogs' },
    );
    expect(bodies).toEqual([
      { prompt: 'a cat', aspect_ratio: '16:9', output_format: 'jpeg', negative_prompt: 'dogs', seed: 0 },
    ]);
    expect(warnings).toEqual([]);
  });

  it('is sent as often as images are asked for, each time with the next seed', async () => {
    expect((await made(core, { prompt: 'a', n: 3, seed: 5 })).bodies.map(({ seed }) => seed)).toEqual([
      5, 6, 7,
    ]);
    expect((await made(core, { prompt: 'a', n: 2, seed: 0 })).bodies.map(({ seed }) => seed)).toEqual([0, 0]);
    expect((await made(core, { prompt: 'a', n: 2 })).bodies).toEqual([{ prompt: 'a' }, { prompt: 'a' }]);
  });

  it('of 10,001 characters is refused', async () => {
    await expect(made(core, { prompt: 'a'.repeat(10_001) })).rejects.toThrow(
      `prompt has 10001 characters; ${core} takes 10000.`,
    );
  });
});

describe('a size', () => {
  it.each(['0x1024', '1024x0', '0x0'] as const)('of no pixels is refused: %s', async (size) => {
    await expect(made(ultra, { prompt: 'a', size })).rejects.toThrow(
      `size is "${size}", expected width and height in pixels such as 1024x768.`,
    );
  });

  it.each([
    ['1024x1024', '1:1'],
    ['1280x720', '16:9'],
    ['1000x1500', '2:3'],
    ['800x1000', '4:5'],
    ['880x1000', '4:5'],
  ] as const)('%s is sent as the ratio %s, and says so', async (size, ratio) => {
    const { bodies, warnings } = await made(ultra, { prompt: 'a', size });
    expect(bodies).toEqual([{ prompt: 'a', aspect_ratio: ratio }]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'size',
        details: `${ultra} takes a ratio and chooses the pixels itself: size ${size} is sent as aspect_ratio ${ratio}.`,
      },
    ]);
  });

  it('beside a ratio is left out', async () => {
    const { bodies, warnings } = await made(core, { prompt: 'a', size: '512x512', aspectRatio: '21:9' });
    expect(bodies).toEqual([{ prompt: 'a', aspect_ratio: '21:9' }]);
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'size',
        details: `${core} takes the ratio 21:9.`,
      },
    ]);
  });

  it('as a ratio that there is none of is refused with the nearest', async () => {
    await expect(made(core, { prompt: 'a', aspectRatio: '4:3' })).rejects.toThrow(
      `${core} makes 16:9, 1:1, 21:9, 2:3, 3:2, 4:5, 5:4, 9:16, 9:21, not 4:3. The nearest is 5:4.`,
    );
  });
});

describe('an image', () => {
  it('goes with its strength, and the ratio is its own', async () => {
    const { bodies, warnings } = await made(
      sd35,
      { prompt: 'a', files: [file(one)], aspectRatio: '1:1' },
      { strength: 0.8, negativeText: 'dogs', outputFormat: 'png' },
    );
    const texts = { prompt: 'a', negative_prompt: 'dogs', output_format: 'png' };
    expect(bodies).toEqual([{ ...texts, mode: 'image-to-image', image: one, strength: 0.8 }]);
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'aspectRatio', details: `${sd35} takes the size of the image.` },
    ]);
  });

  it('goes with a strength of 0.35 where none is given', async () => {
    const { bodies } = await made(ultra, { prompt: 'a', files: [file(one)] });
    expect(bodies).toEqual([{ prompt: 'a', mode: 'image-to-image', image: one, strength: 0.35 }]);
  });

  it('is refused by Core', async () => {
    await expect(made(core, { prompt: 'a', files: [file(one)] })).rejects.toThrow(
      `${core} takes only a prompt.`,
    );
  });

  it('and any ratio go to a model that is newer than the table', async () => {
    const newer = 'stability.stable-image-core-v9:1';
    const image = await made(newer, { prompt: 'a', files: [file(one)] });
    expect(image.bodies).toMatchObject([{ mode: 'image-to-image', image: one }]);
    const ratio = await made(newer, { prompt: 'a', aspectRatio: '4:3' });
    expect(ratio.bodies).toEqual([{ prompt: 'a', aspect_ratio: '4:3' }]);
  });

  it('more, a mask and options of other models are reported', async () => {
    const { warnings } = await made(
      ultra,
      { prompt: 'a', files: [file(one), file(one)], mask: file(one) },
      { cfgScale: 7 },
    );
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'cfgScale', details: `${ultra} has no such option.` },
      {
        type: 'unsupported',
        feature: 'prompt.images',
        details: `${ultra} takes 1; the others are left out.`,
      },
      { type: 'unsupported', feature: 'mask', details: `${ultra} takes none.` },
    ]);
  });
});
