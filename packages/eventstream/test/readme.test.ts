// Runs every TypeScript block of the README.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);

// What each block prints, in order: a new block needs a new line here.
const printed: readonly (readonly unknown[])[] = [
  ['contentBlockDelta', { delta: { text: 'Hello' } }],
  ['Good morning.'],
  ['AudioEvent', 3200],
  [new Date(0)],
  [41, 'retries: expected an integer from -128 to 127, found 200'],
];

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the README', () => {
  test('has as many blocks as are expected here', () => {
    expect(blocks).toHaveLength(printed.length);
  });

  test.each(blocks.map((code, index) => ({ code, index })))('runs: block $index', async ({ code, index }) => {
    const lines: unknown[] = [];
    vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => lines.push(...values));
    // The two lanes may run at the same time.
    const folder = new URL(`../out/readme-${process.env['VITEST_POOL_ID'] ?? '0'}/`, import.meta.url);
    mkdirSync(folder, { recursive: true });
    const file = fileURLToPath(new URL(`block-${index}.ts`, folder));
    writeFileSync(file, code.replaceAll("'@bedrock-kit/eventstream'", "'../../src/index.ts'"));
    await import(/* @vite-ignore */ file);
    expect(lines).toEqual(printed[index]);
  });
});
