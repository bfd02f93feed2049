// Reading values whose shape nobody promised: provider options, model output, JSON schemas.

export type UnknownRecord = { readonly [key: string]: unknown };

/** A JSON object, so neither null nor an array nor bytes. */
export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** What a text is the JSON of; undefined if it is none. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The members that are not undefined. Those of a map are as they are. */
type Defined<T> = string extends keyof T ? T : { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** The value when it is a JSON object, else an empty one. */
export function recordOf(value: unknown): UnknownRecord {
  return isRecord(value) ? value : {};
}

/** A table's own member: a name from outside, such as `toString`, never finds an inherited one. */
export function memberOf<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The items when the value is a list, else none. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The items that are JSON objects. */
export function recordsOf(value: unknown): UnknownRecord[] {
  return itemsOf(value).filter(isRecord);
}

/** The value when it is a string, else undefined. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value when it is a string, else an empty one. */
export function textOf(value: unknown): string {
  return stringOf(value) ?? '';
}

/** The value when it is a finite number, else undefined: NaN and Infinity are not JSON. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A copy with the members that pass. The type stays the same, so only optional members may be dropped. */
export function filterMembers<T extends object>(
  value: T,
  keep: (member: [name: string, value: unknown]) => boolean,
): T {
  // Object.fromEntries forgets the type; the entries are the value's own.
  return Object.fromEntries(Object.entries(value).filter(keep)) as T;
}

/** A copy without the members of these names. */
export function without<T extends object>(value: T, ...names: readonly string[]): T {
  return filterMembers(value, ([name]) => !names.includes(name));
}

/** A copy without the members whose value is undefined, or undefined when none is left. */
export function withoutUndefined<T extends object>(value: T): Defined<T> | undefined {
  // Only members that are there are left, which the type of a filter cannot tell.
  const rest = filterMembers(value, ([, member]) => member !== undefined) as Defined<T>;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/** A copy with the members of these names that are neither undefined nor null; undefined when there are none. */
export function picked(value: UnknownRecord, ...names: readonly string[]): UnknownRecord | undefined {
  return withoutUndefined(Object.fromEntries(names.map((name) => [name, value[name] ?? undefined])));
}

export function mapMembers(
  value: UnknownRecord,
  change: (member: unknown, name: string) => unknown,
): UnknownRecord {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member, name)]));
}
