import { describe, expect, it } from 'vitest';
import {
  embeddingMembers,
  imageMembers,
  placeOf,
  providerOptionsTransformer,
  rerankingMembers,
} from '../src/members.ts';

const identity = { specificationVersion: 'v4', provider: 'amazon-bedrock' };

describe('embeddingMembers', () => {
  it('has the limit of the model, under an ARN that hides it too', () => {
    const modelId = 'cohere.embed-multilingual-v3';
    expect(embeddingMembers(modelId, {})).toMatchObject({
      ...identity,
      modelId,
      maxEmbeddingsPerCall: 96,
      supportsParallelCalls: true,
    });
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc';
    const limitOf = (settings: object) => embeddingMembers(arn, settings).maxEmbeddingsPerCall;
    expect([limitOf({}), limitOf({ modelFamily: 'cohere' }), limitOf({ baseModelId: modelId })]).toEqual([
      1, 96, 96,
    ]);
  });

  it('takes a limit and a name from the settings', () => {
    const members = embeddingMembers('cohere.embed-v4:0', { maxEmbeddingsPerCall: 10, provider: 'mine' });
    expect(members).toMatchObject({ provider: 'mine', maxEmbeddingsPerCall: 10 });
  });

  it('tells a call of embedMany its place among all values', () => {
    const transform = embeddingMembers('amazon.titan-embed-text-v2:0', {})[providerOptionsTransformer];
    const values = ['a', 'b', 'c'];
    // null is what a nullable column of a database gives for none.
    for (const providerOptions of [undefined, null as unknown as undefined]) {
      const noted = transform({ providerOptions, values, startIndex: 1, endIndex: 2 });
      expect(placeOf(noted)).toMatchObject({ offset: 1, total: 3 });
    }
    expect(placeOf(undefined)).toBeUndefined();
  });

  it('leaves a call of embedMany its own inputs, and every other option', () => {
    const transform = embeddingMembers('amazon.titan-embed-image-v1', {})[providerOptionsTransformer];
    for (const name of ['bedrock', 'amazonBedrock']) {
      const providerOptions = {
        [name]: { inputs: [1, 2, 3], dimensions: 256 },
        other: { inputs: [1, 2, 3] },
      };
      const noted = transform({ providerOptions, values: ['a', 'b', 'c'], startIndex: 1, endIndex: 3 });
      expect(noted).toMatchObject({
        [name]: { inputs: [2, 3], dimensions: 256 },
        other: { inputs: [1, 2, 3] },
      });
      expect(providerOptions[name]?.inputs).toEqual([1, 2, 3]);
    }
  });

  it.each([
    ['the same values embedded again', 0, false],
    ['the next values of the same embedMany', 1, true],
  ])('tells %s by the group', (_, startIndex, isSame) => {
    const transform = embeddingMembers('cohere.embed-v4:0', {})[providerOptionsTransformer];
    const call = { providerOptions: {}, values: ['a', 'b'] };
    const first = placeOf(transform({ ...call, startIndex: 0, endIndex: 1 }));
    const second = placeOf(transform({ ...call, startIndex, endIndex: startIndex + 1 }));
    expect(second?.group === first?.group).toBe(isSame);
  });

  it.each([
    { total: 1, group: {} },
    { offset: 0, group: {} },
    { offset: 0, total: 1 },
    { offset: 0, total: 1, group: null },
  ])('takes no place from options of the same name: %j', (bedrockEmbedMany) => {
    expect(placeOf({ bedrockEmbedMany })).toBeUndefined();
  });
});

describe('imageMembers', () => {
  it('says what the model takes; of an unknown model nothing but a common limit', () => {
    expect(imageMembers('amazon.nova-canvas-v1:0', {})).toEqual({
      ...identity,
      modelId: 'amazon.nova-canvas-v1:0',
      maxImagesPerCall: 5,
      supportsFileInputs: true,
      supportsMaskInputs: true,
    });
    expect(imageMembers('stability.stable-image-core-v1:1', {})).toMatchObject({ maxImagesPerCall: 5 });
    expect(imageMembers('vendor.unknown', {})).toEqual({
      ...identity,
      modelId: 'vendor.unknown',
      maxImagesPerCall: 5,
    });
  });
});

describe('rerankingMembers', () => {
  it('is the identity of the model', () => {
    expect(rerankingMembers('cohere.rerank-v3-5:0', { provider: 'mine' })).toEqual({
      ...identity,
      provider: 'mine',
      modelId: 'cohere.rerank-v3-5:0',
    });
  });
});

it.each([
  ['maxEmbeddingsPerCall', () => embeddingMembers('x', { maxEmbeddingsPerCall: 0 })],
  ['maxParallelCalls', () => embeddingMembers('x', { maxParallelCalls: 0 })],
  ['maxImagesPerCall', () => imageMembers('x', { maxImagesPerCall: 0 })],
  ['maxDocumentsPerCall', () => rerankingMembers('x', { maxDocumentsPerCall: 0 })],
  ['maxParallelCalls', () => rerankingMembers('x', { maxParallelCalls: -1 })],
])('a count below 1 is refused when the model is made: %s', (setting, make) => {
  expect(make).toThrow(`settings.${setting} is`);
});
