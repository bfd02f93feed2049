// Every example runs, as a program of its own, against the local Bedrock. An example throws where its answer is not the expected one.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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
