// `npm run test:runtimes [runtime ...]`: the portable conformance lists on every runtime, all with the same count, and the whole suites on every Node.
// A run of everything writes the table in the top README. With --lists only the lists run, and the table is compared; with --write as well it is
// written, except for its column about whole suites.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosen, readArguments } from '../arguments.js';
import { bundle, lists } from './lists.js';
import { runtimes } from './runtimes.js';
import { runSuite, suites } from './suites.js';
import { outOfStep, writeTable } from './table.js';

const usage = 'npm run test:runtimes -- [runtime ...] [--lists [--write]]';
const { values, positionals: named } = readArguments(usage, {
  allowPositionals: true,
  options: {
    lists: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const wanted = chosen('runtime', named, Object.keys(runtimes), usage);
const here = wanted.filter((name) => runtimes[name].version !== undefined);
for (const name of wanted) if (!here.includes(name)) console.log(`skip ${name}: it is not installed here`);

let passed = 0;
let failed = 0;
const all = lists();
/** Checks that passed, by runtime and list. */
const counts = Object.fromEntries(here.map((name) => [name, {}]));
/** Each Node on which all suites passed. */
const whole = [];
const folder = mkdtempSync(join(tmpdir(), 'runtimes-'));
try {
  for (const list of all) await runList(list);
  if (!values.lists) for (const name of here) if (runtimes[name].path) await runSuites(name);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (named.length === 0) {
  const writes = !values.lists || values.write;
  if (!writes) compareTable();
  else if (failed === 0) writeTable(namesOf(all), counts, values.lists ? undefined : whole);
}
console.log(`${passed} passed, ${failed} failed`);
// A runtime that is not here is no failure, a run without a check is.
process.exitCode = failed > 0 || (passed === 0 && here.length > 0) ? 1 : 0;

async function runList({ name, folder: source, lanes }) {
  let expected;
  for (const runtime of here) {
    const { lanes: supported, format, conform } = runtimes[runtime];
    for (const lane of lanes.filter((each) => supported.includes(each))) {
      const outcome = await bundle(source, lane, format)
        .then((code) => conform(code, folder))
        .catch((error) => ({ passed: 0, failures: [error.message] }));
      const count = outcome.passed + outcome.failures.length;
      expected ??= count;
      if (count !== expected) {
        outcome.failures.push(`it ran ${count} checks, the first runtime ran ${expected}`);
      }
      counts[runtime][name] = outcome.passed;
      const title = `${runtime} ${name}${lanes.length > 1 ? ` (${lane} lane)` : ''}`;
      tell(title, outcome.passed, outcome.failures.length, outcome.failures);
    }
  }
}

async function runSuites(runtime) {
  const before = failed;
  for (const suite of suites()) {
    const outcome = await runSuite(suite, runtimes[runtime].path, folder);
    tell(`${runtime} ${suite}, all tests`, outcome.passed, outcome.failed, [outcome.output]);
  }
  if (failed === before) whole.push(runtime);
}

function compareTable() {
  const differences = outOfStep(namesOf(all), counts);
  const fits = differences.length === 0;
  const advice =
    'node tools/runtimes/run.js --lists --write writes it anew, npm run test:runtimes with all tests';
  tell('README.md, the table of runtimes', fits ? 1 : 0, differences.length, [...differences, advice]);
}

function namesOf(each) {
  return each.map(({ name }) => name);
}

function tell(title, ok, wrong, why) {
  passed += ok;
  failed += wrong;
  console.log(
    `${wrong === 0 ? 'ok' : 'not ok'} ${title}: ${ok} passed${wrong === 0 ? '' : `, ${wrong} failed`}`,
  );
  if (wrong > 0) for (const line of why.join('\n').trimEnd().split('\n')) console.log(`  ${line}`);
}
