// A Bedrock in process needs web APIs alone, also for a bundler that makes a file for browsers of it.
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const program = `
import { createLocalBedrock } from '@bedrock-kit/local';

export async function run() {
  const bedrock = createLocalBedrock({ auth: 'off' });
  const body = JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'echo hello' }] }] });
  const response = await bedrock.fetch('http://bedrock/model/amazon.nova-lite-v1:0/converse', { method: 'POST', body });
  const { output } = await response.json();
  const { code, message } = await bedrock.listen().catch((error) => error);
  return [output.message.content, code, message];
}
`;

test('a bundle for browsers takes the package without modules of Node, and runs', async () => {
  const { outputFiles, warnings } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  });
  const text = outputFiles[0]?.text ?? '';
  expect([warnings, [...new Set(text.match(/["']node:[a-z/0-9]+["']/g))]]).toEqual([[], []]);

  const url = `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
  const { run } = (await import(/* @vite-ignore */ url)) as { run: () => Promise<unknown> }; // what the program exports
  expect(await run()).toEqual([
    [{ text: 'hello' }],
    'listen-failed',
    'A bundle for browsers has no sockets to listen with: use fetch.',
  ]);
});
