// Holds the size budgets of one package: bundles each import that its size.json names, for a browser and minified, and compares the
// gzipped bytes with the limit. `without` lists strings that must not be in the bundle: naming what leaked says more than a number
// that grew.
import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * @typedef {object} Budget
 * @property {string} name what the import is, as a reader of the table understands it
 * @property {string} import the import clause and module, for example "{ createSigner } from '@bedrock-kit/sigv4'"
 * @property {number} limit the most bytes it may have after gzip, level 9
 * @property {number} [target] the bytes that it should come down to; shown until it has
 * @property {string[]} [external] modules that an app has anyway
 * @property {string[]} [without] strings that must not be found in the minified bundle
 * @property {string[]} [loads] modules behind an `import()` whose code counts, as the path in dist/ ends; the bundle is then split, and what
 *   lies behind any other `import()` is left out. Without it everything is one file.
 */

/** The budgets of a package that has been built, each with the bytes and the code that its import has now. */
export async function measure(directory) {
  const budgets = JSON.parse(readFileSync(resolve(directory, 'size.json'), 'utf8'));
  return Promise.all(
    budgets.map(async (budget) => {
      const files = budget.loads ? await chunks(budget, directory) : [await bundle(budget, directory)];
      const bytes = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
      return { budget, bytes, code: files.join('\n') };
    }),
  );
}

/** What is over its limit, or in a bundle that must not have it, of what `measure` gave. */
export function checkSizes(measured) {
  const failures = [];
  for (const { budget, bytes, code } of measured) {
    console.log(`size ${budget.name}: ${bytes} of ${budget.limit} bytes${open(budget, bytes)}`);
    if (bytes > budget.limit)
      failures.push(`${budget.name}: ${bytes} bytes gzipped, size.json allows ${budget.limit}`);
    for (const leaked of budget.without ?? []) {
      if (code.includes(leaked)) failures.push(`${budget.name}: the bundle contains "${leaked}"`);
    }
  }
  return failures;
}

function open({ target }, bytes) {
  return target !== undefined && bytes > target ? `; the target of ${target} is not reached` : '';
}

async function bundle(budget, directory) {
  const { outputFiles } = await build(options(budget, directory));
  return outputFiles[0].text;
}

/** The files that an app loads at its start, and those that the modules in `loads` add: each is fetched, and compressed, by itself. */
async function chunks(budget, directory) {
  const { outputFiles, metafile } = await build({
    ...options(budget, directory),
    splitting: true,
    metafile: true,
    outdir: 'chunks',
  });
  const outputs = Object.entries(metafile.outputs);
  const startOf = (module) => {
    const [file] = outputs.find(([, { entryPoint }]) => entryPoint?.endsWith(module)) ?? [];
    if (file === undefined) throw new Error(`${budget.name}: nothing imports ${module} by import()`);
    return file;
  };
  const loaded = new Set(['<stdin>', ...budget.loads].map(startOf));
  // A loop over a set also reaches what is added on the way.
  for (const file of loaded) {
    for (const { path, kind, external } of metafile.outputs[file].imports)
      if (kind === 'import-statement' && !external) loaded.add(path);
  }
  // The metafile has forward slashes everywhere.
  const nameOf = (path) => relative('.', path).replaceAll(sep, '/');
  return outputFiles.filter(({ path }) => loaded.has(nameOf(path))).map(({ text }) => text);
}

/** The import is kept alive by a global, so that nothing that an app would use is shaken off. */
function options({ import: clause, external = [] }, directory) {
  const names = /^\{([^}]+)\}/.exec(clause)?.[1] ?? clause.replace(/^\* as (\w+).*$/, '$1');
  return {
    stdin: { contents: `import ${clause};\nglobalThis.kept = [${names}];\n`, resolveDir: resolve(directory) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external,
    legalComments: 'none',
  };
}
