// What keeps a package installable and resolvable, and that each of these checks bites: one thing after the other is taken out of a copy of
// every manifest.
import { describe, expect, test } from 'vitest';
import { manifestProblems } from '../manifests.js';
import { packages } from '../packages.js';

const all = packages();

test.each(all)('$name has a whole manifest', (each) => {
  expect(manifestProblems(each)).toEqual([]);
});

/** The problems that come up when `take` takes something out of a copy of the manifest. */
function problemsWithout(each, take) {
  const manifest = structuredClone(each.manifest);
  take(manifest);
  const before = manifestProblems(each);
  return manifestProblems({ ...each, manifest }).filter((problem) => !before.includes(problem));
}

/** A case for each package and each thing that `of` finds in it. */
function cases(of) {
  return all.flatMap((each) => of(each.manifest).map((thing) => [each.name, thing, each]));
}

describe('what is taken away is missed, and the package and the thing are named', () => {
  test.each(cases(({ files }) => files))('%s without the file entry %s', (name, entry, each) => {
    const problems = problemsWithout(each, (manifest) => {
      manifest.files = manifest.files.filter((other) => other !== entry);
    });
    expect(problems).toEqual([`${name}: \`files\` lacks ${entry}`]);
  });

  test.each(cases((manifest) => Object.keys(manifest.exports)))(
    '%s without the entry %s',
    (name, path, each) => {
      const problems = problemsWithout(each, (manifest) => {
        delete manifest.exports[path];
        delete manifest.publishConfig.exports[path];
      });
      expect(problems).toEqual([`${name}: \`exports\` lacks the entry ${path}`]);
    },
  );

  const entries = (manifest) => Object.keys(manifest.exports).filter((path) => path !== './package.json');
  test.each(cases(entries))('%s without the types of the entry %s', (name, path, each) => {
    const problems = problemsWithout(each, (manifest) => {
      delete manifest.exports[path].types;
      delete manifest.publishConfig.exports[path].types;
    });
    expect(problems).toEqual([`${name}: the entry ${path} lacks the condition types`]);
  });

  test.each(cases(entries))('%s without the types of the entry %s for node10', (name, path, each) => {
    const problems = problemsWithout(each, (manifest) => {
      if (path === '.') delete manifest.types;
      else delete manifest.typesVersions['*'][path.slice(2)];
    });
    const field = path === '.' ? 'types' : 'typesVersions';
    expect(problems).toEqual([`${name}: \`${field}\` lacks the types of the entry ${path}`]);
  });

  test.each(all)('$name without its main file for node10', (each) => {
    const problems = problemsWithout(each, (manifest) => {
      delete manifest.main;
    });
    expect(problems).toEqual([`${each.name}: \`main\` is not the default of the entry .`]);
  });

  test.each(cases(entries))('%s without the types of the entry %s as published', (name, path, each) => {
    const problems = problemsWithout(each, (manifest) => {
      delete manifest.publishConfig.exports[path].types;
    });
    expect(problems).toEqual([`${name}: \`publishConfig.exports\` is not \`exports\` without the sources`]);
  });

  const dependencies = (manifest) => Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  test.each(cases(dependencies))('%s without the dependency %s', (name, dependency, each) => {
    const problems = problemsWithout(each, (manifest) => {
      delete manifest.dependencies?.[dependency];
      delete manifest.peerDependencies?.[dependency];
    });
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(new RegExp(`^${name}: .*${dependency}`));
  });
});
