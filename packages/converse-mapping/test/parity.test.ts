// docs/parity.md promises a test for every item: each one that it names is there, and no item is left out.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const parity = readFileSync(new URL('../../../docs/parity.md', import.meta.url), 'utf8');
const rows = [...parity.matchAll(/`([\w./-]+\.test\.ts)` › (.+?) \|$/gm)].map(
  ([, file = '', title = '']) => ({ file, title }),
);

it('every row names a test that exists', () => {
  const sources = new Map<string, string>();
  const missing = rows.filter(({ file, title }) => {
    const source = sources.get(file) ?? readFileSync(new URL(file, import.meta.url), 'utf8');
    sources.set(file, source);
    return !["'", '"'].some((quote) => source.includes(`${quote}${title}${quote}`));
  });
  expect(missing).toEqual([]);
  expect(rows.length).toBeGreaterThan(140);
});

it('every table row has such a name', () => {
  const lines = parity.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:item|---)/.test(line));
  expect(lines.filter((line) => !line.includes(' › '))).toEqual([]);
});

it('no known failure is left out', () => {
  const ids = (letter: string, last: number) =>
    Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);
  const all = [...ids('S', 14), ...ids('T', 19), ...ids('R', 7), ...ids('M', 15), ...ids('O', 7)];
  expect(all.filter((id) => !new RegExp(`\\b${id}\\b`).test(parity))).toEqual([]);
});
