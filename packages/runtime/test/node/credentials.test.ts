import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const module = new URL('../../src/node/credentials.ts', import.meta.url).href;

/** What the chain gives in a process of its own, so that neither environment nor modules of this one take part. */
async function chainIn(
  environment: Record<string, string>,
  before = '',
  loaded = 'load()',
): Promise<unknown> {
  const script = `${before}
    const { defaultCredentials } = await import(${JSON.stringify(module)});
    const load = defaultCredentials({ profile: process.env.PROFILE, region: process.env.REGION });
    console.log(JSON.stringify(await ${loaded}.catch(({ name, code, message }) => ({ name, code, message }))));`;
  const { stdout } = await run(
    process.execPath,
    ['--conditions=@bedrock-kit/source', '--no-warnings', '--input-type=module', '--eval', script],
    { env: { PATH: process.env['PATH'], AWS_EC2_METADATA_DISABLED: 'true', ...environment } },
  );
  return JSON.parse(stdout);
}

test('finds the keys of the environment', async () => {
  expect(await chainIn({ AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'S' })).toMatchObject({
    accessKeyId: 'A',
    secretAccessKey: 'S',
  });
});

test('finds the keys of a profile', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  try {
    const file = join(folder, 'credentials');
    await writeFile(file, '[work]\naws_access_key_id = W\naws_secret_access_key = S\n');
    const environment = {
      AWS_SHARED_CREDENTIALS_FILE: file,
      AWS_CONFIG_FILE: join(folder, 'none'),
      PROFILE: 'work',
    };
    expect(await chainIn(environment)).toMatchObject({ accessKeyId: 'W', secretAccessKey: 'S' });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('finds the keys with which a file was written anew once the old ones are refused, and not before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  try {
    const file = join(folder, 'credentials');
    const keys = '[default]\naws_secret_access_key = S\naws_access_key_id = ';
    await writeFile(file, `${keys}OLD\n`);
    const renewed = `
      (async () => {
        const first = await load();
        writeFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE, ${JSON.stringify(`${keys}NEW\n`)});
        const all = [first, await load(), await load({ forceRefresh: true })];
        return all.map(({ accessKeyId }) => accessKeyId);
      })()`;
    const environment = { AWS_SHARED_CREDENTIALS_FILE: file, AWS_CONFIG_FILE: join(folder, 'none') };
    expect(await chainIn(environment, "import { writeFileSync } from 'node:fs';", renewed)).toEqual([
      'OLD',
      'OLD',
      'NEW',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('assumes a role in the region that it is given', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  const asked: (string | undefined)[] = [];
  const sts = createServer(({ headers }, response) => {
    asked.push(/Credential=(\S+),/.exec(headers.authorization ?? '')?.[1]?.replace(/\d{8}/, 'day'));
    response.end(
      '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>R</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>',
    );
  });
  await new Promise<void>((resolve) => sts.listen(0, '127.0.0.1', resolve));
  try {
    const file = join(folder, 'credentials');
    await writeFile(
      file,
      '[keys]\naws_access_key_id = K\naws_secret_access_key = S\n[role]\nrole_arn = arn:aws-us-gov:iam::123456789012:role/r\nsource_profile = keys\n',
    );
    const environment = {
      AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${(sts.address() as AddressInfo).port}`,
      AWS_SHARED_CREDENTIALS_FILE: file,
      AWS_CONFIG_FILE: join(folder, 'none'),
      PROFILE: 'role',
      REGION: 'us-gov-west-1',
    };
    expect(await chainIn(environment)).toMatchObject({ accessKeyId: 'R', sessionToken: 'T' });
    expect(asked).toEqual(['K/day/us-gov-west-1/sts/aws4_request']);
  } finally {
    sts.close();
    await rm(folder, { recursive: true });
  }
});

test('says what to install where the package is absent', async () => {
  const absent = `
    import { registerHooks } from 'node:module';
    registerHooks({
      resolve(name, context, next) {
        if (name.startsWith('@aws-sdk/')) throw Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' });
        return next(name, context);
      },
    });`;
  expect(await chainIn({}, absent)).toEqual({
    name: 'BedrockError',
    code: 'MissingCredentials',
    message:
      'The default chain of credentials comes from the package @aws-sdk/credential-providers, which could not be loaded. Install it: npm install @aws-sdk/credential-providers',
  });
});

test('loads the package again after it could not be loaded, as where too many files were open', async () => {
  const before = `
    import { registerHooks } from 'node:module';
    let fails = true;
    registerHooks({
      resolve(specifier, context, next) {
        if (!fails || specifier !== '@aws-sdk/credential-providers') return next(specifier, context);
        fails = false;
        throw new Error('EMFILE: too many open files');
      },
    });`;
  const keys = { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'S' };
  expect(await chainIn(keys, before, 'load().catch(() => load())')).toMatchObject({ accessKeyId: 'A' });
});
