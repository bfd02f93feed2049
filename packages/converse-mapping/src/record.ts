// Reading values whose shape nobody promised: provider options, model output, JSON schemas.

export type UnknownRecord = { readonly [key: string]: unknown };

/** A JSON object, so neither null nor an array nor bytes. */
export function isRecord(value: unknown): value is UnknownRecord {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

/** The value when it is a JSON object, else an empty one. */
export function recordOf(value: unknown): UnknownRecord {
  return isRecord(value) ? value : {};
}

/** The items of a list nobody promised, or none. */
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

/** A copy without the members of these names, all of them optional ones. */
export function without<T extends object>(value: T, ...names: readonly (keyof T)[]): T {
  const kept = Object.entries(value).filter(([name]) => !names.some((gone) => gone === name));
  // Object.fromEntries forgets the type; a value without some of its optional members still has it.
  return Object.fromEntries(kept) as T;
}

/** A copy without the members whose value is undefined, or undefined when none is left. */
export function withoutUndefined<T extends object>(value: T): T | undefined {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  // Object.fromEntries forgets the key type; the entries are the value's own.
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as T);
}
