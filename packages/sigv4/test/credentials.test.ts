import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromEnv, fromIni, fromNodeProviderChain, fromProcess } from '@aws-sdk/credential-providers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type CredentialProvider,
  createSignedFetch,
  createSigner,
  signSync,
  verifyRequest,
} from '../src/index.ts';

const secret = 'a secret access key';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigv4-'));
  // Nothing of the machine that runs the tests, nor any call out of it.
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Signs with what the provider loads, verifies that, and tells whose key it was. */
async function signedBy(
  provider: CredentialProvider,
): Promise<[accessKeyId: string, token: string | undefined]> {
  const signer = createSigner({ service: 'sts', region: 'us-east-1', credentials: provider });
  const signed = await signer.sign({ url: 'https://sts.us-east-1.amazonaws.com/' });
  const result = await verifyRequest(signed, { lookupSecret: () => secret });
  if (!result.ok) throw new Error(result.message);
  return [result.accessKeyId, result.sessionToken];
}

describe('the provider functions of the AWS SDK plug in unchanged', () => {
  it('from the environment', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDENV');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await signedBy(fromNodeProviderChain())).toEqual(['AKIDENV', 'token']);
    expect(await signedBy(fromEnv())).toEqual(['AKIDENV', 'token']);
  });

  it('from a profile in the shared file', async () => {
    writeFileSync(
      join(folder, 'credentials'),
      `[default]\naws_access_key_id=AKIDDEFAULT\naws_secret_access_key=${secret}\n[work]\naws_access_key_id=AKIDWORK\naws_secret_access_key=${secret}\n`,
    );
    expect(await signedBy(fromNodeProviderChain({ profile: 'work' }))).toEqual(['AKIDWORK', undefined]);
    expect(await signedBy(fromIni())).toEqual(['AKIDDEFAULT', undefined]);
  });

  it('from a credential_process', async () => {
    const script = join(folder, 'process.cjs');
    const answer = {
      Version: 1,
      AccessKeyId: 'AKIDPROCESS',
      SecretAccessKey: secret,
      SessionToken: 'token',
      Expiration: new Date(Date.now() + 3_600_000),
    };
    writeFileSync(script, `console.log(${JSON.stringify(JSON.stringify(answer))})`);
    writeFileSync(
      join(folder, 'config'),
      `[profile tool]\ncredential_process = "${process.execPath}" "${script}"\n`,
    );
    expect(await signedBy(fromNodeProviderChain({ profile: 'tool' }))).toEqual(['AKIDPROCESS', 'token']);
    expect(await signedBy(fromProcess({ profile: 'tool' }))).toEqual(['AKIDPROCESS', 'token']);
  });

  it('from the endpoint of a container', async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      asked += 1;
      expect(request.headers.authorization).toBe('container token');
      const Expiration = new Date(Date.now() + 3_600_000).toISOString();
      response.end(
        JSON.stringify({ AccessKeyId: 'AKIDCONTAINER', SecretAccessKey: secret, Token: 'token', Expiration }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The server has no port.');
      vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', `http://127.0.0.1:${address.port}/credentials`);
      vi.stubEnv('AWS_CONTAINER_AUTHORIZATION_TOKEN', 'container token');
      expect(await signedBy(fromNodeProviderChain())).toEqual(['AKIDCONTAINER', 'token']);
      expect(asked).toBe(1);
    } finally {
      server.close();
    }
  });

  it('and what they throw when there is nothing comes through', async () => {
    await expect(signedBy(fromNodeProviderChain({ profile: 'none' }))).rejects.toMatchObject({
      name: 'CredentialsProviderError',
    });
  });
});

describe('what JavaScript read from a file', () => {
  const request = { url: 'https://sts.us-east-1.amazonaws.com/' };
  const scope = { service: 'sts', region: 'us-east-1', signingDate: '2026-11-29T12:00:00Z' };
  const keys = { accessKeyId: 'AKIDFILE', secretAccessKey: secret };

  it.each([
    ['the id', { ...keys, accessKeyId: 'AKIDFILE\n' }],
    ['the secret', { ...keys, secretAccessKey: `${secret}\r\n` }],
    ['the secret, as the lines of a file of Windows,', { ...keys, secretAccessKey: `${secret}\r` }],
  ])('is refused where %s ends with a line break, by each way to sign', (_which, credentials) => {
    const refusal = 'credentials: need accessKeyId and secretAccessKey, as text without line breaks';
    expect(() => signSync(request, { ...scope, credentials })).toThrow(refusal);
    expect(() => createSigner({ ...scope, credentials })).toThrow(refusal);
    expect(() => createSignedFetch({ ...scope, credentials })).toThrow(refusal);
  });

  it.each([
    ['accessKeyId', Promise.resolve('AKIDFILE')],
    ['secretAccessKey', Promise.resolve(secret)],
    ['secretAccessKey', { SecretString: secret }],
  ])('is refused where %s is %o, by each way to sign', (name, value) => {
    const credentials = { ...keys, [name]: value }; // the types forbid it where the name is written
    const refusal = 'credentials: need accessKeyId and secretAccessKey, as text without line breaks';
    expect(() => signSync(request, { ...scope, credentials })).toThrow(refusal);
    expect(() => createSigner({ ...scope, credentials })).toThrow(refusal);
    expect(() => createSignedFetch({ ...scope, credentials })).toThrow(refusal);
  });

  it('is the text in it where it is bytes, of a session token as of the keys', () => {
    const asBytes = Object.fromEntries(
      Object.entries({ ...keys, sessionToken: 'TOKEN/1=' }).map(([name, text]) => [name, Buffer.from(text)]),
    ) as never; // of another type than it wants
    expect(signSync(request, { ...scope, credentials: asBytes })).toEqual(
      signSync(request, { ...scope, credentials: { ...keys, sessionToken: 'TOKEN/1=' } }),
    );
  });
});
