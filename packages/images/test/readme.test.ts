// Runs every block of the README as it stands, against a far side that answers as the models do.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { json } from '../../invocation/test/wire.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
const folder = new URL('../out/readme/', import.meta.url);

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const bedrock: typeof fetch = () =>
  Promise.resolve(json({ images: [png], seeds: [7], finish_reasons: [null] }));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('the README', () => {
  it('has two programs', () => {
    expect(blocks).toHaveLength(2);
  });

  it.each(blocks.map((code, index) => [index, code] as const))(
    'program %i prints what it says',
    async (index, code) => {
      vi.stubGlobal('fetch', bedrock);
      vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', 'a-key-of-a-test');
      const printed: string[] = [];
      vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(values.join(' ')));
      mkdirSync(folder, { recursive: true });
      const file = new URL(`program-${index}.ts`, folder);
      // The package by its name is not found from within itself by every resolver.
      writeFileSync(
        file,
        code.replace(/'@bedrock-kit\/(embeddings|images|reranking)'/, "'../../src/index.ts'"),
      );
      await import(/* @vite-ignore */ file.href);
      expect(printed).toEqual([...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, said]) => said));
    },
  );
});
