import {
  APICallError,
  type ImageModelV4CallOptions,
  InvalidArgumentError,
  InvalidResponseDataError,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createImageModel } from '../src/index.ts';
import { call as empty } from './call.ts';
import { json, refusal, text, wire } from '../../invocation/test/wire.ts';

const nova = 'amazon.nova-canvas-v1:0';
const titan = 'amazon.titan-image-generator-v2:0';
const core = 'stability.stable-image-core-v1:1';
const now = new Date('2026-11-22T12:00:00Z');

const call: ImageModelV4CallOptions = { ...empty, prompt: 'a cat' };
const failure = (promise: PromiseLike<unknown>): PromiseLike<unknown> =>
  promise.then(undefined, (reason: unknown) => reason);

describe('a result', () => {
  it('has images, metadata of each, time, model and headers', async () => {
    const { client } = wire(() => json({ images: ['b25l'], seeds: [42], finish_reasons: [null] }));
    expect(await createImageModel(core, { now: () => now }, client).doGenerate(call)).toEqual({
      images: ['b25l'],
      warnings: [],
      providerMetadata: { bedrock: { images: [{ seed: 42 }], requestIds: ['request-1'] } },
      response: {
        timestamp: now,
        modelId: core,
        headers: { 'content-type': 'application/json', 'x-amzn-requestid': 'request-1' },
      },
    });
  });

  it('has usage where the headers give counts', async () => {
    const counts = { 'x-amzn-bedrock-input-token-count': '12', 'x-amzn-bedrock-output-token-count': '3' };
    const { client } = wire(() => json({ images: ['b25l'] }, counts));
    const { usage } = await createImageModel(titan, {}, client).doGenerate(call);
    expect(usage).toEqual({ inputTokens: 12, outputTokens: 3, totalTokens: 15 });
  });

  it.each(['NaN', '', 'many'])('has no usage where a header is %j', async (value) => {
    const { client } = wire(() => json({ images: ['b25l'] }, { 'x-amzn-bedrock-input-token-count': value }));
    expect('usage' in (await createImageModel(titan, {}, client).doGenerate(call))).toBe(false);
  });

  it('has the mask that was asked for', async () => {
    const { client } = wire(() => json({ images: ['b25l', 'dHdv'], maskImage: 'bWFzaw==' }));
    const { providerMetadata } = await createImageModel(titan, {}, client).doGenerate({ ...call, n: 2 });
    expect(providerMetadata?.['bedrock']?.images).toEqual([{ maskImage: 'bWFzaw==' }, {}]);
  });
});

describe('images that were held back', () => {
  const some = 'Some of the generated images have been blocked by our content filters.';
  const all = 'All of the generated images have been blocked by our content filters.';

  it('in part are told in a warning, with their number and the reason', async () => {
    const { client } = wire(() => json({ images: ['b25l'], error: some }));
    const { images, warnings, providerMetadata } = await createImageModel(titan, {}, client).doGenerate({
      ...call,
      n: 3,
    });
    expect(images).toEqual(['b25l']);
    expect(warnings).toContainEqual({ type: 'other', message: `2 of 3 images are missing: ${some}` });
    expect(providerMetadata?.['bedrock']).toEqual({
      images: [{}],
      requestIds: ['request-1'],
      withheld: some,
    });
  });

  it('in part without a reason are told in a warning too', async () => {
    const { client } = wire(() => json({ images: ['b25l'] }));
    const { warnings } = await createImageModel(titan, {}, client).doGenerate({ ...call, n: 2 });
    expect(warnings).toContainEqual({
      type: 'other',
      message: '1 of 2 images are missing: The answer gives no reason.',
    });
  });

  it.each([
    ['null', { images: null, error: all }],
    ['an empty list', { images: [], error: all }],
    ['nothing', { error: all }],
  ])('all of them, with %s for images, are an error with the reason', async (_, body) => {
    const { client, sent } = wire(() => json(body));
    const error = await failure(createImageModel(titan, {}, client).doGenerate(call));
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: `${titan} returned no image. ${all}`,
      statusCode: 200,
      isRetryable: false,
      responseBody: JSON.stringify(body),
      requestBodyValues: sent[0]?.body,
      data: { withheld: all, requestId: 'request-1' },
    });
  });

  it('by moderation of the request are an error with the reasons', async () => {
    const body = {
      status: 'Request Moderated',
      details: { 'Moderation Reasons': ['Derivative Works Filter'] },
    };
    const { client } = wire(() => json(body));
    await expect(createImageModel(titan, {}, client).doGenerate(call)).rejects.toThrow(
      `${titan} returned no image. Request Moderated: {"Moderation Reasons":["Derivative Works Filter"]}`,
    );
  });

  it.each(['Filter reason: prompt', 'Filter reason: output image', 'Inference error'])(
    'by Stability are an error with the finish reason %j',
    async (reason) => {
      const { client } = wire(() => json({ finish_reasons: [reason] }));
      await expect(createImageModel(core, {}, client).doGenerate(call)).rejects.toThrow(
        `${core} returned no image. ${reason}`,
      );
    },
  );

  it.each([[['']], [[null]], [[]], [null]])(
    'by Stability are an error with the finish reason also where %j stands for images',
    async (images) => {
      const { client } = wire(() =>
        json({ images, seeds: [1], finish_reasons: ['Filter reason: output image'] }),
      );
      const error = await failure(createImageModel(core, {}, client).doGenerate(call));
      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        message: `${core} returned no image. Filter reason: output image`,
        isRetryable: false,
        data: { withheld: 'Filter reason: output image', requestId: 'request-1' },
      });
    },
  );

  it('by Stability in part are told in a warning', async () => {
    const { client } = wire((_, index) =>
      index === 0
        ? json({ images: ['b25l'], seeds: [1], finish_reasons: [null] })
        : json({ images: [], finish_reasons: ['Filter reason: output image'] }),
    );
    const { images, warnings } = await createImageModel(core, {}, client).doGenerate({ ...call, n: 2 });
    expect(images).toEqual(['b25l']);
    expect(warnings).toEqual([
      { type: 'other', message: '1 of 2 images are missing: Filter reason: output image' },
    ]);
  });
});

