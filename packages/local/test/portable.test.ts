// The in-process face runs on any runtime: nothing that it may load is a module of Node.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

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
