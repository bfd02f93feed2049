// Every option says what it does where an editor shows it, and stands in the README of its package or in a page beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entries, exportsOf, packages } from '../packages.js';

/** The members of options and settings in a source, and whether they have a description. House rules keep this simple: one member a line. */
function optionsOf(source) {
  const declarations = source.matchAll(
    /^export (?:interface|type) (\w+(?:Options|Settings))\b[^;{]*\{\n(.*?)^ *\}/gms,
  );
  return [...declarations].flatMap(([, name, body]) => {
    const lines = body.split('\n');
    const [indentation] = /^ */.exec(body);
    return lines.flatMap((line, index) => {
      const [, member] = /^ *(?:readonly )?(\w+)\??:/.exec(line) ?? [];
      if (member === undefined || line.search(/\S/) !== indentation.length) return [];
      return [{ name, member, described: lines[index - 1]?.endsWith('*/') ?? false }];
    });
  });
}

test('the options of a source are found, and what is no option is not', () => {
  const source = `
export interface ClientOptions extends Base {
  /** Where. */
  readonly region?: string | undefined;
  readonly fetch?: Fetch;
  /** How. */
  readonly authorize: (
    key: string,
  ) => void;
}
export type CallSettings = Base & {
    /** Whose. */
    owner: string;
    color: string;
  };
export interface Client {
  readonly region: string;
}
`;
  expect(optionsOf(source)).toEqual([
    { name: 'ClientOptions', member: 'region', described: true },
    { name: 'ClientOptions', member: 'fetch', described: false },
    { name: 'ClientOptions', member: 'authorize', described: true },
    { name: 'CallSettings', member: 'owner', described: true },
    { name: 'CallSettings', member: 'color', described: false },
  ]);
});

describe.each(packages())('every option that $name exports', (each) => {
  const exported = new Set(entries(each).flatMap(({ source }) => [...exportsOf(source).keys()]));
  const folder = join(each.directory, 'src');
  const sources = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.ts'));
  const options = sources
    .flatMap((file) => optionsOf(readFileSync(join(folder, file), 'utf8')))
    .filter(({ name }) => exported.has(name));

  test('says what it does', () => {
    expect(options.filter(({ described }) => !described)).toEqual([]);
  });

  test('stands in the README, or in a page beside it', () => {
    const pages = readdirSync(each.directory).filter(
      (file) => file.endsWith('.md') && file !== 'CHANGELOG.md',
    );
    const text = pages.map((file) => readFileSync(join(each.directory, file), 'utf8')).join('\n');
    const isNamed = ({ member }) => new RegExp(`(?<![\\w-])${member}(?![\\w-])`).test(text);
    expect(options.filter((option) => !isNamed(option))).toEqual([]);
  });
});
