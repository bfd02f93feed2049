// Runs the block of the README as it stands, against a far side that answers as a model does.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { json } from './wire.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
const folder = new URL('../out/readme/', import.meta.url);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

it('the README has one program, and it prints what it says', async () => {
  expect(blocks).toHaveLength(1);
  const [code = ''] = blocks;
  const sent: unknown[] = [];
  const bedrock: typeof fetch = async (input, init) => {
    sent.push(await new Request(input, init).json());
    return json({ embedding: [0.5, 0.25] });
  };
  vi.stubGlobal('fetch', bedrock);
  vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', 'a-key-of-a-test');
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(values.join(' ')));
  mkdirSync(folder, { recursive: true });
  const file = new URL('program.ts', folder);
  // The package by its name is not found from within itself by every resolver.
  writeFileSync(file, code.replace("'@bedrock-kit/invocation'", "'../../src/index.ts'"));
  await import(/* @vite-ignore */ file.href);
  expect(printed).toEqual([...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, said]) => said));
  expect(printed).not.toEqual([]);
  expect(sent).toEqual([{ inputText: 'a red bicycle', dimensions: 256 }]);
});
