/**
 * Settings that are there, whatever their value: one that is present without a value switches a default off.
 *
 * @module
 */

export function present<Settings extends object, Name extends keyof Settings>(
  settings: Settings,
  names: readonly Name[],
): Partial<Pick<Settings, Name>> {
  const entries = names.filter((name) => name in settings).map((name) => [name, settings[name]]);
  return Object.fromEntries(entries) as Partial<Pick<Settings, Name>>; // the names are of that list
}
