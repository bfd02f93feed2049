// Every example runs, as a program of its own, against the local Bedrock. An example throws where its answer is not the expected one.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createLocalBedrock } from '@bedrock-kit/local';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../examples/', import.meta.url));
// What the others are connected by, and what runs them one after the other for people.
const noExamples = ['connection.ts', 'tour.ts'];
const examples = readdirSync(folder).filter((name) => name.endsWith('.ts') && !noExamples.includes(name));
// Each opens a Bedrock of its own.
const environment = { ...process.env, AWS_ENDPOINT_URL_BEDROCK_RUNTIME: undefined };

test('the folder has its examples', () => {
  expect(examples.length).toBeGreaterThan(15);
});

test('one runs by the command of the README', async () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const command = /^node_modules\/\.bin\/node (.+?) +#/m.exec(readFileSync(`${root}README.md`, 'utf8'))?.[1];
  const { stdout } = await promisify(execFile)(process.execPath, command?.split(' '), {
    cwd: root,
    env: environment,
    timeout: 60_000,
  });
  expect(stdout).toMatch(/^granite granite /);
});

test.each(['stream-text.ts', 'cache-points-stream.ts'])('%s fails with its stream', async (name) => {
  const local = createLocalBedrock({ faults: [{ kind: 'exception', name: 'throttlingException' }] });
  const { url } = await local.listen();
  const options = ['--conditions=@bedrock-kit/source', '--disable-warning=ExperimentalWarning'];
  const env = { ...environment, ...local.environment, AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url };
  const run = promisify(execFile)(process.execPath, [...options, name], {
    cwd: folder,
    env,
    timeout: 60_000,
  });
  const stderr = expect.stringContaining('ThrottlingException') as unknown;
  await expect(run).rejects.toMatchObject({ code: 1, stderr });
  await local.close();
});

test.concurrent.each(examples)(
  '%s',
  async (name) => {
    const options = ['--conditions=@bedrock-kit/source', '--disable-warning=ExperimentalWarning'];
    const { stdout } = await promisify(execFile)(process.execPath, [...options, name], {
      cwd: folder,
      env: environment,
      timeout: 60_000,
    });
    expect(stdout.trim()).not.toBe('');
  },
  120_000,
);
