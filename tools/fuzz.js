// `npm run fuzz -- <package> [--runs N] [--seed N]`: feeds random input to a package, a million inputs by default, by the
// `fuzz` function of its test/fuzz.ts. The seed is printed, so that a failure can be repeated.
import { existsSync } from 'node:fs';
import { readArguments, refuse } from './arguments.js';

const usage = 'npm run fuzz -- <package> [--runs N] [--seed N]';

const { positionals, values } = readArguments(usage, {
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const [name = ''] = positionals;
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const script = new URL(`../packages/${name}/test/fuzz.ts`, import.meta.url);
if (!/^[a-z\d-]+$/.test(name) || !existsSync(script))
  fail(name === '' ? 'Which package?' : `There is no packages/${name}/test/fuzz.ts.`);
if (!Number.isSafeInteger(runs) || runs < 1 || runs > 1_000_000_000)
  fail('--runs is a number from 1 to 1,000,000,000.');
if (!Number.isSafeInteger(seed) || seed < 0) fail('--seed is a whole number.');

const { fuzz } = await import(script.href);
const started = performance.now();
let told = 0;
console.log(`fuzz ${name}: ${runs} inputs, seed ${seed}`);
try {
  const report = await fuzz({ runs, seed, onProgress });
  for (const [key, value] of Object.entries(report)) console.log(`  ${key}: ${text(value)}`);
  console.log(`fuzz ${name}: ${report.runs} inputs passed, 0 failed, in ${seconds()} s`);
} catch (error) {
  console.error(error);
  console.log(`fuzz ${name}: failed after ${seconds()} s; repeat it with --seed ${seed}`);
  process.exitCode = 1;
}

/** Says how far it is, ten times in all and at least every ten seconds. */
function onProgress(done) {
  const tenth = Math.floor((done * 10) / runs);
  const due = Math.floor((performance.now() - started) / 10_000);
  if (tenth + due === told || done === runs) return;
  told = tenth + due;
  console.log(`  ${done} of ${runs} (${Math.floor((done * 100) / runs)} %), ${seconds()} s`);
}

function seconds() {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function text(value) {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function fail(reason) {
  refuse(reason, usage);
}
