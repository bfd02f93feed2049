import { inspect } from 'node:util';
import { readFileSync } from 'node:fs';
import { createProviderRegistry, customProvider, NoSuchModelError, wrapLanguageModel } from 'ai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAmazonBedrock as createForAi5 } from '../src/ai-5.ts';
import { createAmazonBedrock as createForAi6 } from '../src/ai-6.ts';
import { amazonBedrock, bedrock, createAmazonBedrock, VERSION } from '../src/index.ts';
import { farSide, json } from './far-side.ts';

const id = 'us.amazon.nova-lite-v1:0';
const nothing = {
  aspectRatio: undefined,
  seed: undefined,
  files: undefined,
  mask: undefined,
  providerOptions: {},
};

test('the provider is called for a language model, and its methods work detached', () => {
  const { languageModel } = createAmazonBedrock();
  for (const model of [bedrock(id), bedrock.languageModel(id), languageModel(id)]) {
    expect(model).toMatchObject({ specificationVersion: 'v4', provider: 'amazon-bedrock', modelId: id });
  }
  expect(amazonBedrock).toBe(bedrock);
});

test.each(['languageModel', 'embeddingModel', 'imageModel', 'rerankingModel'] as const)(
  '%s without an id is the error that the specification has for it',
  (modelType) => {
    // As process.env gives it.
    for (const modelId of ['', undefined as unknown as string]) {
      let thrown: unknown;
      try {
        bedrock[modelType](modelId);
      } catch (error) {
        thrown = error;
      }
      expect(NoSuchModelError.isInstance(thrown)).toBe(true);
      expect(thrown).toMatchObject({
        modelId,
        modelType,
        message: expect.stringMatching(
          /^modelId is (empty|undefined), expected a model id such as/,
        ) as string,
      });
    }
  },
);

test('it is no class', () => {
  expect(() => Reflect.construct(bedrock, [id]) as unknown).toThrow('call it without new');
});

describe('within the ten frames that V8 keeps of a stack', () => {
  const { stackTraceLimit } = Error;
  beforeAll(() => {
    Error.stackTraceLimit = 10;
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });
  const led = (): unknown =>
    expect.objectContaining({ stack: expect.stringMatching(/at (async )?caller /) as string });

  test.each([createAmazonBedrock, createForAi6, createForAi5])(
    'the line that made a model stands',
    (create) => {
      const provider = create();
      for (const make of [provider, provider.embeddingModel, provider.imageModel])
        expect(function caller() {
          make('');
        }).toThrow(led());
    },
  );

  test('the line that called an image model stands', async () => {
    const model = bedrock.imageModel('amazon.nova-canvas-v1:0');
    async function caller(): Promise<void> {
      await model.doGenerate({ ...nothing, prompt: 'a', n: 1, size: 'x' as '1x1' });
    }
    await expect(caller()).rejects.toEqual(led());
  });
});

test('each kind of model has its method under every name that the AI SDK has used', () => {
  const {
    embeddingModel,
    embedding,
    textEmbeddingModel,
    textEmbedding,
    imageModel,
    image,
    rerankingModel,
    reranking,
  } = createAmazonBedrock();
  for (const make of [embeddingModel, embedding, textEmbeddingModel, textEmbedding]) {
    const model = make('amazon.titan-embed-text-v2:0', { dimensions: 256 });
    expect(model).toMatchObject({ specificationVersion: 'v4', modelId: 'amazon.titan-embed-text-v2:0' });
  }
  for (const make of [imageModel, image]) {
    expect(make('amazon.nova-canvas-v1:0', { maxImagesPerCall: 2 })).toMatchObject({
      specificationVersion: 'v4',
      maxImagesPerCall: 2,
    });
  }
  for (const make of [rerankingModel, reranking]) {
    expect(make('amazon.rerank-v1:0')).toMatchObject({
      specificationVersion: 'v4',
      provider: 'amazon-bedrock',
    });
  }
});

test('settings of a model that are null are none, of each kind', () => {
  const bedrock = createAmazonBedrock();
  const none = null as never; // what the types forbid
  expect([
    bedrock('amazon.nova-lite-v1:0', none).modelId,
    bedrock.embedding('amazon.titan-embed-text-v2:0', none).modelId,
    bedrock.image('amazon.nova-canvas-v1:0', none).modelId,
    bedrock.reranking('amazon.rerank-v1:0', none).modelId,
  ]).toEqual([
    'amazon.nova-lite-v1:0',
    'amazon.titan-embed-text-v2:0',
    'amazon.nova-canvas-v1:0',
    'amazon.rerank-v1:0',
  ]);
});

test('a model keeps the settings that it was made with: their object may be written anew for the next model', async () => {
  const { fetch, asked } = farSide(() => json({ embedding: [1], inputTextTokenCount: 1 }));
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'k', fetch });
  const settings = { dimensions: 256 };
  const small = bedrock.embedding('amazon.titan-embed-text-v2:0', settings);
  settings.dimensions = 1024;
  await small.doEmbed({ values: ['a'] });
  expect(asked[0]?.body).toMatchObject({ dimensions: 256 });
});

test('registry, custom provider and middleware take it, ids with colons and ARNs included', () => {
  const arn = 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0';
  const registry = createProviderRegistry({ bedrock });
  expect(registry.languageModel(`bedrock:${id}`).modelId).toBe(id);
  expect(registry.languageModel(`bedrock:${arn}`).modelId).toBe(arn);
  const custom = customProvider({ languageModels: { fast: bedrock(id) }, fallbackProvider: bedrock });
  expect(custom.languageModel('fast').modelId).toBe(id);
  const wrapped = wrapLanguageModel({ model: bedrock(id), middleware: { specificationVersion: 'v4' } });
  expect(wrapped).toMatchObject({ modelId: id, provider: 'amazon-bedrock' });
});

test('models that take files from S3 say so, so that they are not downloaded', async () => {
  expect(await bedrock(id).supportedUrls).toEqual({ '*/*': [/^s3:\/\//] });
  expect(await bedrock('us.amazon.nova-micro-v1:0').supportedUrls).toEqual({});
});

test('nothing that can be printed holds a secret', () => {
  const secrets = {
    accessKeyId: 'AKIDSECRET',
    secretAccessKey: 'THESECRET',
    sessionToken: 'THETOKEN',
    apiKey: 'THEKEY',
  };
  const provider = createAmazonBedrock({ region: 'us-east-1', ...secrets });
  const printed = [provider, provider(id), provider.runtime]
    .flatMap((value) => [inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value)])
    .join('\n');
  for (const secret of Object.values(secrets)) expect(printed).not.toContain(secret);
});

test('the version is that of the manifest', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(VERSION).toBe(manifest.version);
});
