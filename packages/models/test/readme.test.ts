// The README keeps its promises: its tables come from the data, and what its examples say comes out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { endedIds, knownIds, knownProfiles } from '../scripts/known-ids.ts';
import type { ModelList } from '../scripts/model-list.ts';
import { tables } from '../scripts/tables.ts';

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);
const readme = readFileSync(at('README.md'), 'utf8');
// rows.test.ts checks every entry of the file.
const list = JSON.parse(readFileSync(at('data/models.json'), 'utf8')) as ModelList;

test('the tables of models are those of the data (else: npm run generate)', () => {
  expect(readme).toContain(`<!-- tables -->\n\n${tables(list)}\n<!-- /tables -->`);
});

test('the known ids are those of the data (else: npm run generate)', () => {
  expect(readFileSync(at('src/known-ids.ts'), 'utf8')).toBe(knownIds(list));
  expect(readFileSync(at('src/known-profiles.ts'), 'utf8')).toBe(knownProfiles(list));
  expect(readFileSync(at('src/ended-ids.ts'), 'utf8')).toBe(endedIds(list));
});

// Written by hand, so that no model is lost from the list unnoticed.
test('the number of models is the one in the section on sizes', () => {
  expect(/all (\d+) models/.exec(readme)?.[1]).toBe(String(list.models.length));
});

const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);

test('there are eight examples', () => {
  expect(blocks.length).toBe(8);
});

test.each(blocks.map((code, index) => [index + 1, code] as const))(
  'example %i gives what its comments say',
  async (number, code) => {
    let promises = 0;
    // `expression; // → value` becomes a pair of both.
    const checked = code.replace(/^(.+); \/\/ → (.+)$/gm, (_, expression: string, value: string) => {
      promises += 1;
      return `results.push([${expression}, ${value}]);`;
    });
    mkdirSync(at('out/readme/'), { recursive: true });
    const file = at(`out/readme/example-${number}.ts`);
    writeFileSync(file, `export const results: unknown[][] = [];\n${checked}`);
    // The module is the one that was just written.
    const { results } = (await import(file.href)) as { results: [actual: unknown, promised: unknown][] };
    expect(promises).toBeGreaterThan(0);
    expect(results.length).toBe(promises);
    for (const [actual, promised] of results) expect(actual).toEqual(promised);
  },
);
