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
