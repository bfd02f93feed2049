// The command itself, as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { runtime } from '../aws-clients.ts';
import { asking, urlOf } from '../in-process.ts';

const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly error: () => string;
  readonly exited: Promise<number | null>;
}

function run(...words: string[]): Run {
  const child = spawn(process.execPath, ['--conditions=@bedrock-kit/source', program, ...words], {
    env: { PATH: process.env['PATH'] },
  });
  running.add(child);
  let out = '';
  let error = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (error += data.toString()));
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, out: () => out, error: () => error, exited };
}

/** Waits for text on the standard output. */
async function shows(run: Run, pattern: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = pattern.exec(run.out());
    if (found !== null) return found;
    await new Promise((resolve) => run.child.stdout?.once('data', resolve));
  }
}

/** The command with this module as its configuration, listening, and a call to it. */
async function configured(text: string): Promise<{ command: Run; ask: () => Promise<Response> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bedrock-local-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'config.mjs');
  await writeFile(file, text);
  const command = run('--port', '0', '--config', file);
  const [, url] = await shows(command, /listening on (\S+) /);
  return { command, ask: () => fetch(urlOf('converse', 'amazon.nova-lite-v1:0', url), asking('echo hi')) };
}

const failing = (async: string): string =>
  `export default { auth: 'off', ${async} onRequest() { throw new Error('my own'); } };`;

