// Finds the portable conformance lists and bundles one for a lane, as a module or as a script.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { build } from 'esbuild';
import { root } from '../packages.js';

/**
 * Every list, with the lanes that it has: a package without an `imports` map has none for Node. The list of tests/integration holds
 * what the packages do together, so it has the lanes of all.
 */
export function lists() {
  return globSync('{packages/*,tests/integration}/test/conformance.ts', { cwd: root })
    .map((file) => dirname(dirname(file)).replaceAll(sep, '/'))
    .sort()
    .map((folder) => {
      const name = folder === 'tests/integration' ? 'provider' : basename(folder);
      const { imports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
      const lanes = imports || folder === 'tests/integration' ? ['node', 'portable'] : ['portable'];
      return { name, folder, lanes };
    });
}

/** A bundle that defines `conform()`, which runs the list and resolves to `{ passed, failures }`. */
export async function bundle(folder, lane, format) {
  const entry = `
    import { conformance } from ${JSON.stringify(join(root, folder, 'test/conformance.ts'))};
    export async function conform() {
      const failures = [];
      for (const [title, run] of conformance) {
        try {
          await run();
        } catch (error) {
          failures.push(title + ': ' + (error instanceof Error ? error.message : String(error)));
        }
      }
      return { passed: conformance.length - failures.length, failures };
    }`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format,
    ...(format === 'iife' && { globalName: 'list' }),
    platform: 'neutral',
    target: 'es2022',
    // 'import' and 'default' for what comes from npm.
    conditions: ['@bedrock-kit/source', lane === 'node' ? 'node' : '@bedrock-kit/portable', 'import'],
    mainFields: ['module', 'main'],
    external: ['node:*'],
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
