// What a process loads at the import of the provider and what with its first calls, as a program of its own sees it.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Names of the workspace's packages, and of Node's modules that take long to load, that are loaded by each step of the program. */
async function loadedBy(...steps: string[]): Promise<string[][]> {
  const program = `
    import { registerHooks } from 'node:module';
    let loaded = new Set();
    registerHooks({
      load(url, context, next) {
        if (/protocol\\/src\\/rules\\//.test(url)) loaded.add('rules');
        const name = /packages\\/([^/]+)\\/src/.exec(url)?.[1] ?? /^node:(?:crypto|zlib|http2)$/.exec(url)?.[0];
        if (name) loaded.add(name);
        return next(url, context);
      },
    });
    const all = [];
    const step = async (run) => {
      loaded = new Set();
      await run();
      all.push([...loaded].sort());
    };
    const answer = {
      output: { message: { role: 'assistant', content: [{ text: 'Hello.' }] } },
      stopReason: 'end_turn', usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 }, metrics: { latencyMs: 1 },
      embedding: [0.5], inputTextTokenCount: 1,
      images: ['iVBORw0KGgo='],
      results: [{ index: 0, relevanceScore: 1 }],
      action: 'NONE', outputs: [], assessments: [],
      inputTokens: 1,
    };
    let provider;
    const steps = [${steps.map((each) => `async () => {${each}}`).join(', ')}];
    for (const each of steps) await step(each);
    console.log(JSON.stringify(all));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@bedrock-kit/source', '--input-type=module', '-e', program],
    { cwd: here },
  );
  return JSON.parse(stdout) as string[][];
}

const start = `const { createAmazonBedrock } = await import('../src/index.ts');
  const fetch = () => Promise.resolve(Response.json(answer));
  provider = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });`;
const models = `provider('us.amazon.nova-lite-v1:0'); provider.embedding('amazon.titan-embed-text-v2:0');
  provider.image('amazon.nova-canvas-v1:0'); provider.reranking('cohere.rerank-v3-5:0');`;
const prompt = `prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }]`;
const client = ['eventstream', 'invocation', 'protocol', 'runtime', 'sigv4'];

test('the import loads no call, and neither do models', async () => {
  expect(await loadedBy(start, models)).toEqual([['invocation', 'models', 'provider'], []]);
});

test('the first call of a language model loads the client and the conversion, the second nothing', async () => {
  const call = `await provider('us.amazon.nova-lite-v1:0').doGenerate({ ${prompt} });`;
  const [, first, second] = await loadedBy(start, call, call);
  expect(first).toEqual(expect.arrayContaining(['converse-mapping', ...client]));
  for (const other of ['embeddings', 'images', 'reranking']) expect(first).not.toContain(other);
  expect(second).toEqual([]);
});

test("Bedrock's rules come with the first refusal of a request, or with a call that is to be checked before", async () => {
  const refusing = start.replace(
    'Response.json(answer)',
    `Response.json({ message: 'No.' }, { status: 400, headers: { 'x-amzn-errortype': 'ValidationException' } })`,
  );
  const call = `await provider('us.amazon.nova-lite-v1:0').doGenerate({ ${prompt} }).catch(() => {});`;
  const checked = call.replace(' })', `, providerOptions: { bedrock: { preflight: 'throw' } } })`);
  const [, refused, again] = await loadedBy(refusing, call, call);
  expect(refused).toContain('rules');
  expect(again).toEqual([]);
  const [, passed, before] = await loadedBy(start, call, checked);
  expect(passed).not.toContain('rules');
  expect(before).toContain('rules');
});

test.each([
  ['embeddings', `provider.embedding('amazon.titan-embed-text-v2:0').doEmbed({ values: ['Hi'] })`],
  [
    'images',
    `provider.image('amazon.nova-canvas-v1:0').doGenerate({ prompt: 'A cat', n: 1, providerOptions: {} })`,
  ],
  [
    'reranking',
    `provider.reranking('cohere.rerank-v3-5:0').doRerank({ query: 'Hi', documents: { type: 'text', values: ['Hi'] } })`,
  ],
])('the first call for %s loads the client and that package alone', async (name, call) => {
  const [, first = [], second] = await loadedBy(start, `await ${call};`, `await ${call};`);
  expect(first).toContain(name);
  const others = ['converse-mapping', 'embeddings', 'images', 'reranking'].filter((each) => each !== name);
  for (const other of others) expect(first).not.toContain(other);
  expect(second).toEqual([]);
});

test('a guardrail without a model loads the client, and the runtime does by itself', async () => {
  const call = `await provider.applyGuardrail({ guardrailIdentifier: 'g', guardrailVersion: '1', source: 'INPUT', content: 'Hi' });`;
  const direct = `await provider.runtime.countTokens({ modelId: 'amazon.nova-lite-v1:0', input: { converse: { messages: [] } } });`;
  const [, guardrail, runtime] = await loadedBy(start, call, direct);
  expect(guardrail).not.toContain('converse-mapping');
  expect(guardrail).toContain('runtime');
  expect(runtime).toEqual([]);
});
