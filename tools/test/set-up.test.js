// How the programs that the tools start are found, on each system.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scriptOf } from '../commands.js';
import { root } from '../packages.js';
import { programIn } from '../set-up.js';

test('pnpm is what the shell names', () => {
  expect(programIn('/opt/app/_npx/1/node_modules/.bin/pnpm\n', 'linux')).toBe(
    '/opt/app/_npx/1/node_modules/.bin/pnpm',
  );
});

test('on Windows it is the first batch file: that of npx, before one that is installed as well', () => {
  const npx = String.raw`C:\Users\A B\npm-cache\_npx\1\node_modules\.bin\pnpm`;
  const installed = String.raw`C:\Users\A B\AppData\Roaming\npm\pnpm`;
  const output = [npx, `${npx}.cmd`, installed, `${installed}.CMD`, ''].join('\r\n');
  expect(programIn(output, 'win32')).toBe(`${npx}.cmd`);
});

test.each(['biome', 'nx', 'sherif', 'knip', 'publint', 'attw'])(
  '%s is a script that Node runs',
  (command) => {
    expect(readFileSync(scriptOf(command), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  },
);

test('a command that no dependency brings is told', () => {
  expect(() => scriptOf('nonsense')).toThrow('brings the command nonsense');
});

test('the lockfile has the parts of native programs for Windows and macOS, too', () => {
  const [, snapshots = ''] = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8').split('\nsnapshots:\n');
  // Each package with the parts that its optional dependencies name.
  const native = [
    ...snapshots.matchAll(
      /^ {2}'?(\S+@[^\s:'(]+).*:\n(?: {4}.*\n)*? {4}optionalDependencies:\n((?: {6}.*\n)+)/gm,
    ),
  ]
    .map(([, name, parts]) => ({ name, parts }))
    .filter(({ parts }) => parts.includes('linux'));
  expect(native.length).toBeGreaterThan(8);
  const lacking = native.filter(({ parts }) => !/win32|windows/.test(parts) || !parts.includes('darwin'));
  expect(lacking.map(({ name }) => name)).toEqual([]);
});
