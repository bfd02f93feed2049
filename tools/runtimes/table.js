// The table of runtimes in the top README: written by a run of everything, compared by every other.
import { join } from 'node:path';
import { readBlock, writeBlock } from '../marked-block.js';
import { root } from './lists.js';
import { runtimes } from './runtimes.js';

const readme = join(root, 'README.md');
const name = 'runtimes';

/** `counts` has for each runtime that ran the checks that passed for each list; `whole` names those on which all suites passed. */
export function writeTable(listNames, counts, whole) {
  const ran = new Map(
    Object.keys(counts).map((runtime) => [runtimes[runtime].title, row(runtime, listNames, counts, whole)]),
  );
  // A runtime that is not on this machine keeps the row that it has.
  const kept = new Map(rowsOf(readBlock(readme, name)).map((cells) => [cells[0], cells]));
  const rows = Object.values(runtimes).flatMap(({ title }) => {
    const cells = ran.get(title) ?? kept.get(title);
    return cells ? [cells] : [];
  });
  const head = ['runtime', 'version', ...listNames.map((each) => `\`${each}\``), 'all tests'];
  const lines = [head, ['---', '---', ...listNames.map(() => '---:'), ':---:'], ...rows];
  return writeBlock(readme, name, lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
}

/** What stands in the README otherwise than this run saw it: one sentence for each runtime. */
export function outOfStep(listNames, counts) {
  const written = new Map(rowsOf(readBlock(readme, name)).map((cells) => [cells[0], cells]));
  return Object.keys(counts).flatMap((runtime) => {
    const { title, pinned } = runtimes[runtime];
    const from = pinned ? 1 : 2;
    const seen = row(runtime, listNames, counts, []).slice(from, -1).join(' | ');
    const found = written.get(title)?.slice(from, -1).join(' | ') ?? 'nothing';
    return seen === found ? [] : [`${title}: the table says ${found}, the run ${seen}`];
  });
}

function row(runtime, listNames, counts, whole) {
  const { title, version, path } = runtimes[runtime];
  const all = path === undefined ? '' : whole.includes(runtime) ? '✓' : '–';
  return [title, version, ...listNames.map((each) => String(counts[runtime][each])), all];
}

function rowsOf(table) {
  const lines = table.split('\n').slice(2);
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
