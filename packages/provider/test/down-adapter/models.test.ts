// The other kinds of models for the AI SDK 6 and 5: their answers are the same, their warnings in the words of the version.
import { expect, test } from 'vitest';
import { createAmazonBedrock as createV2 } from '../../src/ai-5.ts';
import { createAmazonBedrock as createV3 } from '../../src/ai-6.ts';
import { farSide, json } from '../far-side.ts';

const settings = { region: 'us-east-1', apiKey: 'key' };
const providerOptions = { bedrock: { additionalModelRequestField: 'red' } };
const unknown = {
  type: 'other',
  message:
    'Unknown option providerOptions.bedrock.additionalModelRequestField is not sent. Did you mean "additionalModelRequestFields"?',
};

test('an embedding has its vectors and warnings in v3, and no warnings in v2, which has no word for them', async () => {
  const { fetch } = farSide(() => json({ embedding: [0.5, 0.25], inputTextTokenCount: 2 }));
  const call = { values: ['a'], providerOptions };
  const v3 = createV3({ ...settings, fetch }).embeddingModel('amazon.titan-embed-text-v2:0');
  expect(v3.specificationVersion).toBe('v3');
  expect(await v3.doEmbed(call)).toMatchObject({
    embeddings: [[0.5, 0.25]],
    usage: { tokens: 2 },
    warnings: [unknown],
  });
  const v2 = createV2({ ...settings, fetch }).textEmbeddingModel('amazon.titan-embed-text-v2:0');
  expect(v2.specificationVersion).toBe('v2');
  expect(await v2.doEmbed(call)).toMatchObject({ embeddings: [[0.5, 0.25]], usage: { tokens: 2 } });
});

test('an image has its warnings: in v2 a setting of the call by its name, anything else in words', async () => {
  const { fetch } = farSide(() => json({ images: ['AAAA'], seeds: [1], finish_reasons: [null] }));
  const id = 'stability.stable-image-core-v1:1';
  const options = { bedrock: { ...providerOptions.bedrock, cfgScale: 7 } };
  const shared = { prompt: 'a cat', n: 1, size: '512x512', aspectRatio: '1:1', seed: undefined } as const;
  const v3 = createV3({ ...settings, fetch }).imageModel(id);
  expect(v3.specificationVersion).toBe('v3');
  const { images, warnings } = await v3.doGenerate({
    ...shared,
    files: undefined,
    mask: undefined,
    providerOptions: options,
  });
  expect(images).toEqual(['AAAA']);
  const details = 'stability.stable-image-core-v1:1 has no such option.';
  expect(warnings).toEqual([
    unknown,
    { type: 'unsupported', feature: 'cfgScale', details },
    expect.objectContaining({ type: 'unsupported', feature: 'size' }),
  ]);
  const v2 = createV2({ ...settings, fetch }).imageModel(id);
  expect(v2.specificationVersion).toBe('v2');
  const earlier = await v2.doGenerate({ ...shared, providerOptions: options });
  expect(earlier.images).toEqual(['AAAA']);
  expect(earlier.warnings).toEqual([
    unknown,
    { type: 'other', message: `cfgScale: ${details}` },
    expect.objectContaining({ type: 'unsupported-setting', setting: 'size' }),
  ]);
});

test('the end of an image model, which v3 and v2 cannot call so, is told in words', async () => {
  const { fetch } = farSide(() => json({ images: ['AAAA'] }));
  const call = { prompt: 'a cat', n: 1, size: undefined, aspectRatio: undefined, seed: undefined };
  const message = expect.stringMatching(
    /^modelId: amazon\.nova-canvas-v1:0 is a legacy model: calls fail after 2026-09-30\./,
  ) as string;
  const v3 = createV3({ ...settings, fetch }).imageModel('amazon.nova-canvas-v1:0');
  const answer = await v3.doGenerate({ ...call, files: undefined, mask: undefined, providerOptions: {} });
  expect(answer.warnings).toEqual([{ type: 'other', message }]);
  const v2 = createV2({ ...settings, fetch }).imageModel('amazon.nova-canvas-v1:0');
  const earlier = await v2.doGenerate({ ...call, providerOptions: {} });
  expect(earlier.warnings).toEqual([{ type: 'other', message }]);
});

test('a ranking has its warnings in v3', async () => {
  const { fetch } = farSide(() => json({ results: [{ index: 0, relevanceScore: 0.5 }] }));
  const modelId = 'amazon.rerank-v1:0';
  const model = createV3({ ...settings, fetch }).rerankingModel(modelId);
  expect(model).toMatchObject({ specificationVersion: 'v3', provider: 'amazon-bedrock', modelId });
  expect(
    await model.doRerank({ query: 'q', documents: { type: 'text', values: ['a'] }, providerOptions }),
  ).toMatchObject({ ranking: [{ index: 0, relevanceScore: 0.5 }], warnings: [unknown] });
});

test('of the tools for v2 those alone have a schema of their output that Bedrock runs, marked as the AI SDK 5 knows it', () => {
  const { tools } = createV2(settings);
  const mark = Symbol.for('vercel.ai.validator');
  expect(tools.novaGrounding()).toMatchObject({ outputSchema: { [mark]: true } });
  expect('outputSchema' in tools.bash_20250124({})).toBe(false);
});
