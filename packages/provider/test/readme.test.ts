// The blocks of the README run as they stand.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
const folder = new URL('../out/readme/', import.meta.url);

test('the README has its blocks', () => {
  expect(blocks.length).toBe(4);
});

test.each([
  [0, 'the text arrives', /^1 2 3 4 5$/],
  [1, 'the options arrive, and what comes back', /^The last message says: .*\. \{ type: 'priority' \}\n$/],
  [
    2,
    'the error tells its code and what to do',
    /^ValidationException This model answers through an inference profile only: put the prefix /,
  ],
  [
    3,
    'the request is shown, with the id of its answer',
    /^https:\/\/bedrock-runtime\.us-east-1\.amazonaws\.com\/model\/us\.amazon\.nova-lite-v1%3A0\/converse \{"messages":\[.*\} 200 [\da-f-]{36}\n$/,
  ],
])('block %i runs: %s', async (index, _, printed) => {
  mkdirSync(folder, { recursive: true });
  const file = new URL(`block-${index}.ts`, folder);
  writeFileSync(file, blocks[index] ?? '');
  const args = [
    '--conditions=@bedrock-kit/source',
    '--disable-warning=ExperimentalWarning',
    fileURLToPath(file),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toMatch(printed);
});
