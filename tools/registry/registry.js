// A package registry of our own on loopback, with every package of the workspace published to it. Nothing can leave this machine: the
// address is proved to be loopback before anything is published, and each publish names it on the command line.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { packages, root } from '../packages.js';
import { run } from './run.js';

export const tag = 'rehearsal';

/** Starts the registry in `folder`; ours are kept there, all else comes through the registry this machine uses already. */
export async function startRegistry(folder) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  mkdirSync(folder, { recursive: true });
  const setting = async (name) => (await run('npm', ['config', 'get', name], { cwd: folder })).trim();
  // On a busy machine, with large manifests, verdaccio would take the upstream for dead after its default of thirty seconds.
  const upstream = { url: await setting('registry'), timeout: '120s' };
  const config = {
    storage: join(folder, 'storage'),
    web: { enable: false },
    uplinks: { upstream },
    packages: {
      '@bedrock-kit/*': { access: '$all', publish: '$all' },
      '**': { access: '$all', proxy: 'upstream' },
    },
    max_body_size: '100mb',
    log: { type: 'stdout', format: 'pretty', level: 'fatal' },
  };
  const configFile = join(folder, 'verdaccio.json');
  writeFileSync(configFile, JSON.stringify(config));
  const program = join(root, 'tools/node_modules/verdaccio/bin/verdaccio');
  // The Node of the workspace, which comes first on the PATH: the one that started this may be too old for verdaccio.
  const server = spawn('node', [program, '--config', configFile, '--listen', url], {
    stdio: 'ignore',
    env: { ...process.env, ...certificates(await setting('cafile')) },
  });
  await answers(url, server);
  return { url, stop: () => server.kill() };
}

/** The certificates that npm trusts, for Node too: behind a company's proxy they are needed. */
function certificates(file) {
  return file === 'null' || file === '' ? {} : { NODE_EXTRA_CA_CERTS: file };
}

/** Publishes every package that is not private, as it stands in the workspace after a build. */
export async function publishAll(url) {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' || hostname !== '127.0.0.1')
    throw new Error(`${url} is not on loopback: nothing is published`);
  for (const { directory, manifest } of packages()) {
    if (manifest.private) continue;
    await run('pnpm', ['publish', '--registry', url, '--no-git-checks', '--tag', tag], { cwd: directory });
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function answers(url, server) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`the registry ended with status ${server.exitCode}`);
    const ping = await fetch(`${url}-/ping`).catch(() => undefined);
    if (ping?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error('the registry did not answer within twenty seconds');
}
