// What an image model says of itself and of its end, and what it makes of prompts, settings and options.
import { APICallError, type ImageModelV4CallOptions, InvalidArgumentError } from '@ai-sdk/provider';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createImageModel } from '../src/index.ts';
import { call as empty } from './call.ts';
import { failure } from '../../invocation/test/failure.ts';
import { json, refusal, wire } from '../../invocation/test/wire.ts';

const nova = 'amazon.nova-canvas-v1:0';
const titan = 'amazon.titan-image-generator-v2:0';
const core = 'stability.stable-image-core-v1:1';

const call: ImageModelV4CallOptions = { ...empty, prompt: 'a cat' };

describe('the number of images', () => {
  it.each<[unknown, string]>([
    ['2', '"2"'],
    [1.5, '1.5'],
    [0, '0'],
    [NaN, 'NaN'],
  ])('is no text and no fraction: %j', async (n, shown) => {
    const { client, sent } = wire(() => json({ images: ['b25l'] }));
    for (const modelId of [nova, core]) {
      const error = await failure(
        createImageModel(modelId, {}, client).doGenerate({ ...call, n: n as number }),
      );
      expect(error).toMatchObject({
        name: 'AI_InvalidArgumentError',
        message: `n is ${shown}, expected a positive integer.`,
      });
    }
    expect(sent).toEqual([]);
  });

  it('is one where nothing is said of it, as core has it', async () => {
    const { client, sent } = wire(() => json({ images: ['b25l'] }));
    // The cast: the types want a number, which JavaScript may leave out.
    for (const modelId of [nova, core])
      for (const n of [undefined, null] as unknown as number[]) {
        const { images } = await createImageModel(modelId, {}, client).doGenerate({ ...call, n });
        expect(images).toHaveLength(1);
      }
    expect(sent).toHaveLength(4);
  });
});

describe('the end of a model', () => {
  it('is told with its date before it comes and after', async () => {
    const { client } = wire(() => json({ images: ['b25l'] }));
    const { warnings } = await createImageModel(nova, {}, client).doGenerate(call);
    expect(warnings).toEqual([
      {
        type: 'deprecated',
        setting: 'modelId',
        message: expect.stringMatching(
          /^amazon\.nova-canvas-v1:0 is a legacy model: calls fail after 2026-09-30\. Use stability\.\S+\.$/,
        ) as string,
      },
    ]);
  });

  it.each([
    [400, 'ValidationException'],
    [403, 'AccessDeniedException'],
    [404, 'ResourceNotFoundException'],
  ])('explains the bare refusal with status %i that comes after it', async (status, code) => {
    const { client } = wire(() => refusal(status, code, 'Could not resolve the model.'));
    const error = await failure(createImageModel(nova, {}, client).doGenerate(call));
    expect(APICallError.isInstance(error)).toBe(true);
    expect((error as Error).message).toMatch(
      /Could not resolve the model\..*calls fail after 2026-09-30\. Use /,
    );
  });

  it('is no explanation for a throttled call', async () => {
    const { client } = wire(() => refusal(429, 'ThrottlingException', 'Slow down.'));
    const error = await failure(createImageModel(nova, {}, client).doGenerate(call));
    expect((error as Error).message).not.toContain('legacy');
  });
});

it('what Bedrock says of a model that goes on stays as it is', async () => {
  const { client } = wire(() => refusal(400, 'ValidationException', 'Not like this.'));
  const error = await failure(createImageModel(core, {}, client).doGenerate(call));
  expect((error as Error).message).toMatch(/Not like this\.$/);
});

describe('images of the prompt', () => {
  const made = async (url: string, more: { abortSignal?: AbortSignal } = {}): Promise<unknown> => {
    const { client, sent } = wire(() => json({ images: ['b25l'] }));
    const files = [{ type: 'url' as const, url }];
    await createImageModel(titan, {}, client).doGenerate({ ...call, ...more, files });
    return sent[0]?.body['imageVariationParams'];
  };

  it('may be data URLs', async () => {
    expect(await made('data:image/png;base64,AAAA')).toMatchObject({ images: ['AAAA'] });
  });

  it('may be at an address, and are fetched from there until the call is aborted', async () => {
    onTestFinished(() => void vi.unstubAllGlobals());
    const address = 'https://images.example/cat.png';
    const answering = vi.fn(() => Promise.resolve(new Response(new Uint8Array([1, 2, 3]))));
    vi.stubGlobal('fetch', answering);
    expect(await made(address)).toMatchObject({ images: ['AQID'] });
    expect(answering).toHaveBeenCalledExactlyOnceWith(address, expect.anything());

    const controller = new AbortController();
    const waiting = (_address: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
        controller.abort();
      });
    vi.stubGlobal('fetch', waiting);
    await expect(made(address, { abortSignal: controller.signal })).rejects.toThrow('aborted');
  });

  it('may not be fetched from this machine', async () => {
    await expect(made('http://127.0.0.1:1/cat.png')).rejects.toMatchObject({ name: 'AI_DownloadError' });
  });

  it.each(['s3://bucket/cat.png', 'file:///etc/passwd'])('cannot be %s', async (url) => {
    await expect(made(url)).rejects.toThrow(
      `Images of Amazon Bedrock are sent as bytes, and "${url}" cannot be downloaded: give the bytes, an http(s) address or a data URL.`,
    );
  });

  it('are named by no more than 80 characters of what cannot be downloaded', async () => {
    await expect(made('a'.repeat(1000))).rejects.toThrow(`and "${'a'.repeat(80)}" cannot be downloaded`);
  });
});

