import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type AuthSettings, createBedrockRuntime, type Environment, resolveAuth } from '../../src/index.ts';

/** Which source authorized: the bearer token, or the access key and session token that signed. */
async function source(settings: AuthSettings, environment: Environment): Promise<string> {
  const { headers } = await resolveAuth(settings)({
    method: 'POST',
    url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse',
    target: '/model/m/converse',
    headers: { 'content-type': 'application/json' },
    body: new Uint8Array(0),
    region: 'us-east-1',
    environment,
  });
  const authorization = headers['authorization'];
  if (authorization === undefined) return 'none';
  if (authorization.startsWith('Bearer ')) return authorization.slice(7);
  const [, key] = /Credential=([^/]+)\//.exec(authorization) ?? [];
  const token = headers['x-amz-security-token'];
  return token ? `${key}+${token}` : String(key);
}

const keys = (name: string, sessionToken?: string) => ({
  accessKeyId: name,
  secretAccessKey: 'secret',
  sessionToken,
});
const none = { auth: 'none' } as const;
const apiKey = { apiKey: 'option-key' };
const credentials = { credentials: keys('OPTION') };
const envToken = { AWS_BEARER_TOKEN_BEDROCK: 'env-key' };
const envKeys = { AWS_ACCESS_KEY_ID: 'ENV', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 'envtoken' };

describe('every pair of sources, the stronger one first', () => {
  test.each([
    ["auth 'none'", 'the apiKey option', { ...none, ...apiKey }, {}, 'none'],
    ["auth 'none'", 'the credentials option', { ...none, ...credentials }, {}, 'none'],
    ["auth 'none'", "the environment's API key", none, envToken, 'none'],
    ["auth 'none'", "the environment's access keys", none, envKeys, 'none'],
    ['the apiKey option', 'the credentials option', { ...apiKey, ...credentials }, {}, 'option-key'],
    ['the apiKey option', "the environment's API key", apiKey, envToken, 'option-key'],
    ['the apiKey option', "the environment's access keys", apiKey, envKeys, 'option-key'],
    ['the credentials option', "the environment's API key", credentials, envToken, 'OPTION'],
    ['the credentials option', "the environment's access keys", credentials, envKeys, 'OPTION'],
    [
      "the environment's API key",
      "the environment's access keys",
      {},
      { ...envToken, ...envKeys },
      'env-key',
    ],
  ])('%s beats %s', async (_, __, settings, environment, expected) => {
    expect(await source(settings, environment)).toBe(expected);
  });
});

describe("where AWS's service model has signatures alone, as AWS's own clients do", () => {
  const request = { queries: [], sources: [], rerankingConfiguration: { type: 'BEDROCK_RERANKING_MODEL' } };

  /** How `rerank`, of bedrock-agent-runtime, and `converse` are authorized. */
  async function schemes(settings: AuthSettings, variables: Environment): Promise<string> {
    const sent: string[] = [];
    const { rerank, converse } = createBedrockRuntime({
      ...settings,
      environment: { AWS_REGION: 'us-west-2', ...variables },
      fetch: (_, init) => {
        sent.push(new Headers(init?.headers).get('authorization')?.split('/')[0] ?? 'none');
        return Promise.resolve(Response.json({}));
      },
    });
    await rerank(request as unknown as Parameters<typeof rerank>[0]);
    await converse({ modelId: 'm', messages: [] });
    return sent.join(', ');
  }

  test.each([
    ["the environment's access keys", {}, { ...envToken, ...envKeys }, 'AWS4-HMAC-SHA256 Credential=ENV'],
    ['an API key that is alone', {}, envToken, 'Bearer env-key'],
    [
      'an API key beside keys that are switched off',
      { credentials: null },
      { ...envToken, ...envKeys },
      'Bearer env-key',
    ],
  ])('rerank goes with %s, converse with the API key', async (_, settings, environment, expected) => {
    expect(await schemes(settings, environment)).toBe(`${expected}, Bearer env-key`);
  });

  test('an API key that was written stays', async () => {
    expect(await schemes(apiKey, envKeys)).toBe('Bearer option-key, Bearer option-key');
  });
});

