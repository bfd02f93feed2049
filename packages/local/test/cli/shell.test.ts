import { describe, expect, it } from 'vitest';
import { settingOf, shellOf, unsettingOf } from '../../src/cli/shell.ts';

describe('the shell', () => {
  it.each([
    ['linux', { SHELL: '/bin/bash' }, 'posix'],
    ['linux', {}, 'posix'],
    ['darwin', { SHELL: '/bin/zsh' }, 'posix'],
    ['win32', {}, 'powershell'],
    // Git's own, where there is one.
    ['win32', { SHELL: '/usr/bin/bash', MSYSTEM: 'MINGW64' }, 'posix'],
  ] as const)('on %s with %j is %s', (platform, environment, shell) => {
    expect(shellOf(platform, environment)).toBe(shell);
  });

  it.each([
    ['posix', 'us-east-1', 'export AWS_REGION=us-east-1'],
    ['posix', '', 'export AWS_REGION='],
    ['posix', 'a+b/c=:@%,._-', 'export AWS_REGION=a+b/c=:@%,._-'],
    ['posix', 'x; echo $HOME `id` "y"', 'export AWS_REGION=\'x; echo $HOME `id` "y"\''],
    ['posix', "it's", String.raw`export AWS_REGION='it'\''s'`],
    ['posix', '~', "export AWS_REGION='~'"],
    ['powershell', 'us-east-1', "$env:AWS_REGION = 'us-east-1'"],
    ['powershell', '', "$env:AWS_REGION = ''"],
    ['powershell', "it's", "$env:AWS_REGION = 'it''s'"],
    ['powershell', 'a\u2019; b', "$env:AWS_REGION = 'a\u2019\u2019; b'"],
  ] as const)('%s sets %j', (shell, value, line) => {
    expect(settingOf('AWS_REGION', value, shell)).toBe(line);
  });

  it.each([
    ['posix', ['unset A B']],
    ['powershell', ["$env:A = ''", "$env:B = ''"]],
  ] as const)('%s unsets', (shell, lines) => {
    expect(unsettingOf(['A', 'B'], shell)).toEqual(lines);
  });
});
