// Code that is loaded on demand, under a test runner that links modules itself: Jest with --experimental-vm-modules, which before Jest 30 on
// Node 24.9 fails where two loads at the same time share a module that is not linked yet. https://github.com/jestjs/jest/issues/11434
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** As Jest links: what an import() needs is linked with it, and is there for all that are later. */
const runner = `
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { SourceTextModule } from 'node:vm';

const modules = new Map();
const links = new Map();
const load = async (specifier, { identifier: from }) => {
  const identifier = join(dirname(from), specifier);
  const code = await readFile(identifier, 'utf8');
  const importModuleDynamically = async (...request) => evaluated(await load(...request));
  if (!modules.has(identifier)) modules.set(identifier, new SourceTextModule(code, { identifier, importModuleDynamically }));
  return modules.get(identifier);
};
const evaluated = async (module) => {
  if (module.status === 'unlinked') links.set(module, module.link(load));
  await links.get(module);
  while (module.status === 'linking') await setImmediate();
  await module.evaluate();
  return module;
};
await evaluated(await load('./app.js', { identifier: import.meta.filename }));
`;

const start = `
import { createAmazonBedrock } from '@bedrock-kit/provider';
import { createLocalBedrock } from '@bedrock-kit/local';

const { fetch, region, credentials } = createLocalBedrock();
const provider = createAmazonBedrock({ region, ...credentials, apiKey: null, fetch });`;

/** What a program prints that is bundled in pieces and run by the runner. */
async function printedBy(program: string): Promise<unknown> {
  const out = fileURLToPath(new URL('../../out/', import.meta.url));
  mkdirSync(out, { recursive: true });
  const outdir = mkdtempSync(join(out, 'linked-'));
  try {
    await build({
      stdin: { contents: `${start}\n${program}`, resolveDir: import.meta.dirname, sourcefile: 'app.js' },
      outdir,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'browser',
      external: ['node:*'],
      entryNames: 'app',
      logLevel: 'silent',
    });
    const file = join(outdir, 'runner.mjs');
    writeFileSync(file, runner);
    const flags = ['--experimental-vm-modules', '--no-warnings'];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, file]);
    return JSON.parse(stdout);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

test('the first call of a language model is answered', async () => {
  const program = `
    const prompt = [{ role: 'user', content: [{ type: 'text', text: 'echo hello' }] }];
    const { content } = await provider('us.amazon.nova-lite-v1:0').doGenerate({ prompt });
    console.log(JSON.stringify(content));`;
  expect(await printedBy(program)).toEqual([{ type: 'text', text: 'hello' }]);
});

test('the first calls of models of several kinds are answered at the same time', async () => {
  const program = `
    const documents = { type: 'text', values: ['Hi'] };
    const answers = await Promise.all([
      provider('us.amazon.nova-lite-v1:0').doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] }),
      provider.embedding('amazon.titan-embed-text-v2:0').doEmbed({ values: ['Hi'] }),
      provider.reranking('cohere.rerank-v3-5:0').doRerank({ query: 'Hi', documents }),
    ]);
    console.log(JSON.stringify(answers.map((answer) => Object.keys(answer)[0])));`;
  expect(await printedBy(program)).toEqual(['content', 'embeddings', 'ranking']);
});

test('the first errors at the same time have their hints', async () => {
  const program = `
    const prompt = [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }];
    const failing = createAmazonBedrock({ region, apiKey: 'key', fetch: () => Promise.resolve(
      Response.json({ message: 'Too many requests' }, { status: 429, headers: { 'x-amzn-errortype': 'ThrottlingException' } })) });
    const errors = await Promise.all([
      failing('us.amazon.nova-lite-v1:0').doGenerate({ prompt }).catch((error) => error),
      failing.embedding('amazon.titan-embed-text-v2:0').doEmbed({ values: ['Hi'] }).catch((error) => error),
    ]);
    console.log(JSON.stringify(errors.map(({ data }) => data.hint.slice(0, 9))));`;
  expect(await printedBy(program)).toEqual(['The quota', 'The quota']);
});

test('local answers its first operations at the same time', async () => {
  const program = `
    const { runtime } = provider;
    const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
    const messages = [{ role: 'user', content: [{ text: 'Hi' }] }];
    const [chat, vector, count] = await Promise.all([
      runtime.converse({ modelId, messages }),
      runtime.invokeModel({ modelId: 'amazon.titan-embed-text-v2:0', body: { inputText: 'Hi' } }),
      runtime.countTokens({ modelId: modelId.slice(3), input: { converse: { messages } } }),
    ]);
    console.log(JSON.stringify([chat.body.stopReason, vector.body.contentType, count.body]));`;
  expect(await printedBy(program)).toEqual(['end_turn', 'application/json', { inputTokens: 1 }]);
});
