// Runs the cases of one subject and prints a table for each. Those of a subject that exports `apart` run in a process each: what the
// compiler and the collector made of the cases before moves a ratio by a third.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { keeps, measure } from './harness.js';

const [name, rounds, only] = process.argv.slice(2);
const { default: subject, apart = false, report } = await import(`./subjects/${name}.js`);
let missed = 0;
if (only === undefined) {
  console.log(
    `\n# ${name}: node ${process.versions.node}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}`,
  );
  // What is printed beside the cases, with a target of its own.
  missed += report?.() ?? 0;
}

for (const [index, benchmark] of (await subject()).entries()) {
  if (apart && only === undefined) missed += missedApart(index);
  else if (only === undefined || Number(only) === index) missed += await missedIn(benchmark);
}
if (missed > 0 && only === undefined) console.log(`\n${missed} target(s) of ${name} missed`);
// For the process that asked for one case, the number itself.
process.exitCode = only === undefined ? Math.min(missed, 1) : missed;

function missedApart(index) {
  const file = fileURLToPath(import.meta.url);
  const { status } = spawnSync(process.execPath, [...process.execArgv, file, name, rounds, String(index)], {
    stdio: 'inherit',
  });
  return status ?? 1;
}

/** Runs one case and prints it; returns how many of its targets were missed. */
async function missedIn(benchmark) {
  console.log(`\n${benchmark.title}`);
  for (const peer of Object.keys(benchmark.targets ?? {}))
    if (!(peer in benchmark.contenders))
      throw new Error(`There is a target for ${peer}, which is not measured.`);
  const results = await measure(benchmark, { rounds: Number(rounds) });
  let count = 0;
  for (const result of results) {
    const target = benchmark.targets?.[result.name];
    const kept = keeps(result, target);
    if (kept === false) count += 1;
    console.log(line(result, target, kept));
  }
  return count;
}

function line({ name: contender, microseconds, ratio }, target, kept) {
  const columns = [
    contender.padEnd(44),
    `${microseconds.toFixed(2).padStart(12)} µs CPU`,
    `${ratio.toFixed(2).padStart(8)} ×`,
  ];
  if (target !== undefined) {
    const goal = contender.startsWith('floor')
      ? `ours at most ${target} × the floor: ${(1 / ratio).toFixed(2)} ×`
      : `at least ${target} ×`;
    columns.push(`  ${kept ? 'kept  ' : 'MISSED'} (${goal})`);
  }
  return columns.join('');
}
