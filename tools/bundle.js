// Adds one file for each entry to what tsc built in the current package's dist/, in dist/bundled/: Node loads one file in 5 ms, twenty in 20. Bundlers
// get the modules as they are, which they can shake; `exports` tells the two apart by the condition "node".
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rolldown } from 'rolldown';

const { exports, bin = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const modules = Object.values(exports)
  .filter((entry) => typeof entry === 'object' && 'node' in entry)
  .map((entry) => entry['@bedrock-kit/source']);
const commands = Object.values(bin).map((file) =>
  file.replace('./dist/bundled/', './src/').replace(/\.js$/, '.ts'),
);
const nameOf = (source) => source.replace(/^\.\/src\/|\.ts$/g, '');

// What is left of an earlier build would be published too: chunks, and what tsc made of sources that are gone.
rmSync('dist/bundled', { recursive: true, force: true });
for (const file of readdirSync('dist', { recursive: true })) {
  const [, module] = /^(.+?)(\.d\.ts|\.js)(\.map)?$/.exec(file) ?? [];
  if (module !== undefined && !existsSync(`src/${module}.ts`)) rmSync(`dist/${file}`);
}
const bundle = await rolldown({
  input: Object.fromEntries([...modules, ...commands].map((source) => [nameOf(source), source])),
  platform: 'neutral',
  // Node alone loads these files, so the imports map is resolved as for Node.
  resolve: { conditionNames: ['@bedrock-kit/source', 'node', 'import'] },
  external: (name, _importer, isResolved) => !isResolved && /^[^./#]/.test(name),
  logLevel: 'warn',
});
await bundle.write({
  dir: 'dist/bundled',
  chunkFileNames: 'shared-[hash].js',
  // Comments go, which are half the bytes, and names stay: stack traces stay readable. A call from `ai` imported to the first delta takes 6 % less CPU for it.
  minify: { compress: true, mangle: false, codegen: false },
  comments: { annotation: true, jsdoc: false, legal: true },
  // Without the checks for use before definition, which hot code would pay at each use of a constant.
  topLevelVar: true,
  sourcemap: true,
  sourcemapExcludeSources: true,
});
await bundle.close();
