import * as jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/images/png.ts';
import { paint } from '../../src/images/painting.ts';
import { invoking, refusalOf } from '../invoke-model.ts';

const invoke = invoking();

const canvas = 'amazon.nova-canvas-v1:0';
const titan = 'amazon.titan-image-generator-v2:0';
const core = 'stability.stable-image-core-v1:1';
const ultra = 'stability.stable-image-ultra-v1:1';

function imagesOf(body: Record<string, unknown>): string[] {
  return body['images'] as string[];
}

function pngOf(base64: string | undefined): PNG {
  return PNG.sync.read(Buffer.from(base64 ?? '', 'base64'), { checkCRC: true });
}

async function inputPng(width: number, height: number): Promise<string> {
  const painting = paint({ width, height, prompt: 'input', seed: 3, variant: '' });
  return Buffer.from(await encodePng(painting)).toString('base64');
}

function textImage(text: string, config: object = {}): object {
  const imageGenerationConfig = { width: 320, height: 320, ...config };
  return { taskType: 'TEXT_IMAGE', textToImageParams: { text }, imageGenerationConfig };
}

describe.each([
  ['Nova Canvas', canvas, [320, 1280]],
  ['Titan Image Generator', titan, [320, 704]],
])('%s', (_name, modelId, [width = 0, height = 0]) => {
  const sized = (text: string, config: object = {}): object => textImage(text, { width, height, ...config });

  it('makes an image of the asked size', async () => {
    const { body } = await invoke(modelId, sized('a boat'));
    expect(Object.keys(body)).toEqual(['images']);
    expect(imagesOf(body)).toHaveLength(1);
    const png = pngOf(imagesOf(body)[0]);
    expect([png.width, png.height]).toEqual([width, height]);
  });

  it('repeats for the same request, differs by prompt, seed, and place among several', async () => {
    const draw = async (text: string, config: object = {}): Promise<string[]> =>
      imagesOf((await invoke(modelId, sized(text, config))).body);
    const [first] = await draw('a boat', { seed: 1 });
    expect(await draw('a boat', { seed: 1 })).toEqual([first]);
    const several = await draw('a boat', { seed: 1, numberOfImages: 3 });
    const others = [
      ...several.slice(1),
      ...(await draw('a boat', { seed: 0 })),
      ...(await draw('a ship', { seed: 1 })),
    ];
    expect(several[0]).toBe(first);
    expect(new Set([first, ...others]).size).toBe(5);
  });

  it('keeps the size of the image that it changes', async () => {
    const image = await inputPng(400, 300);
    const inpainting = { image, maskPrompt: 'sky', text: 'clouds' };
    const { body } = await invoke(modelId, { taskType: 'INPAINTING', inPaintingParams: inpainting });
    const png = pngOf(imagesOf(body)[0]);
    expect([png.width, png.height]).toEqual([400, 300]);
  });

  it('refuses a mask of another size than the image, on either side', async () => {
    const image = await inputPng(400, 320);
    for (const maskImage of [await inputPng(320, 320), await inputPng(400, 400)]) {
      const inPaintingParams = { image, maskImage, text: 'clouds' };
      expect(await refusalOf(invoke(modelId, { taskType: 'INPAINTING', inPaintingParams }))).toContain(
        '#/inPaintingParams/maskImage: the mask must have the size of the image',
      );
    }
  });

  it('removes a background: the corners are see-through', async () => {
    const image = await inputPng(400, 304);
    const { body } = await invoke(modelId, {
      taskType: 'BACKGROUND_REMOVAL',
      backgroundRemovalParams: { image },
    });
    expect(pngOf(imagesOf(body)[0]).data[3]).toBe(0);
  });

  it('refuses a blocked prompt, and tells how many images were held back', async () => {
    expect(await refusalOf(invoke(modelId, sized('nude portrait')))).toBe(
      'ValidationException: This request has been blocked by our content filters. Please adjust your text prompt to submit a new request.',
    );
    const some = await invoke(modelId, sized('a boat, withhold 1 of the images', { numberOfImages: 3 }));
    expect(imagesOf(some.body)).toHaveLength(2);
    expect(some.body['error']).toBe('Some of the generated images have been blocked by our content filters.');
    const all = await invoke(modelId, sized('withhold all images', { numberOfImages: 2 }));
    expect(all.body).toEqual({
      images: [],
      error: 'All of the generated images have been blocked by our content filters.',
    });
  });

  it('counts the characters of a prompt, not the units of its string', async () => {
    const { body } = await invoke(modelId, sized('\u{1f642}'.repeat(300)));
    expect(imagesOf(body)).toHaveLength(1);
  });

  it.each([
    [{}, '#: required key [taskType] not found'],
    [{ taskType: 'TEXT_IMAGE' }, '#: required key [textToImageParams] not found'],
    [textImage('x', { width: 321 }), '#/imageGenerationConfig'],
    [sized('x', { seed: -1 }), '#/imageGenerationConfig/seed: -1 is not greater or equal to 0'],
    [
      sized('x', { numberOfImages: 6 }),
      '#/imageGenerationConfig/numberOfImages: 6 is not less or equal to 5',
    ],
    [sized('x'.repeat(1025)), '#/textToImageParams/text: expected maxLength: '],
  ])('refuses %j', async (body, violation) => {
    expect(await refusalOf(invoke(modelId, body))).toContain(
      `ValidationException: Malformed input request: ${violation}`,
    );
  });
});

