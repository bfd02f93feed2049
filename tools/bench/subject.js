// Runs the cases of one subject in this process and prints a table for each.
import { availableParallelism, cpus } from 'node:os';
import { keeps, measure } from './harness.js';

const [name, rounds] = process.argv.slice(2);
const { default: subject } = await import(`./subjects/${name}.js`);
console.log(
  `\n# ${name}: node ${process.versions.node}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}`,
);

let missed = 0;
for (const benchmark of await subject()) {
  console.log(`\n${benchmark.title}`);
  const results = await measure(benchmark, { rounds: Number(rounds) });
  for (const result of results) {
    const target = benchmark.targets?.[result.name];
    const kept = keeps(result, target);
    if (kept === false) missed += 1;
    console.log(line(result, target, kept));
  }
}
if (missed > 0) console.log(`\n${missed} target(s) of ${name} missed`);
process.exitCode = missed > 0 ? 1 : 0;

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
