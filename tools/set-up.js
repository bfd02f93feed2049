// What `npm start` and `npm test` need before they can work: the dependencies, the pinned pnpm and a Node that is new enough.
// Runs on Node 20 with npm alone; the second time it only compares a fingerprint.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './packages.js';

const stampFile = join(root, 'node_modules/.set-up.json');
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Installs what is missing and returns the Node to run the tools with and the environment to give them. */
export function setUp() {
  if (!atLeast(process.versions.node, 20, 0)) {
    stop(`Node ${process.version} is too old: 20 or newer is needed to start.`);
  }
  const pnpm = installed() ?? install();
  const bin = join(root, 'node_modules/.bin');
  const pinned = join(bin, 'node');
  if (!existsSync(pinned) && !atLeast(process.versions.node, 22, 18)) {
    stop(
      `Node ${process.version} is too old: no pinned Node exists for this platform, so 22.18 or newer is needed.`,
    );
  }
  return {
    node: existsSync(pinned) ? pinned : process.execPath,
    env: {
      // Hundreds of processes load the same compilers and packages: a third of the tour's time went into compiling them.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
      ...process.env,
      PATH: [bin, dirname(pnpm), process.env.PATH].join(delimiter),
    },
  };
}

function fingerprint() {
  const hash = createHash('sha256').update(process.platform).update(process.arch);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function installed() {
  if (!existsSync(stampFile)) return undefined;
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  return stamp.fingerprint === fingerprint() && existsSync(stamp.pnpm) ? stamp.pnpm : undefined;
}

function install() {
  console.log(`Installing dependencies with ${packageManager} (about a minute the first time) ...`);
  // The path of pnpm's own program: everything after this calls it directly, without npx.
  const located = npx(process.platform === 'win32' ? 'where pnpm' : 'command -v pnpm');
  if (located.status !== 0) stop(reason('pnpm could not be fetched', located));
  const pnpm = programIn(located.stdout, process.platform);
  // By a shell: on Windows it is a batch file, which Node does not start itself.
  const run = spawnSync(`"${pnpm}" install --frozen-lockfile`, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true' },
    shell: true,
  });
  if (run.status !== 0) stop(reason('the dependencies could not be installed', run));
  writeFileSync(stampFile, JSON.stringify({ fingerprint: fingerprint(), pnpm }));
  return pnpm;
}

/** The program that a shell told of. `where` of Windows tells all that the PATH has, each as the script for Unix and as the batch file. */
export function programIn(output, platform) {
  const lines = output.trim().split(/\r?\n/);
  return platform === 'win32' ? lines.find((line) => /\.cmd$/i.test(line)) : lines.at(-1);
}

function npx(command) {
  return spawnSync(`npx --yes --package ${packageManager} -c "${command}"`, {
    cwd: root,
    encoding: 'utf8',
    shell: true,
  });
}

function reason(what, { stdout, stderr, error }) {
  const output = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|fetch failed/.test(output)) {
    return `${what}: the package registry cannot be reached. Is there a network?`;
  }
  return `${what}:\n${output.trim()}`;
}

function atLeast(version, major, minor) {
  const [foundMajor = 0, foundMinor = 0] = version.split('.').map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
