// The runtimes, and one function for each: given a bundled conformance list, it runs it there and resolves to `{ passed, failures }`.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, firefox, hiddenDisplay, inChromium, inFirefox, inWebKit, webkit } from './browsers.js';

const here = import.meta.dirname;
const run = promisify(execFile);
const marker = 'conformance-result';

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
  chromium: browser('Chromium', inChromium, chromium),
  firefox: browser('Firefox', inFirefox, firefox),
  webkit: browser('WebKit', inWebKit, hiddenDisplay, '-a', webkit),
};

function versionOf(path, ...args) {
  // What installs a runtime gives Windows a batch file in its place, which Node does not start.
  if (process.platform === 'win32') return undefined;
  if (![path, ...args].every((each) => each.startsWith('-') || existsSync(each))) return undefined;
  return /\d+([.-]\d+)+/.exec(
    execFileSync(path, [...args, '--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )?.[0];
}

function browser(title, conform, ...command) {
  return {
    title,
    // Asked for when it is wanted: that of WebKit wants a display.
    get version() {
      return versionOf(...command);
    },
    pinned: false,
    lanes: ['portable'],
    format: 'iife',
    conform,
  };
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

function result({ stdout, stderr }) {
  const output = stdout + stderr;
  const start = output.indexOf(marker);
  if (start === -1) throw new Error(`the list did not finish:\n${output}`);
  return JSON.parse(output.slice(start + marker.length).split('\n')[0]);
}
