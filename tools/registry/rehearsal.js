// `npm run e2e`: publishes every package to a registry on loopback, then installs and uses them from empty folders as people would.
// With --keep the registry stays, for a person who wants to try the packages in an app of their own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { readArguments } from '../arguments.js';
import { root } from '../packages.js';
import { compilers, consumers } from './consumers.js';
import { publishAll, startRegistry, tag } from './registry.js';
import { setUp } from '../set-up.js';
import { run } from './run.js';

const { keep } = readArguments('npm run e2e -- [--keep]', {
  options: { keep: { type: 'boolean', default: false } },
}).values;
// pnpm, Nx and the pinned Node have to be found, also when `npm test` is not what runs this.
process.env.PATH = setUp().env.PATH;
const work = mkdtempSync(join(tmpdir(), 'rehearsal-'));
const runtimes = join(root, 'tools/runtimes/node_modules');
let passed = 0;
let failed = 0;

const registry = await startRegistry(join(work, 'registry'));
try {
  const built = await step('every package builds', () =>
    run('nx', ['run-many', '-t', 'build'], { cwd: root }),
  );
  const ready =
    built &&
    (await step('every package publishes to a registry on loopback', () => publishAll(registry.url)));
  if (ready) {
    for (const [index, consumer] of consumers.entries()) await consume(consumer, join(work, `app-${index}`));
    await step('npm installs local, its command serves and ends on a signal', serveLocal);
  }
  if (keep) await wait();
} finally {
  registry.stop();
  rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function consume({ title, packages, others, strict, program }, folder) {
  const dependencies = { ...Object.fromEntries(packages.map((name) => [name, tag])), ...others };
  for (const manager of ['npm', 'pnpm']) {
    const app = `${folder}-${manager}`;
    const installed = await step(`${title}: ${manager} installs it`, () =>
      install(manager, app, dependencies),
    );
    if (!installed) return;
    writeFileSync(join(app, 'main.ts'), program.trimStart());
    await step(`${title}: it runs, installed with ${manager}`, () => run('node', ['main.ts'], { cwd: app }));
  }
  const left = compilers.values();
  const compile = async () => {
    for (const { compiler, resolutions } of left) {
      const under = Object.keys(resolutions).join(', ');
      await step(`${title}: its types hold with ${compiler} under ${under}`, () =>
        // With pnpm an app can import only what it lists itself, so its declarations show a type that it has no name for.
        compileTypes(compiler, resolutions, { skipLibCheck: !strict }, `${folder}-pnpm`),
      );
    }
  };
  // One compiler a processor.
  await Promise.all(Array.from({ length: availableParallelism() }, compile));
}

/** A project for each module resolution, built together: a compiler reads what they share once, in less than half of the time. */
function compileTypes(compiler, resolutions, options, app) {
  const projects = Object.entries(resolutions).map(([moduleResolution, module]) => {
    const output = join(app, compiler, moduleResolution);
    const compilerOptions = {
      ...options,
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.asynciterable'],
      // Half of the time went into the compiler's own declarations of a browser.
      skipDefaultLibCheck: true,
      types: [],
      strict: true,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: app,
      outDir: output,
    };
    mkdirSync(output, { recursive: true });
    writeFileSync(
      join(output, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: [join(app, 'main.ts')] }),
    );
    return output;
  });
  // Where one fails, --verbose says before its errors which it is.
  return run('node', [join(runtimes, compiler, 'bin/tsc'), '--build', '--verbose', ...projects], {
    cwd: app,
  });
}

async function install(manager, app, dependencies) {
  mkdirSync(app);
  const manifest = { name: 'app', private: true, type: 'module', dependencies };
  writeFileSync(join(app, 'package.json'), JSON.stringify(manifest));
  if (manager === 'npm') {
    await run(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', `--registry=${registry.url}`],
      {
        cwd: app,
      },
    );
    return;
  }
  // Our own packages are a minute old, which pnpm's waiting period for new releases would refuse.
  writeFileSync(join(app, 'pnpm-workspace.yaml'), 'packages: ["."]\nminimumReleaseAge: 0\n');
  await run(
    'pnpm',
    ['install', '--ignore-scripts', `--registry=${registry.url}`, `--store-dir=${join(work, 'store')}`],
    {
      cwd: app,
      env: { ...process.env, CI: 'true' },
    },
  );
}

async function serveLocal() {
  const app = join(work, 'app-local');
  await install('npm', app, { '@bedrock-kit/local': tag });
  const server = spawn(join(app, 'node_modules/.bin/bedrock-local'), ['--port', '0', '--auth', 'off'], {
    cwd: app,
  });
  try {
    const url = await addressOf(server);
    const body = JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'Count to five.' }] }] });
    const path = '/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse';
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const answer = await response.json();
    if (!answer.output?.message?.content?.[0]?.text?.includes('5')) throw new Error(JSON.stringify(answer));
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    const status = await ended;
    if (status !== 0) throw new Error(`bedrock-local ended with status ${status} on SIGTERM`);
  } finally {
    // Left running after a failed check, it would keep this program from ending.
    server.kill();
  }
}

/** Waits until the server has printed where it listens. */
function addressOf(server) {
  let printed = '';
  return new Promise((resolve, reject) => {
    const onData = (piece) => {
      printed += piece;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (found) resolve(found[0]);
    };
    server.stdout.setEncoding('utf8').on('data', onData);
    server.stderr.setEncoding('utf8').on('data', onData);
    // After it has listened this says nothing: the promise is kept already.
    server.once('exit', (code) => reject(new Error(`bedrock-local ended with status ${code}:\n${printed}`)));
  });
}

async function step(title, body) {
  const started = performance.now();
  try {
    await body();
    passed += 1;
    console.log(`ok ${title} (${Math.round(performance.now() - started)} ms)`);
    return true;
  } catch (error) {
    failed += 1;
    console.log(`not ok ${title}\n${error.message}`);
    return false;
  }
}

function wait() {
  console.log(`\nThe registry answers at ${registry.url} until you press Ctrl+C. In a folder of your own:`);
  for (const line of [
    `npm install --registry=${registry.url} @bedrock-kit/provider@${tag} ai zod`,
    `npm install --registry=${registry.url} @bedrock-kit/local@${tag}   # and whatever else is in packages/`,
  ]) {
    console.log(`  ${line}`);
  }
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
}
