// Every example runs, as a program of its own, against the local Bedrock. An example throws where its answer is not the expected one.
// Those of the tour run on the sources too, in the tour.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createLocalBedrock } from '@bedrock-kit/local';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../../examples/', import.meta.url));
// What the others are connected by, and what runs them one after the other for people.
const noExamples = ['connection.ts', 'tour.ts'];
const examples = readdirSync(folder).filter((name) => name.endsWith('.ts') && !noExamples.includes(name));
const environment = {
  ...process.env,
  // Each opens a Bedrock of its own.
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: undefined,
  // They load the same files, and half of their time went into compiling them.
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../out/compile-cache', import.meta.url)),
};

const options = ['--disable-warning=ExperimentalWarning'];

function run(name: string, more: NodeJS.ProcessEnv = {}) {
  return promisify(execFile)(process.execPath, [...options, name], {
    cwd: folder,
    env: { ...environment, ...more },
    timeout: 60_000,
  });
}

test('the folder has its examples', () => {
  expect(examples.length).toBeGreaterThan(15);
});

test('one runs by the command of the README', async () => {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const command = /^node_modules\/\.bin\/node (.+?) +#/m.exec(readFileSync(`${root}README.md`, 'utf8'))?.[1];
  const { stdout } = await promisify(execFile)(process.execPath, command?.split(' '), {
    cwd: root,
    env: environment,
    timeout: 60_000,
  });
  expect(stdout).toMatch(/^granite granite /);
});

test('no variable of the shell leads an example away from this machine', async () => {
  const { stdout } = await run('generate-text.ts', {
    AWS_BEARER_TOKEN_BEDROCK: 'key',
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
  });
  expect(stdout).toMatch(/^1 2 3 4 5\n/);
});

test.for(['stream-text.ts', 'cache-points-stream.ts'])('%s fails with its stream', async (name) => {
  const local = createLocalBedrock({ faults: [{ kind: 'exception', name: 'throttlingException' }] });
  const { url } = await local.listen();
  const failing = run(name, { ...local.environment, AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url });
  const stderr = expect.stringContaining('ThrottlingException') as unknown;
  await expect(failing).rejects.toMatchObject({ code: 1, stderr });
  await local.close();
});

const key = 'AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';
test.concurrent.for<[set: NodeJS.ProcessEnv, missing: string]>([
  [{}, `AWS_REGION, and ${key}`],
  [{ AWS_DEFAULT_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE' }, key],
  [{ AWS_BEARER_TOKEN_BEDROCK: 'key' }, 'AWS_REGION'],
])('the tour of AWS does not begin without what all its programs need: %j is set', async ([set, missing]) => {
  const tour = [...options, 'tour.ts', '--live', '--model', 'amazon.nova-lite-v1:0'];
  const env = { PATH: process.env['PATH'], ...set };
  const run = promisify(execFile)(process.execPath, tour, { cwd: folder, env, timeout: 60_000 });
  const stderr = `With --live, set ${missing} in the environment.\n`;
  await expect(run).rejects.toMatchObject({ code: 1, stdout: '', stderr });
});

test.concurrent.for(examples)('%s', { timeout: 120_000 }, async (name) => {
  const { stdout } = await run(name);
  expect(stdout.trim()).not.toBe('');
});
