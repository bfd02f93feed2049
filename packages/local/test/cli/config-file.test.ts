import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/cli/config-file.ts';
import { LocalBedrockError } from '../../src/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedrock-local-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function problemsOf(text: string): Promise<string[]> {
  const path = await file('wrong.json', text);
  const error: unknown = await readConfiguration(path).catch((thrown: unknown) => thrown);
  if (!LocalBedrockError.isInstance(error)) throw new Error('The file was taken.');
  expect([error.code, error.place]).toEqual(['invalid-config', path]);
  const [first, ...problems] = error.message.split('\n');
  expect(first).toBe(`${path}:`);
  return problems.map((line) => line.trim());
}

describe('a configuration file', () => {
  it('is JSON with the options, and where to listen', async () => {
    const path = await file(
      'right.json',
      '{"port": 0, "log": "none", "region": "eu-west-1", "rules": "off"}',
    );
    expect(await readConfiguration(path)).toEqual({
      port: 0,
      host: undefined,
      log: 'none',
      options: { region: 'eu-west-1', rules: 'off' },
    });
  });

  it('may begin with a byte order mark, as Windows writes it', async () => {
    const path = await file('marked.json', '\ufeff{"region": "eu-west-1"}');
    expect((await readConfiguration(path)).options).toEqual({ region: 'eu-west-1' });
  });

  it('may be UTF-16, as > of PowerShell 5.1 writes it', async () => {
    const path = join(folder, 'wide.json');
    await writeFile(path, '\ufeff{"region": "eu-west-1"}\r\n', 'utf16le');
    expect((await readConfiguration(path)).options).toEqual({ region: 'eu-west-1' });
  });

  it('is a module where models of one’s own are wanted', async () => {
    const path = await file('right.mjs', "export default { models: { 'a.*': () => 'hi' }, host: '::1' };");
    const { host, options } = await readConfiguration(path);
    expect([host, typeof options.models?.['a.*']]).toEqual(['::1', 'function']);
  });

  it('is told of every wrong key, each in a line of its own', async () => {
    const problems = await problemsOf(
      JSON.stringify({
        port: -1,
        host: 7,
        log: 'loud',
        regoin: 'us-east-1',
        region: 'Frankfurt',
        auth: true,
        credentials: { accessKeyId: 'a' },
        apiKeys: 'key',
        models: { 'a.*': 'text' },
        pace: { betweenMs: 3 },
        guardrails: { gr1: { words: 'x' }, 'G R': {} },
        faults: {},
        maxRequestBytes: 1.5,
        somethingElseEntirely: 1,
      }),
    );
    expect(problems).toEqual([
      'port must be a whole number from 0 to 65535, not -1.',
      'host must be a string, not 7.',
      'log must be text, json or none, not "loud".',
      'regoin is not an option (did you mean region?).',
      'region must be a Region such as "us-east-1", not "Frankfurt".',
      'auth must be "verify" or "off", not true.',
      'credentials must be { accessKeyId, secretAccessKey } or a list of such pairs.',
      'apiKeys must be a list of strings that are not empty.',
      'models must hold functions, but "a.*" is "text".',
      'pace has no member betweenMs (choose from firstEventMs, betweenEventsMs).',
      'guardrails.gr1.words must be a list of strings, not "x".',
      'faults must be a list, not {}.',
      'maxRequestBytes must be a whole number from 0, not 1.5.',
      expect.stringMatching(
        /^somethingElseEntirely is not an option \(choose from region, accountId, /,
      ) as string,
    ]);
  });

  it('is told of what it has beside the options, too', async () => {
    expect(await problemsOf('{"prot": 0, "hots": "::1", "verbose": true}')).toEqual([
      'prot is not an option (did you mean port?).',
      'hots is not an option (did you mean host?).',
      expect.stringMatching(
        /^verbose is not an option \(choose from region, .*, port, host, log\)\.$/,
      ) as string,
    ]);
  });

  it('is told of a place inside an option as code would write it', async () => {
    expect(await problemsOf('{"pace": {"firstEventMs": "5"}}')).toEqual([
      'pace.firstEventMs must be a number of milliseconds from 0, not "5".',
    ]);
  });

  it('is told of every wrong fault', async () => {
    const faults = [{ kind: 'throttle' }, { kind: 'throttl' }, { kind: 'stall', ms: 5, afer: 1 }];
    expect(await problemsOf(JSON.stringify({ faults }))).toEqual([
      'faults[1].kind is "throttl", which is no kind of fault (did you mean throttle?).',
      'faults[2].afer is no member of the fault stall (did you mean after?).',
    ]);
  });

  it('that is a module without a default export is told what it lacks', async () => {
    const path = await file('named.mjs', "export const options = { auth: 'off' };");
    await expect(readConfiguration(path)).rejects.toThrow(
      `${path}:\n  The default export of the module must be an object of options.`,
    );
  });

  it.each([
    ['[]', 'The file must be an object of options.'],
    ['{"region": }', /JSON/],
  ])('that is no object is refused: %s', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([
      typeof problem === 'string' ? problem : (expect.stringMatching(problem) as string),
    ]);
  });

  it.each(['none.json', 'none.mjs'])('that is not there is named, and no file of ours: %s', async (name) => {
    const path = join(folder, name);
    await expect(readConfiguration(path)).rejects.toThrow(
      `${path}:\n  ENOENT: no such file or directory, open '${path}'`,
    );
  });
});
