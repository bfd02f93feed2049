// The compiler holds these programs: the provider's types fit those of every major that it serves, the editor knows the model ids,
// and options with wrong keys are refused.
import { createLocalBedrock } from '@bedrock-kit/local';
import {
  type AmazonBedrockProviderSettings,
  type BedrockLanguageModelId,
  type BedrockLanguageModelOptions,
  type BedrockPartOptions,
  bedrock as bedrock7,
  createAmazonBedrock,
  type EmbeddingModelOptions,
  type ImageModelOptions,
  type LanguageModelSettings,
  type RerankingModelOptions,
} from '@bedrock-kit/provider';
import type * as for5 from '@bedrock-kit/provider/ai-5';
import { bedrock as bedrock5 } from '@bedrock-kit/provider/ai-5';
import type * as for6 from '@bedrock-kit/provider/ai-6';
import { bedrock as bedrock6 } from '@bedrock-kit/provider/ai-6';
import * as ai7 from 'ai';
import * as ai5 from 'ai-5';
import * as ai6 from 'ai-6';
import { expect, expectTypeOf, test } from 'vitest';

const modelId = 'us.amazon.nova-lite-v1:0';

test('models fit the parameters of ai 7', () => {
  expectTypeOf(bedrock7(modelId)).toExtend<
    Exclude<Parameters<typeof ai7.generateText>[0]['model'], string>
  >();
  expectTypeOf(bedrock7.embedding(modelId)).toExtend<Parameters<typeof ai7.embed>[0]['model']>();
  expectTypeOf(bedrock7.image(modelId)).toExtend<Parameters<typeof ai7.generateImage>[0]['model']>();
  expectTypeOf(bedrock7.reranking(modelId)).toExtend<Parameters<typeof ai7.rerank>[0]['model']>();
  expect(ai7.createProviderRegistry({ bedrock: bedrock7 }).languageModel(`bedrock:${modelId}`)).toBeDefined();
});

test('models of /ai-6 fit the parameters of ai 6', () => {
  expectTypeOf(bedrock6(modelId)).toExtend<Parameters<typeof ai6.generateText>[0]['model']>();
  expectTypeOf(bedrock6.embedding(modelId)).toExtend<Parameters<typeof ai6.embed>[0]['model']>();
  expectTypeOf(bedrock6.image(modelId)).toExtend<Parameters<typeof ai6.generateImage>[0]['model']>();
  expectTypeOf(bedrock6.reranking(modelId)).toExtend<Parameters<typeof ai6.rerank>[0]['model']>();
  expect(ai6.createProviderRegistry({ bedrock: bedrock6 }).languageModel(`bedrock:${modelId}`)).toBeDefined();
  expect(ai6.wrapLanguageModel({ model: bedrock6(modelId), middleware: [] }).specificationVersion).toBe('v3');
});

test('models of /ai-5 fit the parameters of ai 5', () => {
  expectTypeOf(bedrock5(modelId)).toExtend<Parameters<typeof ai5.generateText>[0]['model']>();
  expectTypeOf(bedrock5.embedding(modelId)).toExtend<Parameters<typeof ai5.embed<string>>[0]['model']>();
  expectTypeOf(bedrock5.image(modelId)).toExtend<
    Parameters<typeof ai5.experimental_generateImage>[0]['model']
  >();
  expect(ai5.createProviderRegistry({ bedrock: bedrock5 }).languageModel(`bedrock:${modelId}`)).toBeDefined();
  expect(ai5.wrapLanguageModel({ model: bedrock5(modelId), middleware: [] }).specificationVersion).toBe('v2');
});

test('a model of one major is not taken by another', () => {
  // @ts-expect-error -- ai 5 knows v2 alone
  expectTypeOf(bedrock7(modelId)).toExtend<Parameters<typeof ai5.generateText>[0]['model']>();
  // @ts-expect-error -- ai 6 does not know v4
  expectTypeOf(bedrock7(modelId)).toExtend<Parameters<typeof ai6.generateText>[0]['model']>();
  expect(bedrock7(modelId).specificationVersion).toBe('v4');
});

test('the editor offers the known ids, and any other text is an id too', () => {
  expectTypeOf<'us.anthropic.claude-haiku-4-5-20251001-v1:0'>().toExtend<BedrockLanguageModelId>();
  expectTypeOf<string>().toExtend<BedrockLanguageModelId>();
  // Were the known ids swallowed by `string`, the union would be `string` itself.
  expectTypeOf<BedrockLanguageModelId>().not.toEqualTypeOf<string>();
  expect(bedrock7('arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1').modelId).toMatch(/^arn:/);
});

test('options are checked with satisfies, the keys that users miss elsewhere among them', () => {
  const language = {
    guardrailConfig: { guardrailIdentifier: 'abc', guardrailVersion: '1', trace: 'enabled' },
    performanceConfig: { latency: 'optimized' },
    reasoningConfig: { type: 'enabled', budgetTokens: 2000 },
    additionalModelRequestFields: { top_k: 250 },
  } satisfies BedrockLanguageModelOptions;
  // @ts-expect-error -- a wrong key
  const typo = { guardrailConfg: {} } satisfies BedrockLanguageModelOptions;
  const embedding = { dimensions: 512, normalize: true } satisfies EmbeddingModelOptions;
  // @ts-expect-error -- a wrong value
  const wrong = { dimensions: '512' } satisfies EmbeddingModelOptions;
  const image = { quality: 'premium' } satisfies ImageModelOptions;
  const reranking = { nextToken: 'x' } satisfies RerankingModelOptions;
  expect([language, typo, embedding, wrong, image, reranking]).toHaveLength(6);
});

