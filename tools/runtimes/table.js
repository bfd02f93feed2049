// The table of runtimes in the top README: written by a run of everything, compared by every run of the lists.
import { join } from 'node:path';
import { readBlock, writeBlock } from '../marked-block.js';
import { root } from '../packages.js';
import { runtimes } from './runtimes.js';

const readme = join(root, 'README.md');
const name = 'runtimes';

/**
 * `counts` has for each runtime that ran how many checks of each list passed; `whole` names those on which all suites passed, and
 * without it that column stays as it is.
 */
export function writeTable(listNames, counts, whole) {
  const written = rowsByTitle();
  const rows = Object.entries(runtimes).flatMap(([runtime, { title, path }]) => {
    const old = written.get(title);
    // A runtime that is not on this machine keeps the row that it has.
    if (!(runtime in counts)) return old ? [old] : [];
    const all = whole?.includes(runtime) ?? old?.at(-1) === '✓';
    return [[...row(runtime, listNames, counts), path === undefined ? '' : all ? '✓' : '–']];
  });
  const head = ['runtime', 'version', ...listNames.map((each) => `\`${each}\``), 'all tests'];
  const rule = ['---', '---', ...listNames.map(() => '---:'), ':---:'];
  writeBlock(readme, name, [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
}

/** Where the README differs from this run: one sentence for each runtime. */
export function outOfStep(listNames, counts) {
  const written = rowsByTitle();
  return Object.keys(counts).flatMap((runtime) => {
    const { title, pinned } = runtimes[runtime];
    // The version of a browser is that of the machine.
    const compared = (cells) => cells.slice(pinned ? 1 : 2).join(' | ');
    const seen = compared(row(runtime, listNames, counts));
    const found = compared(written.get(title)?.slice(0, -1) ?? []);
    return seen === found ? [] : [`${title}: the table says "${found}", the run "${seen}"`];
  });
}

function row(runtime, listNames, counts) {
  const { title, version } = runtimes[runtime];
  return [title, version, ...listNames.map((each) => String(counts[runtime][each]))];
}

function rowsByTitle() {
  const lines = readBlock(readme, name).split('\n').slice(2);
  const rows = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(rows.map((cells) => [cells[0], cells]));
}
