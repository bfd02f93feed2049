// Packs the package in the current directory as it will be published, and checks that tarball: its manifest and files
// (publint), its types under every module resolution (attw), its size budgets, and that every exported path exists.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSizes } from './size.js';

const out = mkdtempSync(join(tmpdir(), 'verify-package-'));
const run = (program, ...args) => execFileSync(program, args, { stdio: 'inherit' });
try {
  execFileSync('pnpm', ['pack', '--pack-destination', out], { stdio: 'ignore' });
  const tarball = join(out, readdirSync(out)[0]);
  run('publint', '--strict', tarball);
  run('attw', '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', tarball);
  const failures = await checkSizes('.');
  for (const failure of failures) console.error(`not ok size: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true });
}
