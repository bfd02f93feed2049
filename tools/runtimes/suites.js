// Runs the whole suites of the packages and of tests/integration on one version of Node.
import { execFile } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from '../packages.js';
import { countsIn } from '../vitest-report.js';

const vitest = join(root, 'node_modules/vitest/vitest.mjs');

export function suites() {
  return globSync('{packages/*,tests/integration}/package.json', { cwd: root }).map(dirname).sort();
}

/** Resolves to `{ passed, failed, output }`; the report goes to `folder`, so that it is not mistaken for that of `nx test`. */
export function runSuite(suite, path, folder) {
  const report = join(folder, 'report.json');
  const args = [vitest, 'run', '--config', join(root, 'vitest.config.js'), '--root', '.'];
  // What a test starts as `node` is to be this version too.
  const env = {
    ...process.env,
    TEST_REPORT: report,
    FORCE_COLOR: '0',
    NO_COLOR: '1',
    PATH: `${dirname(path)}${delimiter}${process.env.PATH}`,
  };
  // A test that never yields is not ended by Vitest's own limit.
  const options = { cwd: join(root, suite), env, maxBuffer: 2 ** 28, timeout: 900_000 };
  rmSync(report, { force: true });
  return new Promise((resolve) => {
    execFile(path, args, options, (error, stdout, stderr) => {
      resolve({ ...countsIn(report, !error), output: `${stdout}${stderr}` });
    });
  });
}
