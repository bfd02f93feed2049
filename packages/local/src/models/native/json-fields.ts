/**
 * Reading the members of a JSON object that came from outside, each by its type.
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { malformedInput } from './native-body.ts';

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws {ServiceError} `ValidationException` when the member is there and no text */
export function optionalText(object: JsonObject, key: string, place: string): string | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrongType(`${place}/${key}`, 'String', value);
  return value;
}

export function text(object: JsonObject, key: string, place: string): string {
  const value = optionalText(object, key, place);
  if (value === undefined) throw malformedInput(`#${place}: required key [${key}] not found`);
  return value;
}

export function optionalNumber(object: JsonObject, key: string, place: string): number | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw wrongType(`${place}/${key}`, 'Number', value);
  return value;
}

/** The objects of a list. */
export function objects(object: JsonObject, key: string, place: string): JsonObject[] {
  const value = object[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrongType(`${place}/${key}`, 'JSONArray', value);
  // A JSON value that is an array holds JSON values.
  return (value as Json[]).map((item, index) => {
    if (!isObject(item)) throw wrongType(`${place}/${key}/${index}`, 'JSONObject', item);
    return item;
  });
}

/** The texts of a list; a single text stands for a list of one. */
export function texts(object: JsonObject, key: string, place: string): string[] | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  const list = Array.isArray(value) ? (value as Json[]) : [value];
  return list.map((item, index) => {
    if (typeof item !== 'string') throw wrongType(`${place}/${key}/${index}`, 'String', item);
    return item;
  });
}

/** In the words of the JSON Schema library that stands in front of the models. */
function wrongType(pointer: string, expected: string, value: Json): Error {
  const found =
    value === null
      ? 'Null'
      : Array.isArray(value)
        ? 'JSONArray'
        : typeof value === 'object'
          ? 'JSONObject'
          : typeof value === 'number'
            ? Number.isInteger(value)
              ? 'Integer'
              : 'BigDecimal'
            : typeof value === 'boolean'
              ? 'Boolean'
              : 'String';
  return malformedInput(`#${pointer}: expected type: ${expected}, found: ${found}`);
}
