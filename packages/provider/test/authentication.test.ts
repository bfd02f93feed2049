// Which credentials a request is authorized with, of those in code and those of the environment.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BedrockCredentialProvider } from '../src/index.ts';
import { environment, outcome, us } from './outcome.ts';

const keys = { accessKeyId: 'AKIDCODE', secretAccessKey: 'secret-of-the-code' };
const fromEnvironment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIDENV',
  AWS_SECRET_ACCESS_KEY: 'secret-of-the-environment',
  AWS_SESSION_TOKEN: 'token-of-the-environment',
};

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

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
      await expect(outcome({ [key]: undefined })).rejects.toMatchObject({
        name: 'AI_LoadAPIKeyError',
        message: expect.stringContaining('is not, or switched off. Set both') as unknown,
      });
    },
  );

  test.each([[undefined], [null], ['']])(
    'keys of the value %j switch those of the environment off, and the error says that they were given without one',
    async (value) => {
      environment(fromEnvironment);
      const settings = { accessKeyId: value, secretAccessKey: value, sessionToken: value };
      await expect(outcome(settings)).rejects.toMatchObject({
        name: 'AI_LoadAPIKeyError',
        message: expect.stringContaining(
          '(Given without a value, which switches variables off: credentials.)',
        ) as unknown,
      });
      environment({ ...fromEnvironment, AWS_BEARER_TOKEN_BEDROCK: 'ambient' });
      expect(await outcome(settings)).toEqual({ host: us, by: 'Bearer ambient' });
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
        'No credentials for Amazon Bedrock. Pass apiKey, access keys or a credential provider, or set AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. For profiles, SSO, containers and instances use defaultCredentials() of @bedrock-kit/runtime/credentials.',
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
