// Every block of the README runs and prints what it says.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { witnessedRequests } from './witness.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
const folder = fileURLToPath(new URL('../out/readme/', import.meta.url));

test('the README has blocks to run', () => {
  expect(blocks).toHaveLength(5);
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
    // Two comments explain; the others are what was printed.
    const said = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line ?? '');
    const output = said.filter((line) => !/^A (?:whole|streamed) /.test(line));
    expect(printed.trimEnd().split('\n')).toEqual(output);
    expect(output.length).toBeGreaterThan(0);
  },
);

test.each(blocks.map((code, index) => [index, code] as const))(
  'the request of block %i passes the witnesses too',
  async (index, code) => {
    vi.spyOn(console, 'log').mockReturnValue();
    const file = `${folder}witnessed-${index}.ts`;
    mkdirSync(folder, { recursive: true });
    const witnessed = code
      .replace(/'@bedrock-kit\/converse-mapping(?:\/unchecked)?'/, "'../../test/witness.ts'")
      .replace("'@bedrock-kit/converse-mapping/preflight'", "'../../src/preflight.ts'");
    writeFileSync(file, witnessed);
    const before = witnessedRequests();
    await import(/* @vite-ignore */ file);
    // The second block shows a refusal.
    expect(witnessedRequests() - before).toBe(code.includes('catch') ? 0 : 1);
  },
);
