// A tool that is called wrongly says how to call it, and does nothing else.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../packages.js';

const tools = {
  'start.js': ['--live', 'nonsense'],
  'test.js': ['nonsense'],
  'bench/run.js': ['eventstream', '--rounds', 'nonsense'],
  'fuzz.js': ['nonsense'],
  'load.js': ['nonsense'],
  'figures.js': ['nonsense'],
  'tables.js': ['nonsense'],
  'versions.js': ['nonsense'],
  'runtimes/run.js': ['nonsense'],
  'registry/rehearsal.js': ['--keep', 'nonsense'],
};

function called(tool, args) {
  const options = ['--conditions=@bedrock-kit/source', '--disable-warning=ExperimentalWarning'];
  const program = join(root, 'tools', tool);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, program, ...args], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

describe.each(Object.entries(tools))('%s', (tool, wrong) => {
  const usage = /^Usage: (?:npm |node ).+\n$/;

  test('says how it is called', () => {
    expect(called(tool, ['--help'])).toEqual({
      status: 0,
      stdout: expect.stringMatching(usage),
      stderr: '',
    });
  });

  test.each([[wrong], [['--nonsense']]])('refuses %j in two lines', (args) => {
    expect(called(tool, args)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^.+\nUsage: .+\n$/),
    });
  });
});
