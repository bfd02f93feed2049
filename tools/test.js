// `npm test`: every check of the workspace, from a fresh clone on, ending with a line "N passed, N failed".
// `npm test -- format packages` runs only the named stages.
import { join } from 'node:path';
import { chosen, readArguments } from './arguments.js';
import { root } from './packages.js';
import { setUp } from './set-up.js';
import { command, nx, tally } from './stages.js';

const source = ['--conditions=@bedrock-kit/source', '--disable-warning=ExperimentalWarning'];

/** Each stage returns what passed and what failed; a stage that fails does not keep the next from running. */
const stages = {
  format: (machine) => command('format', ['biome', 'format', '.'], machine),
  references: (machine) => command('project references', ['nx', 'sync:check'], machine),
  manifests: (machine) => command('sherif', ['sherif'], machine),
  unused: (machine) => command('knip', ['knip', '--no-progress', '--treat-config-hints-as-errors'], machine),
  tables: ({ node, env }) => tally(node, [...source, join(root, 'tools/tables.js'), '--check'], env),
  packages: (machine) => nx(['lint', 'typecheck', 'build', 'test', 'verify-package'], machine),
  runtimes: ({ node, env }) => tally(node, [join(root, 'tools/runtimes/run.js'), '--lists'], env),
  registry: ({ node, env }) => tally(node, [join(root, 'tools/registry/rehearsal.js')], env),
  tour: ({ node, env }) => tally(node, [...source, join(root, 'examples/tour.ts')], env),
};

const usage = 'npm test [-- stage ...]';
const { positionals } = readArguments(usage, { allowPositionals: true });
const wanted = chosen('stage', positionals, Object.keys(stages), usage);
const machine = setUp();

let passed = 0;
let failed = 0;
const wrong = [];
for (const name of wanted) {
  const started = performance.now();
  console.log(`\n== ${name}`);
  const result = await stages[name](machine);
  passed += result.passed;
  failed += result.failed;
  wrong.push(...result.wrong.map((line) => `${name}: ${line}`));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
}
// What failed, once more, because the output above is long.
if (wrong.length > 0) console.log(`\n${wrong.join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
