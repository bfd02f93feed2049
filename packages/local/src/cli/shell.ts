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

/** https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_environment_variables: an empty text unsets. */
export function settingOf(name: string, value: string, shell: Shell): string {
  return shell === 'posix' ? `export ${name}=${value}` : `$env:${name} = '${value.replaceAll("'", "''")}'`;
}
