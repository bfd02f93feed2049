// The built types compile in an app that has ai 7.0.0 with @ai-sdk/provider at its 4.0.0, not only with the newest.
import { execFile } from 'node:child_process';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const app = `
import { bedrock } from '@bedrock-kit/provider';
import { createProviderRegistry, customProvider, embed, generateImage, generateText, rerank, streamText, wrapLanguageModel } from 'ai-7-0';

const model = bedrock('us.amazon.nova-lite-v1:0', { additionalModelRequestFields: { top_k: 250 } });
const wrapped = wrapLanguageModel({ model, middleware: [] });
export const registry = createProviderRegistry({ bedrock });
export const custom = customProvider({ languageModels: { fast: model }, fallbackProvider: bedrock });
export const calls = [
  () => generateText({ model, prompt: 'Hi' }),
  () => streamText({ model: wrapped, prompt: 'Hi' }),
  () => embed({ model: bedrock.embedding('amazon.titan-embed-text-v2:0'), value: 'Hi' }),
  () => generateImage({ model: bedrock.image('amazon.nova-canvas-v1:0'), prompt: 'Hi' }),
  () => rerank({ model: bedrock.reranking('cohere.rerank-v3-5:0'), query: 'a', documents: ['b'] }),
];
`;

const folder = fileURLToPath(new URL('../../out/types-7-0/', import.meta.url));
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
// Where the package manager put what ai 7.0.0 asks for.
const besideAi = dirname(realpathSync(join(modules, 'ai-7-0')));
const packageOf = (name: string): string => realpathSync(join(besideAi, '@ai-sdk', name));

test('the provider compiles there, its own declarations included', async () => {
  const versions = ['provider', 'provider-utils'].map((name) => {
    const manifest: unknown = createRequire(import.meta.url)(join(packageOf(name), 'package.json'));
    return (manifest as { version: string }).version; // every manifest has one
  });
  expect(versions).toEqual(['4.0.0', '5.0.0']);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'app.ts'), app);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom'],
    types: ['node'],
    skipLibCheck: false,
    paths: {
      '@ai-sdk/provider': [join(packageOf('provider'), 'dist/index.d.ts')],
      '@ai-sdk/provider-utils': [join(packageOf('provider-utils'), 'dist/index.d.ts')],
    },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['app.ts'] }));
  const root = join(modules, '../../../');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  // What is published: the declarations, not the sources.
  await run(compiler, ['--build', join(root, 'packages/provider/tsconfig.lib.json')]);
  expect(await run(compiler, ['-p', folder])).toBe('');
}, 120_000);

async function run(program: string, options: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options]).catch(
    (failed: unknown) => failed as { stdout: string }, // a compiler that finds something exits with its findings
  );
  return stdout;
}