describe('Nova Canvas', () => {
  it('paints with the colours that it is given', async () => {
    const { body } = await invoke(canvas, {
      taskType: 'COLOR_GUIDED_GENERATION',
      colorGuidedGenerationParams: { text: 'x', colors: ['#00ff00'] },
      imageGenerationConfig: { width: 320, height: 320 },
    });
    const { data } = pngOf(imagesOf(body)[0]);
    const greens = Array.from({ length: data.length / 4 }, (_, index) =>
      data.subarray(index * 4, index * 4 + 3),
    );
    expect(greens.some(([red = 0, green = 0, blue = 0]) => green > 100 && red < 5 && blue < 5)).toBe(true);
  });

  it.each([
    ['TEXT_IMAGE', 'textToImageParams', { text: 'a boat' }],
    ['COLOR_GUIDED_GENERATION', 'colorGuidedGenerationParams', { text: 'a boat', colors: ['#00ff00'] }],
    ['IMAGE_VARIATION', 'imageVariationParams', { images: [] }],
    ['INPAINTING', 'inPaintingParams', { maskPrompt: 'sky' }],
    ['OUTPAINTING', 'outPaintingParams', { maskPrompt: 'sky' }],
  ])('%s makes another picture where something else is not to be seen', async (taskType, member, params) => {
    const image = await inputPng(320, 320);
    const draw = async (more: object): Promise<string | undefined> => {
      const input = taskType === 'IMAGE_VARIATION' ? { images: [image] } : 'text' in params ? {} : { image };
      const body = { taskType, [member]: { ...params, ...input, ...more } };
      const imageGenerationConfig = 'image' in input ? {} : { width: 320, height: 320 };
      return imagesOf((await invoke(canvas, { ...body, imageGenerationConfig })).body)[0];
    };
    const pictures = [await draw({}), await draw({ negativeText: 'a' }), await draw({ negativeText: 'b' })];
    expect(new Set(pictures).size).toBe(3);
  });

  it('tries a garment on, with the mask when asked', async () => {
    const { body } = await invoke(canvas, {
      taskType: 'VIRTUAL_TRY_ON',
      virtualTryOnParams: {
        sourceImage: await inputPng(320, 480),
        referenceImage: await inputPng(200, 200),
        maskType: 'GARMENT',
        garmentBasedMask: { garmentClass: 'UPPER_BODY' },
        returnMask: true,
      },
    });
    for (const image of [imagesOf(body)[0], body['maskImage'] as string]) {
      const png = pngOf(image);
      expect([png.width, png.height]).toEqual([320, 480]);
    }
  });
});

