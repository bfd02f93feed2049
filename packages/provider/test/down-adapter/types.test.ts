// The types that are written out in src/down-adapter are those of the AI SDK: the compiler holds these assignments.
import type {
  EmbeddingModelV2,
  ImageModelV2,
  LanguageModelV2,
  LanguageModelV2CallOptions,
  ProviderV2,
} from 'provider-v2';
import type {
  EmbeddingModelV3,
  ImageModelV3,
  LanguageModelV3,
  LanguageModelV3CallOptions,
  ProviderV3,
  RerankingModelV3,
} from 'provider-v3';
import { expect, test } from 'vitest';
import { bedrock as bedrockV2 } from '../../src/ai-5.ts';
import { bedrock as bedrockV3 } from '../../src/ai-6.ts';
import type { EarlierCallOptions } from '../../src/down-adapter/earlier-call.ts';

const language = 'us.amazon.nova-lite-v1:0';

test('the provider of /ai-6 is a ProviderV3, and its models are models of v3', () => {
  const provider: ProviderV3 = bedrockV3;
  const models: [LanguageModelV3, EmbeddingModelV3, ImageModelV3, RerankingModelV3] = [
    bedrockV3(language),
    bedrockV3.embeddingModel('amazon.titan-embed-text-v2:0'),
    bedrockV3.imageModel('amazon.nova-canvas-v1:0'),
    bedrockV3.rerankingModel('cohere.rerank-v3-5:0'),
  ];
  expect(provider.specificationVersion).toBe('v3');
  expect(models.map((model) => model.specificationVersion)).toEqual(['v3', 'v3', 'v3', 'v3']);
});

test('the provider of /ai-5 is a ProviderV2, and its models are models of v2', () => {
  const provider: ProviderV2 = bedrockV2;
  const models: [LanguageModelV2, EmbeddingModelV2<string>, ImageModelV2] = [
    bedrockV2(language),
    bedrockV2.textEmbeddingModel('amazon.titan-embed-text-v2:0'),
    bedrockV2.imageModel('amazon.nova-canvas-v1:0'),
  ];
  expect(provider.languageModel(language).specificationVersion).toBe('v2');
  expect(models.map((model) => model.specificationVersion)).toEqual(['v2', 'v2', 'v2']);
});

test('every call that both majors may make is understood', () => {
  const prompt = [{ role: 'system' as const, content: 'Be brief.' }];
  const v3: LanguageModelV3CallOptions = { prompt };
  const v2: LanguageModelV2CallOptions = { prompt };
  const understood: EarlierCallOptions[] = [v3, v2];
  expect(understood).toEqual([{ prompt }, { prompt }]);
});

test('what a major does not have is refused by the compiler', () => {
  // @ts-expect-error -- the AI SDK 5 has no reranking
  expect(bedrockV2.reranking).toBeUndefined();
  // @ts-expect-error -- a model of v3 is none of v2
  const wrong: LanguageModelV2 = bedrockV3(language);
  expect(wrong.specificationVersion).toBe('v3');
});
