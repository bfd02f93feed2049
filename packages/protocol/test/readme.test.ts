// Every block of the README runs and prints what it says.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allRules } from './all-rules.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
const folder = fileURLToPath(new URL('../out/readme/', import.meta.url));

test('the README has blocks to run', () => {
  expect(blocks).toHaveLength(6);
});

test.each(blocks.map((code, index) => [index, code] as const))(
  'block %i prints what it says',
  (index, code) => {
    mkdirSync(folder, { recursive: true });
    const file = `${folder}block-${index}.ts`;
    writeFileSync(file, code);
    const printed = execFileSync(
      process.execPath,
      ['--no-warnings', '--conditions=@bedrock-kit/source', file],
      {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
      },
    );
    const said = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line);
    expect(printed.trimEnd().split('\n')).toEqual(said);
    expect(said.length).toBeGreaterThan(0);
  },
);

test('the README names every rule', () => {
  const [, table = ''] = /### The rules\n\n([^]*?)\n\n/.exec(readme) ?? [];
  const named = [...table.matchAll(/`([^`]+)`/g)].map(([, id]) => id);
  expect([...new Set(named)].sort()).toEqual([...new Set(allRules.map(({ id }) => id))].sort());
});