describe('bedrock-local', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints the environment, logs each request, and ends on %s',
    async (signal) => {
      const command = run('--port', '0');
      await shows(command, /AWS_BEARER_TOKEN_BEDROCK=/);
      const environment = Object.fromEntries(
        [...command.out().matchAll(/^export (\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      );
      const url = environment['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] ?? '';
      expect(environment).toEqual({
        AWS_REGION: 'us-east-1',
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'AKIDLOCALBEDROCKTEST',
        AWS_SECRET_ACCESS_KEY: 'local-bedrock-test-secret-access-key-0000',
        // So that none of the shell goes with these keys.
        AWS_SESSION_TOKEN: '',
        AWS_SECURITY_TOKEN: '',
        AWS_CREDENTIAL_EXPIRATION: '',
        AWS_USE_FIPS_ENDPOINT: 'false',
        AWS_USE_DUALSTACK_ENDPOINT: 'false',
        AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
        AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: url,
      });
      expect(command.out()).toContain('\nunset AWS_BEARER_TOKEN_BEDROCK AWS_PROFILE\nexport AWS_REGION=');
      const client = new runtime.BedrockRuntimeClient({
        region: 'us-east-1',
        endpoint: url,
        credentials: {
          accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
          secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
        },
      });
      await client.send(
        new runtime.ConverseCommand({
          modelId: 'amazon.nova-lite-v1:0',
          messages: [{ role: 'user', content: [{ text: 'echo hi' }] }],
        }),
      );
      await shows(command, /Converse amazon\.nova-lite-v1:0 {2}200 {2}2 in 1 out {2}\d+ ms {2}HTTP\/2\n/);
      client.destroy();
      command.child.kill(signal);
      expect(await command.exited).toBe(0);
      expect(command.error()).toBe('');
    },
  );

  it('prints nothing that a shell would run, whatever the keys of its configuration are', async () => {
    const keys = { accessKeyId: 'a;b', secretAccessKey: '$(c)\nd' };
    const { command } = await configured(
      `export default ${JSON.stringify({ credentials: keys, apiKeys: ["e'\nf"] })};`,
    );
    await shows(command, /# f/);
    const printed = command.out();
    expect(printed).toContain("export AWS_ACCESS_KEY_ID='a;b'\nexport AWS_SECRET_ACCESS_KEY='$(c)\nd'\n");
    expect(printed).toContain("\n# export AWS_BEARER_TOKEN_BEDROCK='e'\\''\n# f'\n");
  });

  it('logs as JSON, its address first', async () => {
    const command = run('--port', '0', '--log', 'json', '--auth', 'off', '--region', 'eu-west-1');
    await shows(command, /\n/);
    const { listening, region } = JSON.parse(command.out()) as { listening: string; region: string };
    expect(region).toBe('eu-west-1');
    const response = await fetch(urlOf('converse', 'amazon.nova-lite-v1:0', listening), asking('echo hi'));
    expect(response.status).toBe(200);
    await shows(command, /\n.*\n/);
    const [, line = ''] = command.out().split('\n');
    expect(JSON.parse(line)).toMatchObject({ operation: 'Converse', status: 200, protocol: 'HTTP/1.1' });
  });

  it.each([
    ['throws', ''],
    ['rejects', 'async'],
  ])('goes on when the onRequest of its configuration %s, and says so', async (_how, async) => {
    const { command, ask } = await configured(failing(async));
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    await shows(command, /Converse .*\n[^]*Converse .*\n/);
    // What is written to the one stream may be read before what was written to the other.
    await vi.waitFor(() => {
      expect(command.error().match(/^bedrock-local: onRequest failed: Error: my own$/gm)).toHaveLength(2);
    });
  });

  // The second is the name that Windows may have for it.
  it.each(['EPIPE', 'EOF'])('goes on when nobody reads its output any more, told by %s', async (code) => {
    const { command, ask } = await configured(
      `const gone = Object.assign(new Error('write ${code}'), { code: '${code}' });
       export default { auth: 'off', onRequest() { setImmediate(() => process.stdout.emit('error', gone)); } };`,
    );
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    command.child.kill('SIGTERM');
    expect(await command.exited).toBe(0);
    expect(command.error()).toBe('');
  });

  it('keeps no more than a mebibyte of a log that nobody reads, and goes on with it when somebody does', async () => {
    const command = run('--port', '0');
    const [, url] = await shows(command, /listening on (\S+) /);
    const { stdout } = command.child;
    stdout?.pause();
    for (let call = 0; call < 100; call += 1) await fetch(`${url}/${'a'.repeat(60_000)}`);
    stdout?.resume();
    await vi.waitFor(async () => {
      await fetch(`${url}/read`);
      expect(command.out()).toMatch(/GET \/read {2}404/);
    });
    expect(command.out().length).toBeLessThan(3_000_000);
  });

  it('ends when it is told to though nobody reads its log', async () => {
    const command = run('--port', '0');
    const [, url] = await shows(command, /listening on (\S+) /);
    command.child.stdout?.pause();
    // More than pipes hold.
    for (let call = 0; call < 100; call += 1) await fetch(`${url}/${'a'.repeat(8000)}`);
    command.child.kill();
    const [status] = (await once(command.child, 'exit')) as [number | null]; // Node's own event
    expect(status).toBe(0);
  });

  it('goes on when nobody reads what it says of errors any more', async () => {
    const { command, ask } = await configured(failing(''));
    command.child.stderr?.destroy();
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    command.child.kill();
    expect(await command.exited).toBe(0);
  });

  it.runIf(existsSync('/dev/full'))(
    'says in one line that its log cannot be written, and ends with status 1',
    async () => {
      const full = await open('/dev/full', 'w');
      onTestFinished(() => full.close());
      const words = ['--conditions=@bedrock-kit/source', program, '--port', '0'];
      const told = spawn(process.execPath, words, { stdio: ['ignore', full.fd, 'pipe'] });
      running.add(told);
      let said = '';
      told.stderr?.on('data', (data: Buffer) => (said += data.toString()));
      expect(await once(told, 'close')).toEqual([1, null]);
      expect(said).toBe(
        'bedrock-local: its output cannot be written: ENOSPC: no space left on device, write\n',
      );
      const untold = spawn(process.execPath, words, { stdio: ['ignore', full.fd, full.fd] });
      running.add(untold);
      expect(await once(untold, 'close')).toEqual([1, null]);
    },
  );

  it('says in one line what is wrong, and ends with status 1', async () => {
    const wrong = run('--prot', '1');
    expect(await wrong.exited).toBe(1);
    expect(wrong.error()).toBe('bedrock-local: --prot is not an option. Did you mean --port?\n');
    expect(wrong.out()).toBe('');
  });

  it('says where the module of its configuration throws, who shows where one cannot be read, and what a file of another kind has to be', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bedrock-local-'));
    const [throws, broken, other, says, lacks] = [
      'throws.mjs',
      'broken.mjs',
      'other.yaml',
      'says.mjs',
      'lacks.mjs',
    ].map((name) => join(folder, name)) as [string, string, string, string, string]; // as many as the names
    await writeFile(throws, "\nthrow new Error('no key');");
    await writeFile(broken, 'export default { auth: };');
    await writeFile(other, 'auth: off');
    await writeFile(says, "throw 'no key';");
    await writeFile(lacks, "import './nowhere.mjs';");
    const runs = [throws, broken, other, says, lacks].map((file) => run('--config', file));
    expect(await Promise.all(runs.map(({ exited }) => exited))).toEqual([1, 1, 1, 1, 1]);
    expect(runs.map(({ error }) => error())).toEqual([
      `bedrock-local: ${throws}:\n  no key (at ${pathToFileURL(throws).href}:2:7)\n`,
      `bedrock-local: ${broken}:\n  Unexpected token '}' (\`node ${broken}\` shows where)\n`,
      `bedrock-local: ${other}:\n  Unknown file extension ".yaml" for ${other} (it must be JSON, .json, or a module, .js or .mjs)\n`,
      `bedrock-local: ${says}:\n  no key\n`,
      `bedrock-local: ${lacks}:\n  Cannot find module '${join(folder, 'nowhere.mjs')}' imported from ${lacks}\n`,
    ]);
    await rm(folder, { recursive: true });
  });

  it('says that the port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const command = run('--port', String(port));
    expect(await command.exited).toBe(1);
    other.close();
    expect(command.error()).toBe(
      `bedrock-local: Port ${port} on 127.0.0.1 is taken: choose another, or 0 for any free one.\n`,
    );
  });

  it('tells its help and its version', async () => {
    const help = run('--help');
    const version = run('--version');
    expect(await Promise.all([help.exited, version.exited])).toEqual([0, 0]);
    expect(help.out()).toMatch(/^bedrock-local: an Amazon Bedrock on your own machine, for tests\n\nUsage: /);
    expect(version.out()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
