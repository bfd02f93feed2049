// Where requests go by the settings and the environment: region, endpoint, headers and the instance without settings.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bedrock, createAmazonBedrock } from '../src/index.ts';
import { farSide, json } from './far-side.ts';
import { answer, call, environment, outcome, us } from './outcome.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('region and endpoint', () => {
  const anyKey = { apiKey: 'key' };

  test('the setting beats the ARN, the ARN the environment, AWS_REGION AWS_DEFAULT_REGION', async () => {
    const arn = 'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0';
    environment({ AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-west-2' });
    expect((await outcome({ ...anyKey, region: 'ap-south-1' }, arn)).host).toBe(
      'bedrock-runtime.ap-south-1.amazonaws.com',
    );
    expect((await outcome(anyKey, arn)).host).toBe('bedrock-runtime.eu-west-1.amazonaws.com');
    expect((await outcome(anyKey)).host).toBe(us);
    environment({ AWS_DEFAULT_REGION: 'us-west-2' });
    expect((await outcome(anyKey)).host).toBe('bedrock-runtime.us-west-2.amazonaws.com');
  });

  test.each([[undefined], [null]])('region: %s switches the variables off', async (region) => {
    environment({ AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-1' });
    await expect(outcome({ ...anyKey, region })).rejects.toMatchObject({
      name: 'AI_LoadSettingError',
      message: expect.stringMatching(/region.*AWS_REGION.*AWS_DEFAULT_REGION/) as unknown,
    });
  });

  test.each(['us-east-1', null, 7, Promise.resolve({})])(
    'that are no object are refused with an example: %j',
    (settings) => {
      expect(() => createAmazonBedrock(settings as never)).toThrow(
        expect.objectContaining({
          name: 'AI_InvalidArgumentError',
          argument: 'settings',
          message: "Settings must be an object, such as { region: 'us-east-1' }.",
        }) as Error,
      );
    },
  );

  test('a region that is no host label is refused before credentials go anywhere', async () => {
    environment({});
    const { fetch, asked } = farSide(() => json(answer));
    const model = createAmazonBedrock({ ...anyKey, region: 'evil.example/', fetch })('amazon.nova-lite-v1:0');
    await expect(model.doGenerate(call)).rejects.toMatchObject({ name: 'AI_LoadSettingError' });
    expect(asked).toEqual([]);
  });

  test('baseURL beats the variable of the endpoint; present without a value it switches the variable off', async () => {
    environment({ AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'http://127.0.0.1:9' });
    expect((await outcome({ ...anyKey, baseURL: 'https://vpce.example' })).host).toBe('vpce.example');
    expect((await outcome(anyKey)).host).toBe('127.0.0.1:9');
    expect((await outcome({ ...anyKey, baseURL: undefined })).host).toBe(us);
  });

  test('a wrong address is told under the name by which it was written', async () => {
    const told = (name: string) => ({
      name: 'AI_LoadSettingError',
      message: `${name}: expected http(s)://host without user, query and fragment, found another`,
    });
    environment({ AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: 'gateway.example' });
    await expect(outcome({ ...anyKey, baseURL: 'vpce.example' })).rejects.toMatchObject(told('baseURL'));
    await expect(outcome(anyKey)).rejects.toMatchObject(told('AWS_ENDPOINT_URL'));
    const ranking = createAmazonBedrock({ ...anyKey, agentBaseURL: 'vpce.example' }).reranking(
      'amazon.rerank-v1:0',
    );
    const documents = { type: 'text' as const, values: ['a', 'b'] };
    await expect(ranking.doRerank({ query: 'a', documents })).rejects.toMatchObject(told('agentBaseURL'));
  });
});

test('agentBaseURL is where reranking models are asked, and no others', async () => {
  environment({});
  const { fetch, asked } = farSide(() => json({ results: [], ...answer }));
  const provider = createAmazonBedrock({
    region: 'us-east-1',
    apiKey: 'key',
    agentBaseURL: 'https://agent.example/prefix',
    fetch,
  });
  await provider
    .rerankingModel('amazon.rerank-v1:0')
    .doRerank({ query: 'q', documents: { type: 'text', values: ['a'] } });
  await provider('amazon.nova-lite-v1:0').doGenerate(call);
  expect(asked.map(({ url }) => url)).toEqual([
    'https://agent.example/prefix/rerank',
    `https://${us}/model/amazon.nova-lite-v1%3A0/converse`,
  ]);
});

describe('requests', () => {
  test('headers come from the settings, a function or the call, the call winning; the user agent names this package last', async () => {
    environment({});
    const { fetch, asked } = farSide(() => json(answer));
    const headers = () => Promise.resolve({ 'X-Team': 'blue', 'x-trace': 'settings' });
    const provider = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', headers, fetch });
    await provider('amazon.nova-lite-v1:0').doGenerate({
      ...call,
      headers: { 'x-trace': 'call', 'user-agent': 'ai/7' },
    });
    expect(asked[0]?.headers).toMatchObject({ 'x-team': 'blue', 'x-trace': 'call' });
    expect(asked[0]?.headers['user-agent']).toMatch(/^ai\/7 ai-sdk-bedrock-kit\/\d+\.\d+\.\d+$/);
  });

  test('the default instance reads the environment and the global fetch when it is called', async () => {
    const model = bedrock('amazon.nova-lite-v1:0');
    const { fetch, asked } = farSide(() => json(answer));
    environment({ AWS_REGION: 'eu-north-1', AWS_BEARER_TOKEN_BEDROCK: 'later' });
    vi.stubGlobal('fetch', fetch);
    await model.doGenerate(call);
    expect(asked[0]?.url).toMatch(/^https:\/\/bedrock-runtime\.eu-north-1\./);
    expect(asked[0]?.headers['authorization']).toBe('Bearer later');
  });
});
