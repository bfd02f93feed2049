// What counts as a package: a folder with a manifest, whatever lies beside it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packages } from '../packages.js';

test('what macOS leaves in a folder is no package, and neither is the build of another branch', () => {
  const parent = mkdtempSync(join(tmpdir(), 'packages-'));
  try {
    mkdirSync(join(parent, 'packages/here'), { recursive: true });
    writeFileSync(join(parent, 'packages/here/package.json'), '{ "name": "here" }');
    writeFileSync(join(parent, 'packages/here/README.md'), '# here');
    mkdirSync(join(parent, 'packages/elsewhere/dist'), { recursive: true });
    writeFileSync(join(parent, 'packages/.DS_Store'), '');
    expect(packages(parent)).toEqual([
      {
        folder: 'here',
        directory: join(parent, 'packages/here'),
        name: 'here',
        manifest: { name: 'here' },
        readme: '# here',
      },
    ]);
  } finally {
    rmSync(parent, { recursive: true });
  }
});
