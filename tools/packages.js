// What the published packages say of themselves: manifest, README, and the names that each entry exports; and all documents beside them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Beside them may lie what is in no commit: a `.DS_Store`, or the build of a package of another branch. */
function folders(parent) {
  return readdirSync(join(parent, 'packages')).filter((folder) =>
    existsSync(join(parent, 'packages', folder, 'package.json')),
  );
}

/** `{ folder, directory, name, manifest, readme }` of every package, in the order of their folders. */
export function packages(parent = root) {
  return folders(parent).map((folder) => {
    const directory = join(parent, 'packages', folder);
    const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    return {
      folder,
      directory,
      name: manifest.name,
      manifest,
      readme: readFileSync(join(directory, 'README.md'), 'utf8'),
    };
  });
}

/** Every Markdown file that people read, from the root on. Changelogs are put together from changesets. */
export function documents() {
  // Not by globSync, which Node 20 lacks: `npm test` begins with any Node.
  const shelves = ['.', 'docs', ...folders(root).map((name) => join('packages', name))];
  const files = shelves.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  );
  return files.filter((file) => file.endsWith('.md') && !file.endsWith('CHANGELOG.md')).sort();
}

/** The entries of a package: what an app imports, and the source behind it. */
export function entries({ name, directory, manifest }) {
  return Object.entries(manifest.exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([path, target]) => ({
      specifier: name + path.slice(1),
      source: resolve(directory, target['@bedrock-kit/source']),
    }));
}

/** The names that a module exports, and whether each is a type alone. House rules keep this simple: names are spelled out. */
export function exportsOf(source) {
  const text = readFileSync(source, 'utf8');
  const names = new Map();
  for (const [, type, list] of text.matchAll(/^export (type )?\{([^}]*)\}/gm)) {
    for (const item of list.split(',').map((each) => each.trim())) {
      if (item === '') continue;
      const name = item.replace(/^type /, '').replace(/^.* as /, '');
      names.set(name, { type: type !== undefined || item.startsWith('type ') });
    }
  }
  for (const [, kind, name] of text.matchAll(
    /^export (?:declare )?(?:abstract )?(?:async )?(const|function\*?|class|interface|type) (\w+)/gm,
  )) {
    names.set(name, { type: kind === 'interface' || kind === 'type' });
  }
  for (const [, from] of text.matchAll(/^export type \* from '(\.[^']+)'/gm)) {
    for (const name of exportsOf(resolve(dirname(source), from)).keys()) names.set(name, { type: true });
  }
  return names;
}
