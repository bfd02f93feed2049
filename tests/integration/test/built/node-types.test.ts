// The built types hold in an app that has Node's types or those of a browser, and checks the declarations that it loads.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const alone = [
  'eventstream',
  'local',
  'protocol',
  'runtime',
  'runtime/core',
  'runtime/credentials',
  'sigv4',
  'sigv4/sigv4a',
];
const folder = fileURLToPath(new URL('../../out/node-types/', import.meta.url));
const root = fileURLToPath(new URL('../../../../', import.meta.url));

describe('the packages that stand without the AI SDK compile under the strictest settings', () => {
  test("with Node's types", async () => {
    expect(await compiled('node', [...alone, 'runtime/bidirectional'], ['es2022'], ['node'])).toBe('');
  }, 60_000);

  test('with those of a browser', async () => {
    expect(await compiled('browser', alone, ['es2022', 'dom'], [])).toBe('');
  }, 60_000);
});

async function compiled(name: string, entries: string[], lib: string[], types: string[]): Promise<string> {
  const app = join(folder, name);
  mkdirSync(app, { recursive: true });
  const lines = entries.map((entry, index) => `export * as entry${index} from '@bedrock-kit/${entry}';\n`);
  writeFileSync(join(app, 'app.ts'), lines.join(''));
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    lib,
    types,
    skipLibCheck: false,
    // Half of the time went into the compiler's own declarations of a browser.
    skipDefaultLibCheck: true,
    // As the published manifest has it; in the workspace it leads to the source.
    paths: { '#hash': [join(root, 'packages/sigv4/dist/hash/portable.d.ts')] },
  };
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['app.ts'] }));
  return run(join(root, 'node_modules/typescript/bin/tsc'), ['-p', app]);
}

async function run(program: string, options: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options]).catch(
    (failed: unknown) => failed as { stdout: string }, // a compiler that finds something exits with its findings
  );
  return stdout;
}
