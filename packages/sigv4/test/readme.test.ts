import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
const folder = new URL('../out/readme/', import.meta.url);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('every example of the README runs', () => {
  it('they are 13', () => {
    expect(blocks).toHaveLength(13);
  });

  for (const [index, code] of blocks.entries()) {
    it(
      code.split('\n').find((line) => line.includes('await') || line.includes('Sync(')) ?? `example ${index}`,
      async () => {
        const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
        mkdirSync(folder, { recursive: true });
        const file = new URL(`example-${index}.ts`, folder);
        // The package by its name is not found from within itself by every resolver.
        const source = code
          .replace("'@bedrock-kit/sigv4/sigv4a'", "'../../src/sigv4a/index.ts'")
          .replace("'@bedrock-kit/sigv4'", "'../../src/index.ts'");
        writeFileSync(file, source);
        await import(/* @vite-ignore */ file.href);
        expect(log).toHaveBeenCalled();
      },
    );
  }
});
