// Runs every block of the README as it stands.
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const readme = await readFile(new URL('README.md', root), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
const separator = '--- next block ---';
let printed: string[] = [];

beforeAll(async () => {
  const folder = new URL('out/readme/', root);
  await mkdir(folder, { recursive: true });
  const files = blocks.map((_, index) => new URL(`block-${index + 1}.ts`, folder));
  await Promise.all(files.map((file, index) => writeFile(file, blocks[index] ?? '')));
  const world = new URL('test/readme-world.ts', root);
  const script = `
    await import(${JSON.stringify(world.href)});
    for (const file of ${JSON.stringify(files.map(String))}) {
      await import(file);
      console.log(${JSON.stringify(separator)});
    }`;
  // A file in this package, so that its own name leads to it.
  const runner = new URL('run.mjs', folder);
  await writeFile(runner, script);
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=@bedrock-kit/source',
    '--no-warnings',
    fileURLToPath(runner),
  ]);
  printed = stdout.split(`${separator}\n`);
});

test('there are blocks to run', () => {
  expect(blocks.length).toBeGreaterThan(5);
});

test.each(blocks.map((code, index) => [index + 1, code.split('\n')[0], code] as const))(
  'block %i runs and prints what it says: %s',
  (number, _, code) => {
    // The comment behind a console.log says what it prints.
    const said = code
      .split('\n')
      .flatMap((line) => (line.includes('console.log(') ? [line.split(' // ')[1]] : []));
    expect(printed[number - 1]?.trim().split('\n')).toEqual(said);
  },
);
