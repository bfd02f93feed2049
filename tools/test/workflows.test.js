// The workflows run on GitHub alone, so what can be known of them here is tested here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../packages.js';

const folder = join(root, '.github/workflows');

test.each(readdirSync(folder))('%s sets Node up without a cache of pnpm, which is not there yet', (file) => {
  // From version 5 on, actions/setup-node looks by itself for the `packageManager` of package.json and fails where it is not installed.
  const steps = readFileSync(join(folder, file), 'utf8')
    .split(/^ {6}- /m)
    .filter((step) => step.startsWith('uses: actions/setup-node@'));
  expect(steps).not.toEqual([]);
  expect(steps.filter((step) => !step.includes('package-manager-cache: false'))).toEqual([]);
});

test('what releases reads the report of the installed changeset, not the lines that version 2 printed', () => {
  // Version 1 of the action finds the releases to tag by lines `New tag:`, version 2 by the file CHANGESETS_OUTPUT, which the program writes from 3 on.
  const program = readFileSync(join(root, 'node_modules/@changesets/cli/dist/index.mjs'), 'utf8');
  expect(program).toContain('process.env.CHANGESETS_OUTPUT');
  const release = readFileSync(join(folder, 'release.yml'), 'utf8');
  expect(release).toContain('uses: changesets/action@v2\n');
  expect(release).toMatch(/^ {10}version-script: .+\n {10}publish-script: .+$/m);
});

test('a fix that cannot wait is released from a branch of its own, under the name that CONTRIBUTING gives it', () => {
  const release = readFileSync(join(folder, 'release.yml'), 'utf8');
  expect(release).toMatch(/^ {4}branches: \[main, "hotfix\/\*\*"\]$/m);
  expect(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')).toContain('start a branch `hotfix/');
});

test('tests run without the rights of a release', () => {
  const [ofAll, rest = ''] = readFileSync(join(folder, 'release.yml'), 'utf8').split('\njobs:\n');
  const jobs = rest.split(/^ {2}(?=\w+:$)/m);
  const testing = jobs.filter((job) => /\bnpm test\b/.test(job));
  expect(testing).toHaveLength(1);
  expect(ofAll + testing[0]).not.toContain(': write');
});
