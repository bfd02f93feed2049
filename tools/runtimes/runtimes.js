// The runtimes, and one function for each: given a bundled conformance list, it runs it there and resolves to `{ passed, failures }`.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';

const here = import.meta.dirname;
const run = promisify(execFile);
const marker = 'conformance-result';
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/**
 * Every runtime: what people call it, its version (undefined where it is not here), whether that version is pinned by this
 * workspace, which lanes it takes, how a list runs on it, and for Node the program that whole suites run with.
 */
export const runtimes = {
  node22: node('Node 22', join(here, 'node_modules/node22/bin/node')),
  node24: node('Node 24', join(here, 'node_modules/node24/bin/node')),
  node26: node('Node 26', join(here, 'node_modules/node26/bin/node')),
  bun: program('Bun', join(here, 'node_modules/.bin/bun'), ['run']),
  deno: program('Deno', join(here, 'node_modules/.bin/deno'), [
    'run',
    '--no-remote',
    '--no-config',
    '--allow-env',
  ]),
  workerd: {
    title: 'workerd (Cloudflare Workers)',
    version: versionOf(join(here, 'node_modules/.bin/workerd')),
    pinned: true,
    lanes: ['portable'],
    format: 'esm',
    conform: inWorkerd,
  },
  'edge-vm': {
    title: 'Edge VM (`@edge-runtime/vm`)',
    version: JSON.parse(readFileSync(join(here, 'node_modules/@edge-runtime/vm/package.json'), 'utf8'))
      .version,
    pinned: true,
    lanes: ['portable'],
    format: 'iife',
    conform: inEdgeVm,
  },
  chromium: {
    title: 'Chromium',
    version: versionOf(chromium),
    pinned: false,
    lanes: ['portable'],
    format: 'iife',
    conform: inChromium,
  },
};

function versionOf(path) {
  if (!existsSync(path)) return undefined;
  return /\d+([.-]\d+)+/.exec(
    execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )?.[0];
}

function node(title, path) {
  return { ...program(title, path), path };
}

function program(title, path, args = []) {
  return {
    title,
    version: versionOf(path),
    pinned: true,
    lanes: ['node', 'portable'],
    format: 'esm',
    conform,
  };

  async function conform(code, folder) {
    const file = join(folder, 'list.mjs');
    writeFileSync(file, `${code}\nconsole.log('${marker}' + JSON.stringify(await conform()));\n`);
    return result(await run(path, [...args, file], { cwd: folder }));
  }
}

async function inWorkerd(code, folder) {
  const test = `export default { async test() { console.log('${marker}' + JSON.stringify(await conform())); } };`;
  writeFileSync(join(folder, 'list.mjs'), `${code}\n${test}\n`);
  writeFileSync(
    join(folder, 'list.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (
  modules = [(name = "list", esModule = embed "list.mjs")], compatibilityDate = "2026-11-01"))]);
`,
  );
  return result(await run(join(here, 'node_modules/.bin/workerd'), ['test', 'list.capnp'], { cwd: folder }));
}

async function inEdgeVm(code) {
  const { EdgeVM } = await import('@edge-runtime/vm');
  const vm = new EdgeVM();
  return vm.evaluate(`${code}\nlist.conform()`);
}

async function inChromium(code) {
  const { chromium: browsers } = await import('playwright-core');
  const page = '<!doctype html><script src="/list.js"></script>';
  // A page from loopback counts as a secure context, which WebCrypto asks for.
  const server = createServer((request, response) => {
    const script = request.url === '/list.js';
    response.setHeader('content-type', script ? 'text/javascript; charset=utf-8' : 'text/html');
    response.end(script ? code : page);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  args.push('--disable-background-networking', '--disable-component-update', '--disable-sync');
  const browser = await browsers.launch({ executablePath: chromium, args });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    return await tab.evaluate('list.conform()');
  } finally {
    await browser.close();
    server.close();
  }
}

function result({ stdout, stderr }) {
  const output = stdout + stderr;
  const start = output.indexOf(marker);
  if (start === -1) throw new Error(`the list did not finish:\n${output}`);
  return JSON.parse(output.slice(start + marker.length).split('\n')[0]);
}
