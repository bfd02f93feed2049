// The READMEs keep step with what the packages export, and each says what a reader looks for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documents, entries, exportsOf, packages, root } from '../packages.js';

const all = packages();
const named = (text, name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text);

/** Every name that TypeScript in the text imports from a package of ours, with the specifier. */
function imported(text) {
  const clauses = text.matchAll(/^import (?:type )?\{([^}]*)\} from '(@bedrock-kit\/[^']+)'/gm);
  return [...clauses].flatMap(([, names, specifier]) =>
    names
      .split(',')
      .map((name) =>
        name
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*/, ''),
      )
      .filter((name) => name !== '')
      .map((name) => ({ name, specifier })),
  );
}

/** The packages that programs in the text import, whosever they are. */
function importedPackages(text) {
  const specifiers = [...text.matchAll(/^(?:import|\} from) (?:[^'\n]*from )?'([^'.][^']*)'/gm)].map(
    ([, specifier]) => specifier,
  );
  const names = specifiers.filter((specifier) => !specifier.startsWith('node:'));
  return [...new Set(names.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)[0]))];
}

const exported = new Map(all.flatMap(entries).map(({ specifier, source }) => [specifier, exportsOf(source)]));

describe.each(all)('the README of $name', (each) => {
  const { name, readme } = each;
  const own = entries(each);

  test('names every value that the package exports', () => {
    const missing = own.flatMap(({ specifier, source }) =>
      [...exportsOf(source)]
        .filter(([value, { type }]) => !type && !named(readme, value))
        .map(([value]) => `${value} of ${specifier}`),
    );
    expect(missing).toEqual([]);
  });

  test('names every type of options and settings, which people write', () => {
    const missing = own.flatMap(({ specifier, source }) =>
      [...exportsOf(source)]
        .filter(([type]) => /(Options|Settings)$/.test(type) && !named(readme, type))
        .map(([type]) => `${type} of ${specifier}`),
    );
    expect(missing).toEqual([]);
  });

  test('opens with one paragraph, the installation and a program', () => {
    const install = `npm install (--save-dev )?${name}( [^\\n]*)?`;
    const shape = new RegExp(
      `^# ${name}\\n\\n[^#\`|\\n][^\\n]*\\n(?:[^\\n]+\\n)*\\n\`\`\`sh\\n${install}\\n\`\`\`\\n\\n\`\`\`ts\\n`,
    );
    expect(readme.replace(/\n\n(?!```)[^\n]*(?:\n[^\n]+)*(?=\n\n```ts)/, '')).toMatch(shape);
  });

  test('says to install every package that its programs import', () => {
    const said = [...readme.matchAll(/npm install ([^\n`)]+)/g)].flatMap(([, list]) =>
      list.trim().split(/\s+/),
    );
    const wrong = importedPackages(readme).filter((each) => !said.includes(each));
    expect(wrong).toEqual([]);
  });

  test('links what it implements', () => {
    const section =
      /^## (?:Specifications|Sources)\n([\s\S]*?)(?=\n## |$(?![\s\S]))/m.exec(readme)?.[1] ?? '';
    expect(section).toMatch(/\]\(https:\/\//);
  });

  test('says what the package does not do', () => {
    expect(readme).toMatch(/^## (?:Limits|What it does not do)\n\n\S/m);
  });
});

test.each(['6', '5'])('the provider has the same names for the AI SDK %s, as its README says', (major) => {
  const ofMajor = exported.get(`@bedrock-kit/provider/ai-${major}`);
  // What it makes is of another version of the specification there, under names of its own.
  const made = /V4$|^Provider(Defined|Executed)Tool$/;
  const missing = [...exported.get('@bedrock-kit/provider').keys()].filter(
    (name) => !made.test(name) && !ofMajor.has(name),
  );
  expect(missing).toEqual([]);
});

// The package that people come from. Its declarations say its names.
const former = readFileSync(
  join(root, 'tools/bench/node_modules/@ai-sdk/amazon-bedrock/dist/index.d.ts'),
  'utf8',
);

test('docs/migrating.md names every export of @ai-sdk/amazon-bedrock that has another name here', () => {
  const [, clause = ''] = /^export \{ ([^}]+) \};$/m.exec(former.slice(former.lastIndexOf('export {'))) ?? [];
  const names = clause.split(', ').map((each) => each.replace(/^type /, '').replace(/^.* as /, ''));
  const said = readFileSync(join(root, 'docs/migrating.md'), 'utf8');
  expect(names).toContain('createAmazonBedrock');
  expect(
    names.filter((name) => !exported.get('@bedrock-kit/provider').has(name) && !named(said, name)),
  ).toEqual([]);
});

test.each(documents())('%s imports nothing that does not exist', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const wrong = imported(text).filter(({ name, specifier }) => !exported.get(specifier)?.has(name));
  expect(wrong).toEqual([]);
});