describe('Stability', () => {
  it.each([
    ['1:1', 1024, 1024],
    ['16:9', 1344, 768],
    ['9:21', 640, 1536],
  ])('makes an image of the ratio %s', async (aspect_ratio, width, height) => {
    const { body } = await invoke(core, { prompt: 'a boat', aspect_ratio, seed: 5 });
    expect(body).toMatchObject({ seeds: [5], finish_reasons: [null] });
    const png = pngOf(imagesOf(body)[0]);
    expect([png.width, png.height]).toEqual([width, height]);
  });

  it('repeats for the same request, differs by prompt and seed', async () => {
    const draw = async (prompt: string, seed: number): Promise<string> =>
      imagesOf((await invoke(core, { prompt, seed })).body)[0] ?? '';
    const first = await draw('a boat', 1);
    expect(await draw('a boat', 1)).toBe(first);
    expect(new Set([first, await draw('a boat', 2), await draw('a ship', 1)]).size).toBe(3);
  });

  it('chooses a seed for zero and tells it', async () => {
    const { body } = await invoke(core, { prompt: 'a boat', seed: 0 });
    const [seed] = body['seeds'] as number[];
    expect(seed).toBeGreaterThan(0);
    expect((await invoke(core, { prompt: 'a boat' })).body).toEqual(body);
  });

  it('writes JPEG when asked', async () => {
    const { body } = await invoke(core, { prompt: 'a boat', output_format: 'jpeg' });
    const picture = jpeg.decode(Buffer.from(imagesOf(body)[0] ?? '', 'base64'));
    expect([picture.width, picture.height]).toEqual([1024, 1024]);
  });

  it('holds prompts and images back with a reason', async () => {
    expect((await invoke(core, { prompt: 'nude portrait' })).body).toEqual({
      finish_reasons: ['Filter reason: prompt'],
    });
    expect((await invoke(core, { prompt: 'withhold all images' })).body).toMatchObject({
      finish_reasons: ['Filter reason: output image'],
    });
  });

  it('keeps the size of an image that it starts from', async () => {
    const { body } = await invoke(ultra, {
      prompt: 'a boat',
      mode: 'image-to-image',
      image: await inputPng(200, 120),
      strength: 0.5,
    });
    expect(pngOf(imagesOf(body)[0])).toMatchObject({ width: 200, height: 120 });
  });

  it.each([
    ['us.stability.stable-image-remove-background-v1:0', {}, 128, 96],
    ['us.stability.stable-outpaint-v1:0', { left: 100, down: 20 }, 228, 116],
    ['us.stability.stable-fast-upscale-v1:0', {}, 512, 384],
    ['us.stability.stable-image-erase-object-v1:0', {}, 128, 96],
    ['us.stability.stable-image-search-replace-v1:0', { prompt: 'a fox', search_prompt: 'a dog' }, 128, 96],
    ['us.stability.stable-image-style-guide-v1:0', { prompt: 'a fox', aspect_ratio: '2:3' }, 832, 1216],
  ])('%s answers with %j in %d x %d', async (modelId, extra, width, height) => {
    const { body } = await invoke(modelId, { image: await inputPng(128, 96), ...extra });
    expect(pngOf(imagesOf(body)[0])).toMatchObject({ width, height });
  });

  it.each([
    [core, {}, '#: required key [prompt] not found'],
    [core, { prompt: 'x', aspect_ratio: '7:1' }, '#/aspect_ratio: "7:1" is not a valid enum value'],
    [core, { prompt: 'x', output_format: 'gif' }, '#/output_format: gif is not a valid enum value'],
    [core, { prompt: 'x', output_format: 'webp' }, 'The local model makes PNG and JPEG images, no WebP.'],
    ['us.stability.stable-image-inpaint-v1:0', { prompt: 'x' }, '#: required key [image] not found'],
    ['us.stability.stable-image-search-recolor-v1:0', { prompt: 'x' }, '#: required key [select_prompt]'],
    ['us.stability.stable-image-inpaint-v1:0', { grow_mask: 21 }, '#/grow_mask: 21 is not less or equal'],
    ['us.stability.stable-image-inpaint-v1:0', { style_preset: 'oil' }, '#/style_preset: "oil" is not a'],
    ['us.stability.stable-creative-upscale-v1:0', { creativity: 0.6 }, '#/creativity: 0.6 is not less or'],
    ['us.stability.stable-outpaint-v1:0', { creativity: 0.05 }, '#/creativity: 0.05 is not greater'],
    ['us.stability.stable-image-control-sketch-v1:0', { control_strength: 2 }, '#/control_strength: 2 is'],
    ['us.stability.stable-style-transfer-v1:0', { change_strength: 0 }, '#/change_strength: 0 is not'],
  ])('%s refuses %j', async (modelId, body, violation) => {
    expect(await refusalOf(invoke(modelId, body))).toContain(violation);
  });

  it('has no ratio for a style guide that its page does not list', async () => {
    const asked = { image: await inputPng(128, 96), prompt: 'a fox', aspect_ratio: '7:3' };
    expect(await refusalOf(invoke('us.stability.stable-image-style-guide-v1:0', asked))).toContain(
      '#/aspect_ratio: "7:3" is not a valid enum value',
    );
  });

  it.each([
    [
      ultra,
      "Invalid field in request. Available fields: ['prompt', 'negative_prompt', 'mode', 'strength', 'seed', 'output_format', 'image', 'aspect_ratio']",
    ],
    [
      'us.stability.stable-image-control-sketch-v1:0',
      "Invalid field 'text_prompts' in request. Available fields for control-sketch are: image, prompt, control_strength, negative_prompt, seed, output_format, style_preset",
    ],
  ])('%s refuses a field that it does not have, and names its own', async (modelId, detail) => {
    expect(await refusalOf(invoke(modelId, { text_prompts: [{ text: 'big dog' }] }))).toBe(
      `ValidationException: ${JSON.stringify({ detail })}`,
    );
  });

  it('takes every field where it is newer than the table', async () => {
    const asked = { prompt: 'a boat', some_new_field: 1 };
    const { body } = await invoke('us.stability.stable-image-some-new-service-v1:0', asked);
    expect(imagesOf(body)).toHaveLength(1);
  });

  // https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
  it('makes a mask fit that has another size than the image', async () => {
    const inpaint = 'us.stability.stable-image-inpaint-v1:0';
    const image = await inputPng(128, 96);
    for (const mask of [await inputPng(128, 96), await inputPng(96, 128), await inputPng(32, 8)]) {
      const { body } = await invoke(inpaint, { prompt: 'x', image, mask });
      const { width, height } = pngOf(imagesOf(body)[0]);
      expect([width, height]).toEqual([128, 96]);
    }
    expect(await refusalOf(invoke(inpaint, { prompt: 'x', image, mask: 'aGk=' }))).toContain('#/mask:');
    const { body: unmasked } = await invoke(inpaint, { prompt: 'x', image, mask: null });
    expect(imagesOf(unmasked)).toHaveLength(1);
  });
});
