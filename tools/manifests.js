// What the manifest of every published package must say, so that it installs alone and resolves everywhere. Each problem names the package.
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

// What an app gets: the build, the sources that its maps point to, what is there to read, and no leftovers of the compiler.
const files = ['dist', 'src', '!**/*.tsbuildinfo', '*.md'];
const sources = '@bedrock-kit/source';

export function manifestProblems(each) {
  const problems = [
    ...fieldProblems(each),
    ...entryProblems(each),
    ...earlierProblems(each),
    ...publishedProblems(each),
    ...dependencyProblems(each),
  ];
  return problems.map((problem) => `${each.name}: ${problem}`);
}

function fieldProblems({ folder, manifest }) {
  return listed([
    ...files.map((entry) => [manifest.files.includes(entry), `\`files\` lacks ${entry}`]),
    ...manifest.files.map((entry) => [files.includes(entry), `\`files\` has ${entry}, as no other package`]),
    ...['description', 'keywords', 'license', 'engines', 'version'].map((field) => [
      manifest[field],
      `\`${field}\` is missing`,
    ]),
    [manifest.type === 'module', '`type` is not module'],
    [manifest.sideEffects === false, '`sideEffects` is not false: bundlers would keep what is not used'],
    [manifest.publishConfig?.access === 'public', '`publishConfig.access` is not public'],
    [manifest.repository?.directory === `packages/${folder}`, '`repository.directory` is not its folder'],
  ]);
}

function entryProblems({ name, manifest, readme }) {
  const conditions = (map, what) =>
    Object.entries(map ?? {})
      .filter(([path]) => path !== './package.json')
      .flatMap(([path, target]) => [
        ...['types', sources, 'node', 'default'].map((condition) => [
          target[condition],
          `the ${what} ${path} lacks the condition ${condition}`,
        ]),
        [Object.keys(target).at(-1) === 'default', `the ${what} ${path} has a condition after default`],
      ]);
  // A subpath that the README tells people to import.
  const named = readme.match(new RegExp(`(?<=['\`"])${name}/[a-z0-9-]+(?=['\`"])`, 'g')) ?? [];
  const paths = [
    '.',
    './package.json',
    ...new Set(named.map((specifier) => `.${specifier.slice(name.length)}`)),
  ];
  return listed([
    ...paths.map((path) => [manifest.exports[path], `\`exports\` lacks the entry ${path}`]),
    ...conditions(manifest.exports, 'entry'),
    ...conditions(manifest.imports, 'import'),
  ]);
}

/** For what reads no `exports`: TypeScript under `moduleResolution` node10, which most apps of CommonJS had up to TypeScript 5. */
function earlierProblems({ manifest: { exports, main, types, typesVersions } }) {
  const entries = Object.entries(exports).filter(([, target]) => target.types);
  return listed([
    [!exports['.'] || main === exports['.'].default, '`main` is not the default of the entry .'],
    ...entries.map(([path, target]) => [
      (path === '.' ? types : typesVersions?.['*']?.[path.slice(2)]?.[0]) === target.types,
      `\`${path === '.' ? 'types' : 'typesVersions'}\` lacks the types of the entry ${path}`,
    ]),
  ]);
}

function publishedProblems({ manifest }) {
  return listed(
    ['exports', 'imports'].map((field) => [
      same(manifest.publishConfig?.[field], published(manifest[field])),
      `\`publishConfig.${field}\` is not \`${field}\` without the sources`,
    ]),
  );
}

function dependencyProblems({ directory, manifest }) {
  const installed = { ...manifest.dependencies, ...manifest.peerDependencies };
  return listed([
    ...importedBy(directory).map((dependency) => [
      installed[dependency],
      `src/ imports ${dependency}, which is no dependency`,
    ]),
    // The AI SDK's helpers ask the app for it, so a package that uses them has to ask as well.
    [
      !installed['@ai-sdk/provider-utils'] || manifest.peerDependencies?.zod,
      '`peerDependencies` lacks zod, which @ai-sdk/provider-utils asks for',
    ],
  ]);
}

function listed(rules) {
  return rules.filter(([holds]) => !holds).map(([, problem]) => problem);
}

/** A map as it is published: without the condition under which the workspace reads its sources, and with the types that were built. */
function published(map) {
  if (map === undefined) return undefined;
  const entries = Object.entries(map).map(([path, target]) => {
    if (typeof target === 'string') return [path, target];
    const conditions = Object.entries(target).filter(([condition]) => condition !== sources);
    return [path, Object.fromEntries(conditions.map(([condition, file]) => [condition, built(file)]))];
  });
  return Object.fromEntries(entries);
}

function built(file) {
  return file.replace(/^\.\/src\/(.*)\.ts$/, './dist/$1.d.ts');
}

/** The order of conditions counts, that of entries does not. */
function same(left, right) {
  const text = (map) => map && JSON.stringify(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(left) === text(right);
}

function importedBy(directory) {
  const found = new Set();
  for (const file of globSync('src/**/*.ts', { cwd: directory })) {
    const text = readFileSync(join(directory, file), 'utf8');
    for (const [, module] of text.matchAll(/(?:\bfrom |\bimport\(|^import )'([@a-z][^']*)'/gm)) {
      if (!isBuiltin(module)) found.add(/^(@[^/]+\/)?[^/]+/.exec(module)[0]);
    }
  }
  return [...found].sort();
}
