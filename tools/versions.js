// Writes the version of each package into its src/version.ts, where it has one: part of `npm run version`. With --check it only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readArguments } from './arguments.js';
import { packages } from './packages.js';

const constant = /(?<=export const VERSION = ')[^']*(?=';)/;

/** The constants that are not the version of their package; with `write` they become it. */
export function versions({ write = false, of = packages() } = {}) {
  return of.flatMap(({ name, directory, manifest }) => {
    const file = join(directory, 'src/version.ts');
    if (!existsSync(file)) return [];
    const text = readFileSync(file, 'utf8');
    const [found] = constant.exec(text) ?? [];
    if (found === undefined) return [`${name}: src/version.ts has no constant VERSION`];
    if (found === manifest.version) return [];
    if (write) writeFileSync(file, text.replace(constant, manifest.version));
    return write ? [] : [`${name}: VERSION is ${found}, package.json says ${manifest.version}`];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { check } = readArguments('node tools/versions.js [--check]', {
    options: { check: { type: 'boolean', default: false } },
  }).values;
  const wrong = versions({ write: !check });
  for (const line of wrong) console.log(`not ok ${line}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
