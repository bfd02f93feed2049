// What bundlers make of code that is loaded with the first call: chunks where they split, one file that runs as well where they do not.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { type BuildOptions, build as esbuild } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build as vite } from 'vite';

const out = fileURLToPath(new URL('../../out/', import.meta.url));
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(join(out, 'bundles-'));
const app = join(folder, 'app.ts');
const conditions = ['browser', 'import'];

/** An app that asks one model of each kind, against a `fetch` that is given to it. */
const program = `
import { createAmazonBedrock } from '@bedrock-kit/provider';

export async function run(fetch) {
  const bedrock = createAmazonBedrock({ region: 'us-east-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', fetch });
  const prompt = [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }];
  const { content } = await bedrock('us.amazon.nova-lite-v1:0').doGenerate({ prompt });
  const { embeddings } = await bedrock.embedding('amazon.titan-embed-text-v2:0').doEmbed({ values: ['Hi'] });
  const { images } = await bedrock.image('amazon.nova-canvas-v1:0').doGenerate({ prompt: 'A cat', n: 1, providerOptions: {} });
  const documents = { type: 'text', values: ['Hi'] };
  const { ranking } = await bedrock.reranking('cohere.rerank-v3-5:0').doRerank({ query: 'Hi', documents });
  return JSON.stringify([content, embeddings, images, ranking]);
}
`;
const answer = {
  output: { message: { role: 'assistant', content: [{ text: 'Hello.' }] } },
  stopReason: 'end_turn',
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  metrics: { latencyMs: 1 },
  embedding: [0.5],
  inputTextTokenCount: 1,
  images: ['iVBORw0KGgo='],
  results: [{ index: 0, relevanceScore: 1 }],
};
const answered = JSON.stringify([
  [{ type: 'text', text: 'Hello.' }],
  [[0.5]],
  ['iVBORw0KGgo='],
  [{ index: 0, relevanceScore: 1 }],
]);

type Run = (fetch: () => Promise<Response>) => Promise<string>;
const respond = (): Promise<Response> => Promise.resolve(Response.json(answer));

async function runOf(file: string): Promise<string> {
  const { run } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { run: Run }; // what the program exports
  return run(respond);
}

function options(format: 'esm' | 'cjs' | 'iife'): BuildOptions {
  return {
    entryPoints: [app],
    bundle: true,
    format,
    platform: 'neutral',
    target: 'es2022',
    conditions,
    mainFields: ['module', 'main'],
  };
}

/** Strings of the client, and of the packages whose models this app may never call. */
const called = ['AWS4-HMAC-SHA256', 'vnd.amazon.eventstream', 'cachePoint', 'taskType', 'normalize'];

function expectLight(start: string): void {
  expect(called.filter((text) => start.includes(text))).toEqual([]);
}

beforeAll(() => {
  writeFileSync(app, program);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('esbuild', () => {
  test('with splitting, what the app loads at its start has no code of a call, and every call works', async () => {
    const outdir = join(folder, 'split');
    const { outputFiles, metafile } = await esbuild({
      ...options('esm'),
      outdir,
      splitting: true,
      metafile: true,
      write: false,
    });
    mkdirSync(outdir);
    for (const { path, contents } of outputFiles) writeFileSync(path, contents);
    const file = join(outdir, 'app.js');
    const textOf = (path: string) => outputFiles.find((output) => output.path.endsWith(path))?.text ?? '';
    const [, start] = Object.entries(metafile.outputs).find(([path]) => path.endsWith('/app.js')) ?? [];
    const chunks =
      start?.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path) ?? [];
    expectLight([file, ...chunks].map((path) => textOf(path.split('/').at(-1) ?? path)).join('\n'));
    expect(await runOf(file)).toBe(answered);
  });

  test('without splitting, the one module works', async () => {
    const outfile = join(folder, 'one.mjs');
    await esbuild({ ...options('esm'), outfile });
    expect(await runOf(outfile)).toBe(answered);
  });

  test('for Node, behind the banner with which CommonJS gets its require, the one module works', async () => {
    const outfile = join(folder, 'banner.mjs');
    const banner = `import { createRequire } from 'module'; const require = createRequire(import.meta.url);`;
    const footer = `console.log(await run(async () => Response.json(${JSON.stringify(answer)})));`;
    const forNode: BuildOptions = { ...options('esm'), platform: 'node', conditions: [] };
    await esbuild({ ...forNode, outfile, banner: { js: banner }, footer: { js: footer } });
    // A process of its own: the loader of the tests would let a name be declared twice.
    const { stdout } = await promisify(execFile)(process.execPath, [outfile]);
    expect(stdout.trim()).toBe(answered);
  });

  test('for Node as CommonJS, which has no import.meta, it works and nothing is warned of', async () => {
    const outfile = join(folder, 'one.cjs');
    const { warnings } = await esbuild({
      ...options('cjs'),
      platform: 'node',
      conditions: [],
      outfile,
      logLevel: 'silent',
    });
    expect(warnings).toEqual([]);
    expect(await runOf(outfile)).toBe(answered);
  });

  test('as a script without modules, which has no import(), it works', async () => {
    const { outputFiles } = await esbuild({ ...options('iife'), globalName: 'app', write: false });
    const realm = {
      TextEncoder,
      TextDecoder,
      URL,
      AbortController,
      Headers,
      Response,
      crypto,
      setTimeout,
      clearTimeout,
      btoa,
      atob,
    };
    const script = `${outputFiles[0]?.text ?? ''}\napp.run`;
    const run = runInNewContext(script, { ...realm }) as Run; // what the script ends with
    expect(await run(respond)).toBe(answered);
  });
});

test('vite makes chunks of what is loaded on demand, and every call works', async () => {
  const outDir = join(folder, 'vite');
  await vite({
    configFile: false,
    root: folder,
    logLevel: 'error',
    resolve: { conditions },
    build: { outDir, minify: true, target: 'es2022', lib: { entry: app, formats: ['es'], fileName: 'app' } },
  });
  const start = readFileSync(join(outDir, 'app.js'), 'utf8');
  const imports = [...start.matchAll(/from "\.\/([^"]+)"/g)].map(([, file = '']) => file);
  expect(imports.length).toBeGreaterThan(0);
  expect(start).toContain('import("./language-model-');
  expectLight([start, ...imports.map((file) => readFileSync(join(outDir, file), 'utf8'))].join('\n'));
  expect(await runOf(join(outDir, 'app.js'))).toBe(answered);
});
