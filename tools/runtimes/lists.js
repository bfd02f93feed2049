// Finds the portable conformance lists of the packages and bundles one for a lane, as a module or as a script.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The packages that have a list, with the lanes that each has: one without an `imports` map has no lane for Node. */
export function lists() {
  const packages = join(root, 'packages');
  return readdirSync(packages)
    .filter((name) => existsSync(join(packages, name, 'test/conformance.ts')))
    .map((name) => {
      const { imports } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
      return { name, lanes: imports ? ['node', 'portable'] : ['portable'] };
    });
}

/** A bundle that defines `conform()`, which runs the list and resolves to `{ passed, failures }`. */
export async function bundle(name, lane, format) {
  const entry = `
    import { conformance } from ${JSON.stringify(join(root, 'packages', name, 'test/conformance.ts'))};
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
    conditions: ['@bedrock-kit/source', lane === 'node' ? 'node' : '@bedrock-kit/portable'],
    external: ['node:*'],
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
