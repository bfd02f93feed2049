import { runInNewContext } from 'node:vm';
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { createLocalBedrock } from '@bedrock-kit/local';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type AmazonBedrockProviderSettings,
  bedrock,
  type BedrockCredentialProvider,
  createAmazonBedrock,
} from '../src/index.ts';
import { farSide, json } from './far-side.ts';

const call: LanguageModelV4CallOptions = {
  prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
};
const answer = { output: { message: { role: 'assistant', content: [] } }, stopReason: 'end_turn' };
const keys = { accessKeyId: 'AKIDCODE', secretAccessKey: 'secret-of-the-code' };

const variables = [
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_BEARER_TOKEN_BEDROCK',
  'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
  'AWS_ENDPOINT_URL',
];

/** The environment holds just this. */
function environment(values: Record<string, string>): void {
  for (const name of variables) vi.stubEnv(name, values[name]);
}
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** Where a request goes and how it is authorized, under these settings. */
async function outcome(settings: AmazonBedrockProviderSettings, modelId = 'amazon.nova-lite-v1:0') {
  const { fetch, asked } = farSide(() => json(answer));
  await createAmazonBedrock({ fetch, ...settings })(modelId).doGenerate(call);
  const [request] = asked;
  const { authorization = 'none', 'x-amz-security-token': token } = request?.headers ?? {};
  const key = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(authorization);
  return {
    host: new URL(request?.url ?? '').host,
    by: key ? `${key[1] ?? ''} in ${key[2] ?? ''}` : authorization,
    ...(token !== undefined && { token }),
  };
}

const us = 'bedrock-runtime.us-east-1.amazonaws.com';
const fromEnvironment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIDENV',
  AWS_SECRET_ACCESS_KEY: 'secret-of-the-environment',
  AWS_SESSION_TOKEN: 'token-of-the-environment',
};