describe('a model', () => {
  it.each([
    [nova, 5, true, true],
    [titan, 5, true, true],
    ['us.amazon.nova-canvas-v1:0', 5, true, true],
    [core, 5, false, false],
    ['stability.stable-image-ultra-v1:1', 5, true, false],
    ['us.stability.stable-image-inpaint-v1:0', 5, true, true],
  ])('%s makes %i images a call', (id, maxImagesPerCall, supportsFileInputs, supportsMaskInputs) => {
    const { client } = wire(() => json({}));
    expect(createImageModel(id, {}, client)).toMatchObject({
      specificationVersion: 'v4',
      provider: 'amazon-bedrock',
      modelId: id,
      maxImagesPerCall,
      supportsFileInputs,
      supportsMaskInputs,
    });
  });

  it('makes as many images a call as the setting says', () => {
    const { client } = wire(() => json({}));
    expect(createImageModel(nova, { maxImagesPerCall: 2 }, client).maxImagesPerCall).toBe(2);
  });

  it.each([0, -1, Number.NaN])('refuses %d images a call', (maxImagesPerCall) => {
    const { client } = wire(() => json({}));
    expect(() => createImageModel(nova, { maxImagesPerCall }, client)).toThrow(
      `settings.maxImagesPerCall is ${maxImagesPerCall}, expected a positive integer.`,
    );
  });

  it('behind an opaque ARN is told by baseModelId, and not guessed at without', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/a1b2c3d4e5f6';
    const { client, sent } = wire(() => json({ images: ['b25l'] }));
    await createImageModel(arn, { baseModelId: titan }, client).doGenerate(call);
    expect(sent[0]).toMatchObject({
      url: `https://bedrock-runtime.us-east-1.amazonaws.com/model/${encodeURIComponent(arn)}/invoke`,
      body: { taskType: 'TEXT_IMAGE' },
    });
    const unknown = createImageModel(arn, {}, client);
    expect(unknown.maxImagesPerCall).toBe(5);
    expect(unknown.supportsFileInputs).toBeUndefined();
    const error = await failure(unknown.doGenerate(call));
    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    const misspelt = createImageModel(arn, { baseModelId: 'nova-canvas' }, client);
    expect(await failure(misspelt.doGenerate(call))).toMatchObject({
      message:
        'nova-canvas is not known as an image model: check the id, or set baseModelId to the model behind it.',
    });
    expect(sent).toHaveLength(1);
  });

  it('reports an option that nobody knows, with the nearest one, and a key that nobody reads', async () => {
    const { client } = wire(() => json({ images: ['b25l'] }));
    const { warnings } = await createImageModel(core, {}, client).doGenerate({
      ...call,
      providerOptions: { bedrock: { outputFromat: 'png' }, 'amazon-bedrock': { outputFormat: 'png' } },
    });
    expect(warnings).toEqual([
      {
        type: 'other',
        message:
          'providerOptions.amazon-bedrock is not read. Options for Bedrock go under providerOptions.bedrock.',
      },
      {
        type: 'other',
        message:
          'Unknown option providerOptions.bedrock.outputFromat is not sent. Did you mean "outputFormat"?',
      },
    ]);
  });

  it.each([-0.1, 1.1, '0.5'])('refuses an option that is out of its bounds: %j', async (strength) => {
    const { client, sent } = wire(() => json({ images: ['b25l'] }));
    await expect(
      createImageModel('stability.sd3-5-large-v1:0', {}, client).doGenerate({
        ...call,
        providerOptions: { bedrock: { strength } },
      }),
    ).rejects.toThrow(
      `providerOptions.bedrock.strength is ${JSON.stringify(strength)}, expected a number from 0 to 1.`,
    );
    expect(sent).toEqual([]);
  });

  it('that is newer than its record is held to no limit but its own', async () => {
    const { client, sent } = wire(() => json({ images: ['b25l'] }));
    const prompt = 'a'.repeat(2000);
    await expect(createImageModel(titan, {}, client).doGenerate({ ...call, prompt })).rejects.toThrow(
      `prompt has 2000 characters; ${titan} takes 512`,
    );
    expect(sent).toEqual([]);
    const newer = createImageModel('amazon.titan-image-generator-v9:0', {}, client);
    await newer.doGenerate({ ...call, prompt, size: '100x200' });
    const file = { type: 'file' as const, data: 'AAAA', mediaType: 'image/png' };
    const providerOptions = { bedrock: { taskType: 'VIRTUAL_TRY_ON' } };
    await newer.doGenerate({ ...call, files: [file, file], providerOptions });
    expect(sent).toMatchObject([
      { body: { textToImageParams: { text: prompt }, imageGenerationConfig: { width: 100, height: 200 } } },
      { body: { taskType: 'VIRTUAL_TRY_ON' } },
    ]);
  });

  it('lays additionalModelRequestFields over the body', async () => {
    const { client, sent } = wire(() => json({ images: ['b25l'] }));
    const { warnings } = await createImageModel(titan, {}, client).doGenerate({
      ...call,
      providerOptions: {
        bedrock: { additionalModelRequestFields: { imageGenerationConfig: { tomorrow: true } } },
      },
    });
    expect(sent[0]?.body).toEqual({
      taskType: 'TEXT_IMAGE',
      textToImageParams: { text: 'a cat' },
      imageGenerationConfig: { numberOfImages: 1, tomorrow: true },
    });
    expect(warnings.filter(({ type }) => type === 'unsupported')).toEqual([]);
  });
});
