// Settings under names that JavaScript misspelt, and those of others.
import { afterEach, expect, test, vi } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { farSide, json } from './far-side.ts';
import { answer, call, environment } from './outcome.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const settings = { region: 'us-east-1', apiKey: 'key' };

test.each<[object, string, string]>([
  [{ apiKey: 'key', Region: 'eu-west-1' }, 'Region', 'region'],
  [{ region: 'us-east-1', api_key: 'key' }, 'api_key', 'apiKey'],
  [{ region: 'us-east-1', accesKeyId: 'A', secretAccessKey: 'S' }, 'accesKeyId', 'accessKeyId'],
  [{ ...settings, baseUrl: 'https://gateway.test' }, 'baseUrl', 'baseURL'],
  [{ ...settings, endpoint: 'https://gateway.test' }, 'endpoint', 'baseURL'],
  [{ region: 'us-east-1', credentials: () => undefined }, 'credentials', 'credentialProvider'],
])('%j is refused by the first call of any kind, with what is meant', async (given, name, meant) => {
  environment({ AWS_REGION: 'us-east-1', AWS_BEARER_TOKEN_BEDROCK: 'key of the environment' });
  const { fetch, asked } = farSide(() => json(answer));
  const bedrock = createAmazonBedrock({ ...given, fetch });
  const calls = [
    () => bedrock('amazon.nova-lite-v1:0').doGenerate(call),
    () => bedrock.embedding('amazon.titan-embed-text-v2:0').doEmbed({ values: ['a'] }),
    () => bedrock.runtime.converse({ modelId: 'amazon.nova-lite-v1:0', messages: [] }),
  ];
  for (const make of calls)
    await expect(make()).rejects.toMatchObject({
      name: 'AI_InvalidArgumentError',
      argument: `settings.${name}`,
      message: `settings.${name} is not read. Did you mean ${meant}?`,
    });
  expect(asked).toEqual([]);
});

test.each([
  ...['region', 'apiKey', 'accessKeyId', 'secretAccessKey', 'sessionToken', 'credentialProvider'],
  ...['baseURL', 'headers', 'fetch'],
])('%s is meant by its name in capitals', async (meant) => {
  const name = meant.toUpperCase();
  const model = createAmazonBedrock({ [name]: 'x' })('amazon.nova-lite-v1:0');
  await expect(model.doGenerate(call)).rejects.toMatchObject({
    message: `settings.${name} is not read. Did you mean ${meant}?`,
  });
});

test('settings of the app itself are passed over, and so is another spelling of one that is given', async () => {
  const { fetch, asked } = farSide(() => json(answer));
  const own = {
    name: 'bedrock',
    timeout: 5000,
    maxRetries: 2,
    profile: 'work',
    toString: () => 'of an app',
    endpoint: 'https://gateway.test',
  };
  const bedrock = createAmazonBedrock({ ...settings, ...own, baseURL: 'https://gateway.test', fetch });
  await bedrock('amazon.nova-lite-v1:0').doGenerate(call);
  expect(asked).toMatchObject([{ url: 'https://gateway.test/model/amazon.nova-lite-v1%3A0/converse' }]);
});
