// What an editor shows of an option when someone points at it: every one says what it does.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entries, exportsOf, packages } from '../packages.js';

/** The members of options and settings in a source that have no description. House rules keep this simple: one member a line. */
function undescribed(source) {
  const declarations = source.matchAll(
    /^export (?:interface|type) (\w+(?:Options|Settings))\b[^;{]*\{\n(.*?)^ *\}/gms,
  );
  return [...declarations].flatMap(([, name, body]) => {
    const lines = body.split('\n');
    const [indentation] = /^ */.exec(body);
    return lines.flatMap((line, index) => {
      const [, member] = /^ *(?:readonly )?(\w+)\??:/.exec(line) ?? [];
      const isMember = member !== undefined && line.search(/\S/) === indentation.length;
      return !isMember || lines[index - 1]?.endsWith('*/') ? [] : [{ name, member }];
    });
  });
}

test('a member without a description is found, and no other', () => {
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
  expect(undescribed(source)).toEqual([
    { name: 'ClientOptions', member: 'fetch' },
    { name: 'CallSettings', member: 'color' },
  ]);
});

test.each(packages())('every option that $name exports says what it does', (each) => {
  const exported = new Set(entries(each).flatMap(({ source }) => [...exportsOf(source).keys()]));
  const folder = join(each.directory, 'src');
  const sources = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.ts'));
  const missing = sources.flatMap((file) => undescribed(readFileSync(join(folder, file), 'utf8')));
  expect(missing.filter(({ name }) => exported.has(name))).toEqual([]);
});
