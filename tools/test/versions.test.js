// The version in the code is that in the manifest, after a release too: `pnpm run version` writes it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packages, root } from '../packages.js';
import { versions } from '../versions.js';

let directory;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'versions-'));
  mkdirSync(join(directory, 'src'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

test('every constant VERSION is the version of its package', () => {
  expect(versions()).toEqual([]);
});

test('a version of code that lags behind its package is told, written, and then right', () => {
  const [provider] = packages().filter(({ folder }) => folder === 'provider');
  const source = readFileSync(join(provider.directory, 'src/version.ts'), 'utf8');
  writeFileSync(join(directory, 'src/version.ts'), source);
  const bumped = { ...provider, directory, manifest: { ...provider.manifest, version: '1.2.3-beta.4' } };
  const lag = `${provider.name}: VERSION is ${provider.manifest.version}, package.json says 1.2.3-beta.4`;
  expect(versions({ of: [bumped] })).toEqual([lag]);
  expect(versions({ write: true, of: [bumped] })).toEqual([]);
  expect(readFileSync(join(directory, 'src/version.ts'), 'utf8')).toBe(
    source.replace(`'${provider.manifest.version}'`, "'1.2.3-beta.4'"),
  );
  expect(versions({ of: [bumped] })).toEqual([]);
});

test('a release writes the constants after it has set the versions, with no program that npm does not find', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(scripts.version).toBe('changeset version && node tools/versions.js && biome format --write .');
});
