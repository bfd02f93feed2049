// The built types hold in an app that has Node's types and not those of a browser, and checks the declarations that it loads.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const app = `
export * as eventstream from '@bedrock-kit/eventstream';
export * as local from '@bedrock-kit/local';
export * as protocol from '@bedrock-kit/protocol';
export * as runtime from '@bedrock-kit/runtime';
export * as bidirectional from '@bedrock-kit/runtime/bidirectional';
export * as credentials from '@bedrock-kit/runtime/credentials';
export * as sigv4 from '@bedrock-kit/sigv4';
export * as sigv4a from '@bedrock-kit/sigv4/sigv4a';
`;

const folder = fileURLToPath(new URL('../out/node-types/', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

test('the packages that stand without the AI SDK compile there, under the strictest settings', async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'app.ts'), app);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022'],
    types: ['node'],
    skipLibCheck: false,
    // As the published manifest has it; in the workspace it leads to the source.
    paths: { '#hash': [join(root, 'packages/sigv4/dist/hash/portable.d.ts')] },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['app.ts'] }));
  expect(await run(join(root, 'node_modules/typescript/bin/tsc'), ['-p', folder])).toBe('');
}, 60_000);

async function run(program: string, options: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options]).catch(
    (failed: unknown) => failed as { stdout: string }, // a compiler that finds something exits with its findings
  );
  return stdout;
}
