/**
 * What a JSON schema says, whatever is missing in it or of another type.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject } from '../json.ts';

/** @param endsHere - whether `null`, or else what holds no values, is taken where the schema allows it, so that a recursive schema ends */
export function typeOf(schema: JsonObject, endsHere: boolean): string {
  const type = schema['type'];
  if (typeof type === 'string') return type;
  if (isList(type)) {
    const plain = type.filter((one) => one !== 'object' && one !== 'array');
    return textOf((endsHere ? (plain.find((one) => one === 'null') ?? plain[0]) : undefined) ?? type[0]);
  }
  if (schema['properties'] !== undefined || schema['required'] !== undefined) return 'object';
  if (schema['items'] !== undefined) return 'array';
  return 'string';
}

/** A JSON value as one would write it in a sentence. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The list; an empty one for anything else. */
export function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

/** The names that it requires; what is no name is passed over. */
export function requiredOf(schema: JsonObject): readonly string[] {
  return listOf(schema['required']).filter((name) => typeof name === 'string');
}

/** The object; an empty one for anything else, such as the schema `true`. */
export function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** RFC 6901, in a URI fragment: `#/$defs/name`. */
export function pointer(root: Json | undefined, ref: string): Json | undefined {
  let node: Json | undefined = root;
  for (const part of ref.replace(/^#\/?/, '').split('/')) {
    if (part === '') continue;
    node = asObject(node)[decoded(part).replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return node;
}

/** A name with a percent sign of its own stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Both schemas in one, as `allOf` means them. Where both say something, the second goes before the first. */
export function merge(left: JsonObject, right: JsonObject): JsonObject {
  const required = [left['required'], right['required']].flatMap(listOf);
  const properties = { ...asObject(left['properties']), ...asObject(right['properties']) };
  return {
    ...left,
    ...right,
    ...(required.length > 0 ? { required: [...new Set(required)] } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  };
}

export function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function integerOf(value: Json | undefined): number | undefined {
  return Number.isInteger(value) ? numberOf(value) : undefined;
}

/** @param step - between two values; undefined for any number */
export function lowerBound(schema: JsonObject, step: number | undefined): number {
  const exclusive = numberOf(schema['exclusiveMinimum']) ?? -Infinity;
  return Math.max(numberOf(schema['minimum']) ?? -Infinity, exclusive + (step ?? leastStep(exclusive)));
}

export function upperBound(schema: JsonObject, step: number | undefined): number {
  const exclusive = numberOf(schema['exclusiveMaximum']) ?? Infinity;
  return Math.min(numberOf(schema['maximum']) ?? Infinity, exclusive - (step ?? leastStep(exclusive)));
}

/** Enough to make a number of that size another number. */
function leastStep(bound: number): number {
  return Number.isFinite(bound) ? Number.EPSILON * Math.max(1, Math.abs(bound)) * 4 : 0;
}
