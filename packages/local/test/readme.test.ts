// Every block of the README and of the pages beside it runs: those that print, print what they say; the test of an app is run as the test that it is.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { readConfiguration } from '../src/cli/config-file.ts';
import { createLocalBedrock } from '../src/index.ts';
import { faultKinds } from '../src/faults/check.ts';
import { optionProblems } from '../src/option-checks.ts';
import { settingsOf } from '../src/options.ts';
import { asking, urlOf } from './in-process.ts';

const pages = ['README.md', 'HANDLERS.md', 'FAULTS.md', 'COMMAND.md', 'MODELS.md'];
const text = pages.map((name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')).join('\n');
const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
const folder = fileURLToPath(new URL('../out/readme/', import.meta.url));
mkdirSync(folder, { recursive: true });

const files = blocks.map((code, index) => {
  const file = `${folder}block-${index}.ts`;
  writeFileSync(file, code);
  return { file, code };
});
const isTest = ({ code }: { code: string }): boolean => code.includes("from 'vitest'");

const runs = promisify(execFile);

// Imported here, its tests become tests of this file.
for (const { file } of files.filter(isTest)) await import(/* @vite-ignore */ file);

test('there are blocks to run, one of them a test', () => {
  expect([files.length, files.filter(isTest).length]).toEqual([8, 1]);
});

test('the test of an app runs under node:test, too, with its assert', async () => {
  const [{ code } = { code: '' }] = files.filter(isTest);
  const file = `${folder}node.test.ts`;
  const ofNode = code
    .replace(
      "import { expect, test } from 'vitest';",
      "import assert from 'node:assert';\nimport { test } from 'node:test';",
    )
    .replaceAll(/expect\((.*)\)\.(?:toBe|toEqual)\((.*)\);/g, 'assert.deepEqual($1, $2);');
  expect(ofNode).not.toContain('expect(');
  writeFileSync(file, ofNode);
  const options = ['--conditions=@bedrock-kit/source', '--test', '--test-reporter=tap'];
  const { stdout } = await runs(process.execPath, [...options, file], { env: { PATH: process.env['PATH'] } });
  expect(stdout).toMatch(/^# pass 1\n# fail 0$/m);
});

test.each(files.filter((file) => !isTest(file)))('$file prints what it says', async ({ file, code }) => {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    printed.push(...format(...values).split('\n'));
  });
  try {
    await import(/* @vite-ignore */ file);
  } finally {
    log.mockRestore();
  }
  const said = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line);
  expect(printed).toEqual(said);
  expect(said.length).toBeGreaterThan(0);
});

test('the module of answers answers out of its file, and writes down what was asked', async () => {
  const [, module = ''] = /^```js\n([\s\S]*?)^```$/m.exec(text) ?? [];
  const asked = `${folder}requests.jsonl`;
  rmSync(asked, { force: true });
  writeFileSync(`${folder}bedrock.mjs`, module);
  const output = { message: { role: 'assistant', content: [{ text: 'It rains.' }] } };
  writeFileSync(`${folder}answers.json`, JSON.stringify({ hi: 'Hello.', 'The weather?': { output } }));
  const { options } = await readConfiguration(`${folder}bedrock.mjs`);
  const local = createLocalBedrock({ auth: 'off', ...options });
  const said: unknown[] = [];
  for (const text of ['hi', 'The weather?', 'What?'])
    said.push(await (await local.fetch(urlOf('converse'), asking(text))).json());
  const answer = (text: string) => ({ output: { message: { role: 'assistant', content: [{ text }] } } });
  expect(said).toMatchObject(['Hello.', 'It rains.', 'Nobody told me.'].map(answer));
  const lines = readFileSync(asked, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject(
    ['hi', 'The weather?', 'What?'].map((text) => ({
      operation: 'Converse',
      input: { messages: [{ content: [{ text }] }] },
      status: 200,
    })),
  );
});

// One of before May 2024 knows no Converse.
const converse = "import boto3; boto3.client('bedrock-runtime', region_name='us-east-1').converse";
const hasBoto3 = await runs('python3', ['-c', converse]).then(
  () => true,
  () => false,
);

// Where Python and its AWS SDK are installed, the program in Python runs as well, with the environment that the command prints.
if (hasBoto3)
  test('the program in Python is answered', async () => {
    const [, program = ''] = /^```python\n([\s\S]*?)^```$/m.exec(text) ?? [];
    const local = createLocalBedrock();
    await local.listen();
    try {
      const environment = { ...process.env, ...local.environment };
      const print = 'print(answer["output"]["message"]["content"][0]["text"])\n';
      const { stdout } = await runs('python3', ['-c', program + print], { env: environment });
      expect(stdout).toContain('5');
    } finally {
      await local.close();
    }
  });

test('the pages name every option, every fault and every member of the result', () => {
  const firstColumn = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  const options = Object.keys(settingsOf({}));
  expect(options.filter((name) => optionProblems({ [name]: undefined }).length > 0)).toEqual([]);
  expect([...options, ...faultKinds].filter((name) => !firstColumn.includes(name))).toEqual([]);
  const members = Object.keys(createLocalBedrock());
  expect(members.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
});
