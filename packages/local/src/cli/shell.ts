/**
 * How a shell sets a variable of the environment, in a line that can be pasted into it.
 */

export type Shell = 'posix' | 'powershell';

/**
 * The shell in which the command was started. On Windows that is PowerShell, unless something names another: the bash of Git for
 * Windows sets `SHELL`, which neither PowerShell nor cmd does.
 */
export function shellOf(platform: string, environment: Readonly<Record<string, string | undefined>>): Shell {
  return platform === 'win32' && !environment['SHELL'] ? 'powershell' : 'posix';
}

/** How it takes variables away. In PowerShell an empty text does that. */
export function unsettingOf(names: readonly string[], shell: Shell): string[] {
  if (shell === 'posix') return [`unset ${names.join(' ')}`];
  return names.map((name) => settingOf(name, '', shell));
}

/**
 * The value as it is: a configuration file is data, and none of its texts may be a command to whoever pastes the line.
 *
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02: single quotes preserve all but themselves.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_environment_variables: an empty text unsets.
 * https://github.com/PowerShell/PowerShell/blob/master/src/System.Management.Automation/engine/parser/CharTraits.cs: PowerShell takes
 * curved quotes for straight ones.
 */
export function settingOf(name: string, value: string, shell: Shell): string {
  if (shell === 'powershell') return `$env:${name} = '${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  return `export ${name}=${/^[\w%+,./:=@-]*$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`}`;
}
