// A task is not run again while its inputs are as they were, so a test that reads a file of another project names it among them.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { packages, root } from '../packages.js';

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const { namedInputs, targetDefaults } = JSON.parse(read('nx.json'));
const projects = [...packages().map(({ folder }) => `packages/${folder}`), 'tests/integration'];

/** The inputs of a project's tests that lie outside of it. */
function inputsOf(project) {
  const { nx } = JSON.parse(read(project, 'package.json'));
  const own = nx.targets?.test?.inputs ?? targetDefaults.test.inputs;
  return [...own, ...namedInputs.shared].flatMap(
    (input) => /^\{workspaceRoot\}\/(.+)$/.exec(input)?.slice(1) ?? [],
  );
}

/** The files outside of the project that one of its own names by a relative path. */
function foreignFiles(project, file) {
  const paths = read(project, file).match(/(?<=['"`])(?:\.\.\/)+[\w./-]+\.\w+(?=['"`])/g) ?? [];
  return paths
    .map((path) => relative(root, join(root, project, dirname(file), path)).replaceAll(sep, '/'))
    .filter((path) => !path.startsWith(`${project}/`) && existsSync(join(root, path)));
}

test.each(projects)('the tests of %s name what they read of other projects', (project) => {
  const files = globSync('{test,scripts}/**/*.ts', { cwd: join(root, project) });
  // What a dependency is built of is an input by itself.
  const others = files
    .flatMap((file) => foreignFiles(project, file))
    .filter((path) => !/node_modules|^packages\/[^/]+\/src\//.test(path));
  const inputs = inputsOf(project);
  expect(
    [...new Set(others)].filter(
      (path) => !inputs.some((input) => input === path || input === `${dirname(path)}/*`),
    ),
  ).toEqual([]);
});
