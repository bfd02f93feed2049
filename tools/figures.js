// The figures in the README of a package: its dependencies, its sizes, the runtimes that it is tested on. After a build, `node tools/figures.js
// [package ...]` writes them; the check of a package compares.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chosen, readArguments } from './arguments.js';
import { readBlock, writeBlock } from './marked-block.js';
import { packages } from './packages.js';
import { measure } from './size.js';

const name = 'figures';
// A gzipped size changes by a few bytes with each change of the code; beyond this the README is wrong.
const tolerance = 0.05;

/** What the README has to say, given the sizes as `measure` gives them. */
export function figures(each, measured) {
  const rows = measured.map(({ budget, bytes }) => `| ${budget.name} | ${kilobytes(bytes)} |`);
  const table = ['| import, minified and gzipped | kB |', '| --- | ---: |', ...rows].join('\n');
  return [dependencies(each.manifest), table, testedOn(each)].join('\n\n');
}

/** Where the README differs: in a size beyond the tolerance, or in anything but a size. */
export function figureProblems(each, measured) {
  const written = readBlock(join(each.directory, 'README.md'), name);
  const shape = (block) => block.replaceAll(/(?<=\| )[\d.]+(?= \|)/g, 'size');
  if (shape(written) !== shape(figures(each, measured)))
    return ['README.md: the figures are not those of the package; node tools/figures.js writes them'];
  const sizes = [...written.matchAll(/(?<=\| )[\d.]+(?= \|)/g)].map(([size]) => Number(size) * 1000);
  return measured.flatMap(({ budget, bytes }, index) =>
    // One decimal is what can be said.
    Math.abs(sizes[index] - bytes) <= Math.max(bytes * tolerance, 50)
      ? []
      : [`README.md: ${budget.name} is said to be ${sizes[index]} bytes, it is ${bytes}`],
  );
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

function dependencies({
  dependencies: own = {},
  peerDependencies: peers = {},
  peerDependenciesMeta: meta = {},
}) {
  const listed = (names) => names.map((each) => `\`${each}\``).join(', ');
  const names = Object.keys(own);
  const required = Object.keys(peers).filter((peer) => !meta[peer]?.optional);
  const optional = Object.keys(peers).filter((peer) => meta[peer]?.optional);
  const said = [
    names.length === 0
      ? 'No dependency'
      : `${names.length} ${names.length === 1 ? 'dependency' : 'dependencies'}: ${listed(names)}`,
  ];
  if (required.length > 0) said.push(`${required.length} peer: ${listed(required)}`);
  if (optional.length > 0) said.push(`${optional.length} optional peer: ${listed(optional)}`);
  return `${said.join('; ')}.`;
}

function testedOn({ folder, directory }) {
  const everywhere = 'Bun, Deno, workerd, an edge VM, Chromium, Firefox and WebKit';
  // Its list checks numbers that it computes; its server runs on Node alone.
  if (folder === 'local') return 'All tests run on Node 22, 24 and 26.';
  const part = existsSync(join(directory, 'test/conformance.ts'))
    ? 'a list of checks'
    : 'the checks of the whole provider';
  return `All tests run on Node 22, 24 and 26, ${part} on ${everywhere} as well.`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const usage = 'node tools/figures.js [package ...]';
  const { positionals } = readArguments(usage, { allowPositionals: true });
  const all = packages();
  const folders = chosen(
    'package',
    positionals,
    all.map(({ folder }) => folder),
    usage,
  );
  for (const each of all.filter(({ folder }) => folders.includes(folder))) {
    writeBlock(join(each.directory, 'README.md'), name, figures(each, await measure(each.directory)));
  }
}