describe('authentication', () => {
  test('keys of the environment come with its session token', async () => {
    environment(fromEnvironment);
    expect(await outcome({})).toEqual({
      host: us,
      by: 'AKIDENV in us-east-1',
      token: 'token-of-the-environment',
    });
  });

  test("the environment's bearer token beats the environment's keys", async () => {
    environment({ ...fromEnvironment, AWS_BEARER_TOKEN_BEDROCK: 'ambient' });
    expect(await outcome({})).toEqual({ host: us, by: 'Bearer ambient' });
  });

  test('keys in code beat an ambient bearer token, and the ambient session token stays out', async () => {
    environment({ ...fromEnvironment, AWS_BEARER_TOKEN_BEDROCK: 'ambient' });
    expect(await outcome(keys)).toEqual({ host: us, by: 'AKIDCODE in us-east-1' });
  });

  test('keys in code go with the session token beside them', async () => {
    environment(fromEnvironment);
    expect(await outcome({ ...keys, sessionToken: 'token-of-the-code' })).toEqual({
      host: us,
      by: 'AKIDCODE in us-east-1',
      token: 'token-of-the-code',
    });
  });

  test('a credential provider beats an ambient bearer token', async () => {
    environment({ AWS_REGION: 'us-east-1', AWS_BEARER_TOKEN_BEDROCK: 'ambient' });
    expect(await outcome({ credentialProvider: () => Promise.resolve(keys) })).toEqual({
      host: us,
      by: 'AKIDCODE in us-east-1',
    });
  });

  test.each<[string, BedrockCredentialProvider]>([
    ['at once', () => keys],
    // As @ai-sdk/amazon-bedrock types it.
    ['as a PromiseLike', (): PromiseLike<typeof keys> => Promise.resolve(keys)],
  ])('a credential provider may give them %s', async (_, credentialProvider) => {
    environment({ AWS_REGION: 'us-east-1' });
    expect(await outcome({ credentialProvider })).toEqual({ host: us, by: 'AKIDCODE in us-east-1' });
  });

  test('an API key in code beats keys in code', async () => {
    environment({});
    expect(await outcome({ region: 'us-east-1', ...keys, apiKey: 'written' })).toEqual({
      host: us,
      by: 'Bearer written',
    });
  });

  test.each([[undefined], [null]])('apiKey: %s switches its variable off', async (apiKey) => {
    environment({ ...fromEnvironment, AWS_BEARER_TOKEN_BEDROCK: 'ambient' });
    expect(await outcome({ apiKey })).toMatchObject({ by: 'AKIDENV in us-east-1' });
  });

  test.each([[undefined], [null]])(
    'sessionToken: %s leaves the keys of the environment without their token',
    async (sessionToken) => {
      environment(fromEnvironment);
      expect(await outcome({ sessionToken })).toEqual({ host: us, by: 'AKIDENV in us-east-1' });
    },
  );

  test.each([['accessKeyId'], ['secretAccessKey']])(
    '%s: undefined switches its variable off',
    async (key) => {
      environment(fromEnvironment);
      await expect(outcome({ [key]: undefined })).rejects.toMatchObject({ name: 'AI_LoadAPIKeyError' });
    },
  );

  test('a key that is switched off does not make the environment be read as a whole', async () => {
    const env = new Proxy(
      {},
      {
        get() {
          throw new Error('Requires env access');
        },
        ownKeys() {
          throw new Error('Requires env access to all variables');
        },
      },
    );
    vi.stubGlobal('process', { env });
    expect(await outcome({ region: 'us-east-1', apiKey: 'code', accessKeyId: undefined })).toEqual({
      host: us,
      by: 'Bearer code',
    });
  });

  test('half of a pair of keys is told, not completed from the environment', async () => {
    environment(fromEnvironment);
    await expect(outcome({ accessKeyId: 'AKIDCODE' })).rejects.toMatchObject({
      name: 'AI_LoadAPIKeyError',
      message: expect.stringContaining('secretAccessKey') as unknown,
    });
  });

  test('without any credentials the error names every way to give them', async () => {
    environment({ AWS_REGION: 'us-east-1' });
    await expect(outcome({})).rejects.toMatchObject({
      name: 'AI_LoadAPIKeyError',
      message:
        'No credentials for Amazon Bedrock. Pass apiKey, access keys or a credential provider, or set AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. For profiles, SSO, containers and instances the provider is defaultCredentials() of @bedrock-kit/runtime/credentials.',
    });
  });

  test('a gateway that authorizes by itself gets no authorization', async () => {
    environment(fromEnvironment);
    expect(await outcome({ auth: 'none', baseURL: 'https://gateway.example/bedrock' })).toEqual({
      host: 'gateway.example',
      by: 'none',
    });
  });
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

  test.each(['us-east-1', null, 7])('that are no object are refused with an example: %j', (settings) => {
    expect(() => createAmazonBedrock(settings as never)).toThrow(
      expect.objectContaining({
        name: 'AI_InvalidArgumentError',
        argument: 'settings',
        message: "Settings are an object, such as { region: 'us-east-1' }.",
      }) as Error,
    );
  });

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
  const { fetch, asked } = farSide(() => json({ results: [] }));
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

describe('a fetch of the caller', () => {
  const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

  /** A provider whose fetch keeps the bodies that it is given. */
  function keepingBodies() {
    const given: unknown[] = [];
    const bedrock = createAmazonBedrock({
      ...keys,
      region: 'us-east-1',
      fetch: (_, options) => {
        given.push(options?.body);
        return Promise.resolve(json({}));
      },
    });
    return { bedrock, given };
  }

  test('gets JSON as text, as from every provider of the AI SDK, and what it hands on has a valid signature', async () => {
    const local = createLocalBedrock();
    const bodies: unknown[] = [];
    const bedrock = createAmazonBedrock({
      ...local.credentials,
      region: local.region,
      fetch: (url, options) => {
        // As in https://ai-sdk.dev/cookbook/node/intercept-fetch-requests
        bodies.push(JSON.parse(options?.body as string));
        return local.fetch(url, options);
      },
    });
    const content = [{ type: 'text' as const, text: 'Grüße 👋\ufeff' }];
    const { finishReason } = await bedrock(modelId).doGenerate({ prompt: [{ role: 'user', content }] });
    expect(finishReason.unified).toBe('stop');
    expect(bodies).toMatchObject([{ messages: [{ role: 'user', content: [{ text: 'Grüße 👋\ufeff' }] }] }]);
  });

  test('gets JSON as text also where its bytes are of another realm, as those of a TextEncoder in Jest', async () => {
    const { bedrock, given } = keepingBodies();
    const body = runInNewContext('Uint8Array.of(123, 125)') as Uint8Array;
    await bedrock.runtime.invokeModel({ modelId, contentType: 'application/json', body });
    expect(given).toEqual(['{}']);
  });

  test.each([
    ['with a mark in front, which belongs to what is signed', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
    ['that are no UTF-8', [0x22, 0xe9, 0x22]],
  ])('can hand on what was signed of bytes that are said to be JSON %s', async (_, bytes) => {
    const sent: ArrayBuffer[] = [];
    const bedrock = createAmazonBedrock({
      ...keys,
      region: 'us-east-1',
      fetch: async (url, options) => {
        sent.push(await new Request(url, options).arrayBuffer());
        return json({});
      },
    });
    const body = Uint8Array.from(bytes);
    await bedrock.runtime.invokeModel({ modelId, contentType: 'application/json', body });
    expect(sent.map((buffer) => new Uint8Array(buffer))).toEqual([body]);
  });

  test('gets bytes that are no JSON as they are', async () => {
    const { bedrock, given } = keepingBodies();
    const body = Uint8Array.of(0xff, 0xfe, 0);
    await bedrock.runtime.invokeModel({ modelId, body });
    expect(given).toEqual([body]);
  });
});
