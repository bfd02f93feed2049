// The environment variables with which AWS's clients find a server.
import { describe, expect, it, vi } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';
import { runtime } from '../aws-clients.ts';
import { modelId, openBedrock } from '../in-process.ts';
import { everyAddress } from './every-address.ts';

describe('the environment', () => {
  it('points AWS’s clients at the server once it listens', async () => {
    const local = openBedrock({
      region: 'eu-west-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' },
    });
    const keys = {
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_SESSION_TOKEN: 'c',
      AWS_SECURITY_TOKEN: '',
      AWS_CREDENTIAL_EXPIRATION: '',
    };
    expect(local.environment).toEqual(keys);
    const { url } = await local.listen();
    expect(local.environment).toEqual({
      ...keys,
      AWS_USE_FIPS_ENDPOINT: 'false',
      AWS_USE_DUALSTACK_ENDPOINT: 'false',
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url,
      AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: url,
    });
    await local.close();
  });

  it.each([
    ['AWS_SESSION_TOKEN', 'of other keys'],
    ['AWS_USE_FIPS_ENDPOINT', 'true'],
    ['AWS_USE_DUALSTACK_ENDPOINT', 'true'],
    ['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'true'],
  ])('is stronger than the shell’s own %s=%s', async (variable, other) => {
    const local = createLocalBedrock();
    await local.listen();
    vi.stubEnv(variable, other);
    for (const [name, value] of Object.entries(local.environment)) vi.stubEnv(name, value);
    // Keys, Region and endpoint from the environment alone.
    const client = new runtime.BedrockRuntimeClient({});
    const messages = [{ role: 'user' as const, content: [{ text: 'echo hi' }] }];
    await client.send(new runtime.ConverseCommand({ modelId, messages }));
    expect(local.requests[0]?.status).toBe(200);
    expect(local.requests[0]?.headers['x-amz-security-token']).toBeUndefined();
    vi.unstubAllEnvs();
    client.destroy();
    await local.close();
  });

  it.each(everyAddress)(
    'names this machine where the server listens on every address, %s',
    async (host, called) => {
      const local = openBedrock();
      const { port } = await local.listen({ host });
      expect(local.environment).toMatchObject({
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: `http://${called}:${port}`,
        AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: `http://${called}:${port}`,
      });
      await local.close();
    },
  );

  it('names the newest of the servers that nobody has closed', async () => {
    const local = openBedrock();
    const named = (): unknown => local.environment['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'];
    const first = await local.listen();
    const second = await local.listen();
    expect(named()).toBe(second.url);
    await second.close();
    expect(named()).toBe(first.url);
    await first.close();
    expect(named()).toBeUndefined();
    await local.close();
  });
});
