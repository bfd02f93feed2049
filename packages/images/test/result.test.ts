// What an image model makes of the answers of the service: a result, a warning or an error.
import { APICallError, type ImageModelV4CallOptions, InvalidResponseDataError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createImageModel } from '../src/index.ts';
import { call as empty } from './call.ts';
import { failure } from '../../invocation/test/failure.ts';
import { json, text, wire } from '../../invocation/test/wire.ts';

const titan = 'amazon.titan-image-generator-v2:0';
const core = 'stability.stable-image-core-v1:1';
const now = new Date('2026-11-22T12:00:00Z');

const call: ImageModelV4CallOptions = { ...empty, prompt: 'a cat' };

describe('a result', () => {
  it('has images, metadata of each, time, model and headers', async () => {
    const { client } = wire(() => json({ images: ['b25l'], seeds: [42], finish_reasons: [null] }));
    expect(await createImageModel(core, { clock: () => now }, client).doGenerate(call)).toEqual({
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

  it.each([
    [{ 'x-amzn-bedrock-input-token-count': '12' }, { inputTokens: 12 }],
    [{ 'x-amzn-bedrock-output-token-count': '3' }, { outputTokens: 3 }],
  ])('has no total where one of the counts is missing: %j', async (counts: Record<string, string>, usage) => {
    const { client } = wire(() => json({ images: ['b25l'] }, counts));
    expect((await createImageModel(titan, {}, client).doGenerate(call)).usage).toEqual(usage);
  });

  it('has no request id where the answer came without one', async () => {
    const { client } = wire(() => text(JSON.stringify({ images: ['b25l'] })));
    const { providerMetadata } = await createImageModel(titan, {}, client).doGenerate(call);
    expect(providerMetadata?.['bedrock']).not.toHaveProperty('requestIds');
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

  // https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-mmfilter.html: a guardrail of the call, of the account or of its
  // organization answers so.
  const guardrail = { 'amazon-bedrock-guardrailAction': 'INTERVENED', 'amazon-bedrock-trace': {} };

  it.each([titan, core])('by a guardrail are an error that says so: %s', async (model) => {
    const { client } = wire(() => json({ images: [], ...guardrail }));
    const error = await failure(createImageModel(model, {}, client).doGenerate(call));
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: `${model} returned no image. A guardrail intervened.`,
      isRetryable: false,
    });
  });

  it('by nobody, of a request that a guardrail only masked, are all there', async () => {
    const { client } = wire(() => json({ images: ['b25l'], ...guardrail }));
    const { images, warnings } = await createImageModel(core, {}, client).doGenerate(call);
    expect([images, warnings]).toEqual([['b25l'], []]);
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

  it.each([
    [
      '<html></html>',
      'The answer of the model is no JSON object, but of type application/json: check the endpoint.',
      false,
    ],
    ['{"images":[', 'The answer of the model was cut off on the way.', true],
  ])('because it is no JSON is an APICallError with its text: %s', async (answer, message, isRetryable) => {
    const { client } = wire(() => text(answer));
    const error = await failure(createImageModel(titan, {}, client).doGenerate(call));
    expect(error).toMatchObject({ message, isRetryable, responseBody: answer });
  });
});
