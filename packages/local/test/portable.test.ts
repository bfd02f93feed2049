// The in-process face runs on any runtime: nothing that it may load is a module of Node.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { openBedrock, urlOf } from './in-process.ts';

/** What is loaded on Node alone: the sockets, the folder of objects, and the command. */
const nodeOnly = /\/src\/(?:http\/listen|async\/folder|cli)\.ts$/;

function reach(file: string, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(file) || nodeOnly.test(file)) return seen;
  const source = readFileSync(file, 'utf8');
  const names = [...source.matchAll(/(?:\bfrom|\bimport\()\s*'([^']+)'/g)].map(([, name = '']) => name);
  seen.set(file, names);
  for (const name of names.filter((one) => one.startsWith('.'))) {
    reach(fileURLToPath(new URL(name, `file://${file}`)), seen);
  }
  return seen;
}

test('no module of Node is in reach of the in-process face', () => {
  const files = reach(fileURLToPath(new URL('../src/index.ts', import.meta.url)));
  expect(files.size).toBeGreaterThan(80);
  const node = [...files].flatMap(([file, names]) =>
    names.filter((name) => name.startsWith('node:')).map((name) => `${file}: ${name}`),
  );
  expect(node).toEqual([]);
});

// https://w3c.github.io/webcrypto/#crypto-interface
test('a page without https, which has neither crypto.subtle nor randomUUID, gets the same answers', async () => {
  const local = openBedrock();
  const file = Buffer.from('granite');
  const document = { name: 'notes', format: 'txt', source: { bytes: file.toString('base64') } };
  const body = JSON.stringify({
    messages: [{ role: 'user', content: [{ text: 'Read.' }, { document }] }],
    inferenceConfig: { maxTokens: 2000 },
    additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1024 } },
  });
  const ask = async () => {
    const response = await local.fetch(urlOf('converse'), { method: 'POST', body });
    const { output } = (await response.json()) as { output: { message: unknown } };
    return { id: response.headers.get('x-amzn-requestid'), message: output.message };
  };
  const secure = await ask();
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  try {
    const { id, message } = await ask();
    expect(message).toEqual(secure.message);
    expect(JSON.stringify(message)).toContain(createHash('sha256').update(file).digest('hex'));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id).not.toBe(secure.id);
  } finally {
    vi.unstubAllGlobals();
  }
});
