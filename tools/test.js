// `npm test`: every check of the workspace, from a fresh clone on, ending with a line "N passed, N failed".
// `npm test -- format packages` runs only the named stages.
import { join } from 'node:path';
import { root } from './packages.js';
import { setUp } from './set-up.js';
import { command, nx, tally } from './stages.js';

const { node, env } = setUp();
const source = ['--conditions=@bedrock-kit/source', '--disable-warning=ExperimentalWarning'];

/** Each stage returns what passed and what failed; a stage that fails does not keep the next from running. */
const stages = {
  format: () => command('format', 'biome', ['format', '.'], env),
  references: () => command('project references', 'nx', ['sync:check'], env),
  manifests: () => command('sherif', 'sherif', [], env),
  unused: () => command('knip', 'knip', ['--no-progress', '--treat-config-hints-as-errors'], env),
  tables: () => tally(node, [...source, join(root, 'tools/tables.js'), '--check'], env),
  packages: () => nx(['lint', 'typecheck', 'build', 'test', 'verify-package'], env),
  runtimes: () => tally(node, [join(root, 'tools/runtimes/run.js'), '--lists'], env),
  registry: () => tally(node, [join(root, 'tools/registry/rehearsal.js')], env),
  tour: () => tally(node, [...source, join(root, 'examples/tour.ts')], env),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.`);
  process.exit(1);
}

let passed = 0;
let failed = 0;
const wrong = [];
for (const [name, run] of Object.entries(stages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  console.log(`\n== ${name}`);
  const result = await run();
  passed += result.passed;
  failed += result.failed;
  wrong.push(...result.wrong.map((line) => `${name}: ${line}`));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
}
// Once more what failed, as the output before is long.
if (wrong.length > 0) console.log(`\n${wrong.join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