describe('each source alone', () => {
  test.each([
    ['the apiKey option', apiKey, {}, 'option-key'],
    ['the apiKey option as a function', { apiKey: () => Promise.resolve('rotating') }, {}, 'rotating'],
    ['the credentials option', credentials, {}, 'OPTION'],
    [
      'the credentials option as a function',
      { credentials: () => Promise.resolve(keys('F', 't')) },
      {},
      'F+t',
    ],
    ["the environment's API key", {}, { AWS_BEARER_TOKEN_BEDROCK: ' env-key\n' }, 'env-key'],
    ["the environment's access keys", {}, envKeys, 'ENV+envtoken'],
  ])('%s', async (_, settings, environment, expected) => {
    expect(await source(settings, environment)).toBe(expected);
  });

  test('a credentials function is never called when an API key wins', async () => {
    const unused = () => Promise.reject(new Error('must not be called'));
    expect(await source({ apiKey: 'k', credentials: unused }, {})).toBe('k');
  });
});

describe('sources are never mixed', () => {
  test.each([
    ['credentials without a session token and AWS_SESSION_TOKEN', credentials, envKeys, 'OPTION'],
    ['a blank session token', { credentials: keys('OPTION', '') }, envKeys, 'OPTION'],
  ])('%s', async (_, settings, environment, expected) => {
    expect(await source(settings, environment)).toBe(expected);
  });

  test.each([
    [
      { AWS_ACCESS_KEY_ID: 'A' },
      'AWS_ACCESS_KEY_ID is set, AWS_SECRET_ACCESS_KEY is not, or switched off. Set both, or pass credentials.',
    ],
    [
      { AWS_SECRET_ACCESS_KEY: 'S' },
      'AWS_SECRET_ACCESS_KEY is set, AWS_ACCESS_KEY_ID is not, or switched off. Set both, or pass credentials.',
    ],
  ])('half a pair of variables is an error: %j', async (environment, message) => {
    await expect(source({}, environment)).rejects.toMatchObject({ code: 'MissingCredentials', message });
  });
});

describe('a key without a value switches its variables off', () => {
  test.each([
    ['apiKey: undefined', { apiKey: undefined }, { ...envToken, ...envKeys }, 'ENV+envtoken'],
    ['apiKey: null', { apiKey: null }, { ...envToken, ...envKeys }, 'ENV+envtoken'],
    ['apiKey blank', { apiKey: ' ' }, { ...envToken, ...envKeys }, 'ENV+envtoken'],
    ['credentials: undefined', { credentials: undefined }, { ...envToken, ...envKeys }, 'env-key'],
    ['apiKey: null with credentials', { apiKey: null, ...credentials }, envToken, 'OPTION'],
  ])('%s', async (_, settings, environment, expected) => {
    expect(await source(settings, environment)).toBe(expected);
  });

  test('and the message says so when nothing is left', async () => {
    await expect(
      source({ apiKey: null, credentials: null }, { ...envToken, ...envKeys }),
    ).rejects.toMatchObject({
      code: 'MissingCredentials',
      message:
        'No credentials for Amazon Bedrock. Pass apiKey, access keys or a credential provider, or set AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. (Given without a value, which switches variables off: apiKey and credentials.) For profiles, SSO, containers and instances use defaultCredentials() of @bedrock-kit/runtime/credentials.',
    });
    for (const [settings, told] of [
      [
        { apiKey: null },
        'AWS_SECRET_ACCESS_KEY. (Given without a value, which switches variables off: apiKey.) For',
      ],
      [{}, 'AWS_SECRET_ACCESS_KEY. For'],
    ] as const)
      await expect(source(settings, {})).rejects.toMatchObject({
        code: 'MissingCredentials',
        message: expect.stringContaining(told) as string,
      });
  });
});

test('the environment is read at each call', async () => {
  const environment: Record<string, string> = { ...envToken };
  const authorize = resolveAuth({});
  const request = {
    method: 'POST',
    url: 'https://x.test/',
    target: '/',
    headers: {},
    body: undefined,
    region: 'us-east-1',
    environment,
  };
  expect((await authorize(request)).headers['authorization']).toBe('Bearer env-key');
  environment['AWS_BEARER_TOKEN_BEDROCK'] = 'later';
  expect((await authorize(request)).headers['authorization']).toBe('Bearer later');
});

test('no object of this package shows a secret', () => {
  const settings = { apiKey: 'TOP-SECRET', credentials: keys('TOP-SECRET', 'TOP-SECRET') };
  for (const shown of [createBedrockRuntime(settings), resolveAuth(settings)]) {
    expect(inspect(shown, { depth: 9, showHidden: true })).not.toContain('TOP-SECRET');
    expect(JSON.stringify([shown])).not.toContain('TOP-SECRET');
  }
});
