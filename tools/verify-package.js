// Packs the package in the current directory as it will be published, and checks that tarball: its manifest and files (publint), its types
// under every module resolution (attw), that it holds what is meant to be published, its size budgets, and the figures in its README.
import { execFileSync, execSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { scriptOf } from './commands.js';
import { figureProblems } from './figures.js';
import { packages } from './packages.js';
import { checkSizes, measure } from './size.js';

const out = mkdtempSync(join(tmpdir(), 'verify-package-'));
const run = (command, ...args) =>
  execFileSync(process.execPath, [scriptOf(command), ...args], { stdio: 'inherit' });
try {
  // By a shell, which finds pnpm as a batch file on Windows, too.
  execSync(`pnpm pack --pack-destination "${out}"`, { stdio: 'ignore' });
  const tarball = join(out, readdirSync(out)[0]);
  run('publint', '--strict', tarball);
  run('attw', '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', tarball);
  const each = packages().find(({ folder }) => folder === basename(process.cwd()));
  const measured = await measure('.');
  const failures = [...contentProblems(tarball), ...checkSizes(measured), ...figureProblems(each, measured)];
  for (const failure of failures) console.error(`not ok ${each.name}: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true });
}

function contentProblems(tarball) {
  const paths = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
  const present = new Set(paths.map((path) => path.replace(/^package\//, '')));
  const wanted = ['package.json', 'README.md', 'LICENSE', 'src/index.ts', 'dist/index.js', 'dist/index.d.ts'];
  const meant = /^(dist|src)\/.*\.(js|ts|map)$|^(package\.json|LICENSE|[A-Z]+\.md)$/;
  return [
    ...wanted.filter((path) => !present.has(path)).map((path) => `the tarball lacks ${path}`),
    ...[...present].filter((path) => !meant.test(path)).map((path) => `the tarball has ${path}`),
  ];
}