test('options in a variable of their type are taken where they go', () => {
  type Options = NonNullable<Parameters<typeof ai7.generateText>[0]['providerOptions']>[string];
  expectTypeOf<BedrockLanguageModelOptions>().toExtend<Options>();
  expectTypeOf<BedrockPartOptions>().toExtend<Options>();
  expectTypeOf<EmbeddingModelOptions>().toExtend<Options>();
  expectTypeOf<ImageModelOptions>().toExtend<Options>();
  expectTypeOf<RerankingModelOptions>().toExtend<Options>();
  type Options6 = NonNullable<Parameters<typeof ai6.generateText>[0]['providerOptions']>[string];
  expectTypeOf<for6.BedrockLanguageModelOptions>().toExtend<Options6>();
  expectTypeOf<for6.BedrockPartOptions>().toExtend<Options6>();
  expectTypeOf<for6.EmbeddingModelOptions>().toExtend<Options6>();
  expectTypeOf<for6.ImageModelOptions>().toExtend<Options6>();
  expectTypeOf<for6.RerankingModelOptions>().toExtend<Options6>();
  // This program is compiled with exactOptionalPropertyTypes, which the AI SDK 5 has no undefined for: the types are those of 6.
  expectTypeOf<for5.BedrockLanguageModelOptions>().toEqualTypeOf<for6.BedrockLanguageModelOptions>();
  // They are the same options, and good as settings of a model too.
  expectTypeOf<for6.BedrockLanguageModelOptions>().toExtend<BedrockLanguageModelOptions>();
  expectTypeOf<for6.EmbeddingModelOptions>().toExtend<EmbeddingModelOptions>();
  // @ts-expect-error -- a wrong value
  const wrong: for6.BedrockLanguageModelOptions = { serviceTier: 'nope' };
  expect(wrong).toEqual({ serviceTier: 'nope' });
  const options: BedrockLanguageModelOptions = {
    guardrailConfig: { guardrailIdentifier: 'abc', guardrailVersion: '1' },
  };
  expect({ bedrock: options } satisfies Record<string, Options>).toEqual({ bedrock: options });
});

test('settings may be put together one by one, as apps do that read from a configuration how to authenticate', () => {
  const { region, credentials } = createLocalBedrock();
  const settings: AmazonBedrockProviderSettings = { region };
  settings.credentialProvider = () => Promise.resolve(credentials);
  settings.fetch = (url, options) => globalThis.fetch(url, options);
  delete settings.fetch;
  const parameters: NonNullable<Parameters<typeof for6.createAmazonBedrock>[0]> = {};
  parameters.baseURL = 'https://gateway.example.com';
  const model: LanguageModelSettings = {};
  model.joinDeltas = true;
  expect([Object.keys(settings), Object.keys(parameters), Object.keys(model)]).toEqual([
    ['region', 'credentialProvider'],
    ['baseURL'],
    ['joinDeltas'],
  ]);
});

test('options may be filled in one after another', () => {
  const language: BedrockLanguageModelOptions = {};
  language.anthropicBeta = ['context-1m-2025-08-07'];
  const embedding: EmbeddingModelOptions = {};
  embedding.dimensions = 512;
  const image: ImageModelOptions = {};
  image.quality = 'premium';
  image.outputFormat = 'png';
  image.negativeText = 'rain';
  const reranking: RerankingModelOptions = {};
  reranking.operation = 'InvokeModel';
  expect([language, embedding, image, reranking]).toStrictEqual([
    { anthropicBeta: ['context-1m-2025-08-07'] },
    { dimensions: 512 },
    { quality: 'premium', outputFormat: 'png', negativeText: 'rain' },
    { operation: 'InvokeModel' },
  ]);
});

test('lists among options may be readonly, such as those of a configuration that is const', () => {
  const configuration = {
    anthropicBeta: ['context-1m-2025-08-07'],
    additionalModelResponseFieldPaths: ['/stop_sequence'],
    caching: 'auto',
  } as const;
  const part: BedrockPartOptions = { guardContentQualifiers: ['query'] as const };
  type Options = NonNullable<Parameters<typeof ai7.generateText>[0]['providerOptions']>;
  expect(bedrock7('amazon.nova-lite-v1:0', configuration).modelId).toBe('amazon.nova-lite-v1:0');
  expect({ bedrock: part } satisfies Options).toEqual({ bedrock: part });
});

test('settings with wrong keys are refused, and so are wrong values', () => {
  const local = createLocalBedrock();
  // @ts-expect-error -- the key is called region
  const typo = createAmazonBedrock({ regoin: local.region });
  // @ts-expect-error -- a number is no region
  const wrong = createAmazonBedrock({ region: 7 });
  expect([typeof typo, typeof wrong]).toEqual(['function', 'function']);
});