describe('an answer that cannot be used', () => {
  it.each([
    ['null for images', { images: null }],
    ['no images', {}],
    ['an empty list', { images: [] }],
  ])('because it has %s and no reason is refused', async (_, body) => {
    const { client } = wire(() => json(body));
    const error = await failure(createImageModel(titan, {}, client).doGenerate(call));
    expect(InvalidResponseDataError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ message: `${titan} returned no image and no reason.` });
  });

  it.each([[{ images: 'b25l' }], [{ images: [null] }], [{ images: [''] }], [{ images: [1] }]])(
    'because its images are %j is refused',
    async (body) => {
      const { client } = wire(() => json(body));
      const error = await failure(createImageModel(titan, {}, client).doGenerate(call));
      expect(InvalidResponseDataError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({ data: body });
    },
  );

  it('because it is no JSON is an APICallError with its text', async () => {
    const { client } = wire(() => text('{"images":['));
    const error = await failure(createImageModel(titan, {}, client).doGenerate(call));
    expect(error).toMatchObject({
      message: 'The answer of the model is no JSON object.',
      responseBody: '{"images":[',
    });
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

describe('images of the prompt', () => {
  const made = async (url: string): Promise<unknown> => {
    const { client, sent } = wire(() => json({ images: ['b25l'] }));
    await createImageModel(titan, {}, client).doGenerate({ ...call, files: [{ type: 'url', url }] });
    return sent[0]?.body['imageVariationParams'];
  };

  it('may be data URLs', async () => {
    expect(await made('data:image/png;base64,AAAA')).toMatchObject({ images: ['AAAA'] });
  });

  it('may not be fetched from this machine', async () => {
    await expect(made('http://127.0.0.1:1/cat.png')).rejects.toMatchObject({ name: 'AI_DownloadError' });
  });

  it.each(['s3://bucket/cat.png', 'file:///etc/passwd'])('cannot be %s', async (url) => {
    await expect(made(url)).rejects.toThrow(
      `Images of Amazon Bedrock are sent as bytes, and "${url}" cannot be downloaded: give the bytes, an http(s) address or a data URL.`,
    );
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
      `settings.maxImagesPerCall is ${JSON.stringify(maxImagesPerCall)}, expected a positive integer.`,
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
    expect(sent).toHaveLength(1);
  });

  it('reports an option that nobody knows, with the nearest one', async () => {
    const { client } = wire(() => json({ images: ['b25l'] }));
    const { warnings } = await createImageModel(core, {}, client).doGenerate({
      ...call,
      providerOptions: { bedrock: { outputFromat: 'png' } },
    });
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'providerOptions.bedrock.outputFromat',
        details: 'There is no such option; it is ignored. Did you mean "outputFormat"?',
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
    await createImageModel('amazon.titan-image-generator-v9:0', {}, client).doGenerate({ ...call, prompt });
    expect(sent).toMatchObject([{ body: { textToImageParams: { text: prompt } } }]);
  });

  it('lays additionalModelRequestFields over the body', async () => {
    const { client, sent } = wire(() => json({ images: ['b25l'] }));
    await createImageModel(titan, {}, client).doGenerate({
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
  });
});
