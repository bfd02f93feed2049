// Runs the portable conformance list of each package on every runtime: `pnpm test:runtimes [runtime ...]`. All must report the same count.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, lists } from './lists.js';
import { runtimes } from './runtimes.js';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in runtimes));
if (unknown.length > 0) {
  console.error(`No such runtime: ${unknown.join(', ')}. There are: ${Object.keys(runtimes).join(', ')}.`);
  process.exit(1);
}

let passed = 0;
let failed = 0;
const folder = mkdtempSync(join(tmpdir(), 'runtimes-'));
try {
  for (const { name, lanes } of lists()) {
    let expected;
    for (const [runtime, { present, lanes: supported, format, conform }] of Object.entries(runtimes)) {
      if (wanted.length > 0 && !wanted.includes(runtime)) continue;
      if (!present) {
        console.log(`skip ${runtime}: it is not installed here`);
        continue;
      }
      for (const lane of lanes.filter((each) => supported.includes(each))) {
        const code = await bundle(name, lane, format);
        const outcome = await conform(code, folder).catch((error) => ({
          passed: 0,
          failures: [error.message],
        }));
        const count = outcome.passed + outcome.failures.length;
        expected ??= count;
        if (count !== expected)
          outcome.failures.push(`it ran ${count} checks, the first runtime ran ${expected}`);
        const title = `${runtime} ${name}${lanes.length > 1 ? ` (${lane} lane)` : ''}`;
        console.log(
          `${outcome.failures.length === 0 ? 'ok' : 'not ok'} ${title}: ${outcome.passed} of ${expected}`,
        );
        for (const failure of outcome.failures) console.log(`  ${failure}`);
        passed += outcome.passed;
        failed += outcome.failures.length;
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
