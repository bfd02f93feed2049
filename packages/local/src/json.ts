/**
 * Stepping into a value of which nobody has yet said what it is.
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';

/** Whether a value has members by name: no list, and not null. */
export function isObject(value: Json | undefined): value is JsonObject;
export function isObject(value: unknown): value is Record<string, unknown>;
export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member at the end of a path; undefined where the path leads nowhere. */
export function memberAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    // A list has its items under their numbers.
    (node, name) => (typeof node === 'object' && node !== null ? (node as JsonObject)[name] : undefined),
    value,
  );
}
