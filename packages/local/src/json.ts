/**
 * Questions about JSON values from outside, whose type is not known yet.
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';

/** Whether a value has members by name: an object, but not a list and not null. */
export function isObject(value: Json | undefined): value is JsonObject;
export function isObject(value: unknown): value is Record<string, unknown>;
export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list of JSON values. `Array.isArray` would make it a list of `any`. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The objects of a list, each at its own place: what is none there has no members. */
export function objectsIn(list: Json | undefined): JsonObject[] {
  return (isList(list) ? list : []).map((item) => (isObject(item) ? item : {}));
}

/** Whether a value is a whole number from 0 on. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** The member at the end of a path; undefined where the path leads nowhere. */
export function memberAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    // The items of a list are its members `0`, `1`, ...
    (node, name) => (typeof node === 'object' && node !== null ? (node as JsonObject)[name] : undefined),
    value,
  );
}
