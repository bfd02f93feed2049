// The blocks of the README run as they stand.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
const folder = new URL('../out/readme/', import.meta.url);

test('the README has its block', () => {
  expect(blocks.length).toBe(1);
});

test('it runs, and the text arrives', async () => {
  mkdirSync(folder, { recursive: true });
  const file = new URL('block.ts', folder);
  writeFileSync(file, blocks[0] ?? '');
  const args = [
    '--conditions=@bedrock-kit/source',
    '--disable-warning=ExperimentalWarning',
    fileURLToPath(file),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe('1 2 3 4 5');
});
