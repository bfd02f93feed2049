// A look into the JSON documents of a request: schemas, tool inputs, model-specific fields.
// https://smithy.io/2.0/spec/simple-types.html#document
import type { Json, JsonObject } from '../values.ts';

/** The value at a path of members, `undefined` where there is none. */
export function memberAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  let at = value;
  for (const name of path) {
    if (!isJsonObject(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a text of JSON says; undefined when it says none. */
export function objectIn(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    if (isJsonObject(value)) return value;
  } catch {
    // It is no JSON, and so no object.
  }
  return undefined;
}
