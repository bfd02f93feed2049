/**
 * Reading the members of a JSON object that came from outside, each by its type.
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject } from '../json.ts';
import { malformedInput } from './schema-check.ts';

/** The value of a member; undefined for null as well, which means absent. */
function givenIn(object: JsonObject, key: string): Exclude<Json, null> | undefined {
  return object[key] ?? undefined;
}

/** @throws {ServiceError} `ValidationException` when the member is there and no text */
export function optionalText(object: JsonObject, key: string, place: string): string | undefined {
  const value = givenIn(object, key);
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw wrongType(`${place}/${key}`, 'String', value);
  return value;
}

export function text(object: JsonObject, key: string, place: string): string {
  const value = optionalText(object, key, place);
  if (value === undefined) throw malformedInput(`#${place}: required key [${key}] not found`);
  return value;
}

export function optionalNumber(object: JsonObject, key: string, place: string): number | undefined {
  const value = givenIn(object, key);
  if (value === undefined) return undefined;
  if (typeof value !== 'number') throw wrongType(`${place}/${key}`, 'Number', value);
  return value;
}

/** The objects of a list. */
export function objects(object: JsonObject, key: string, place: string): JsonObject[] {
  const value = givenIn(object, key);
  if (value === undefined) return [];
  if (!isList(value)) throw wrongType(`${place}/${key}`, 'JSONArray', value);
  return value.map((item, index) => {
    if (!isObject(item)) throw wrongType(`${place}/${key}/${index}`, 'JSONObject', item);
    return item;
  });
}

/** The texts of a list. */
export function texts(object: JsonObject, key: string, place: string): string[] | undefined {
  const value = givenIn(object, key);
  if (value === undefined) return undefined;
  if (!isList(value)) throw wrongType(`${place}/${key}`, 'JSONArray', value);
  return value.map((item, index) => {
    if (typeof item !== 'string') throw wrongType(`${place}/${key}/${index}`, 'String', item);
    return item;
  });
}

/** A member that may have one of these values and no other. */
export function optionalChoice<Value extends string | number>(
  object: JsonObject,
  key: string,
  place: string,
  allowed: readonly Value[],
): Value | undefined {
  const value = givenIn(object, key);
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw malformedInput(`#${place}/${key}: ${JSON.stringify(value)} is not a valid enum value`);
}

export function choice<Value extends string | number>(
  object: JsonObject,
  key: string,
  place: string,
  allowed: readonly Value[],
): Value {
  const value = optionalChoice(object, key, place, allowed);
  if (value === undefined) throw malformedInput(`#${place}: required key [${key}] not found`);
  return value;
}

/** A number from one bound to the other, both included. */
export function optionalNumberIn(
  object: JsonObject,
  key: string,
  place: string,
  [lowest, highest]: readonly [lowest: number, highest: number],
): number | undefined {
  const value = optionalNumber(object, key, place);
  if (value === undefined) return undefined;
  if (value < lowest) throw malformedInput(`#${place}/${key}: ${value} is not greater or equal to ${lowest}`);
  if (value > highest) throw malformedInput(`#${place}/${key}: ${value} is not less or equal to ${highest}`);
  return value;
}

/** A whole number from one bound to the other. */
export function optionalIntegerIn(
  object: JsonObject,
  key: string,
  place: string,
  bounds: readonly [lowest: number, highest: number],
): number | undefined {
  const value = optionalNumberIn(object, key, place, bounds);
  if (value !== undefined && !Number.isInteger(value)) throw wrongType(`${place}/${key}`, 'Integer', value);
  return value;
}

export function optionalFlag(object: JsonObject, key: string, place: string): boolean | undefined {
  const value = givenIn(object, key);
  if (value === undefined) return undefined;
  if (typeof value !== 'boolean') throw wrongType(`${place}/${key}`, 'Boolean', value);
  return value;
}

export function optionalObject(object: JsonObject, key: string, place: string): JsonObject | undefined {
  const value = givenIn(object, key);
  if (value === undefined) return undefined;
  if (!isObject(value)) throw wrongType(`${place}/${key}`, 'JSONObject', value);
  return value;
}

export function objectIn(object: JsonObject, key: string, place: string): JsonObject {
  const value = optionalObject(object, key, place);
  if (value === undefined) throw malformedInput(`#${place}: required key [${key}] not found`);
  return value;
}

/** The name of the one member that an object has out of several. */
export function oneKey<Key extends string>(object: JsonObject, place: string, keys: readonly Key[]): Key {
  const [key, ...others] = keys.filter((each) => givenIn(object, each) !== undefined);
  if (key !== undefined && others.length === 0) return key;
  throw malformedInput(`#${place}: exactly one of the keys [${keys.join('], [')}] must be given`);
}

/** Refuses a text that has too few characters or too many. */
export function checkLength(
  value: string,
  pointer: string,
  [shortest, longest]: readonly [number, number],
): void {
  // JSON Schema counts characters, not the two halves of a surrogate pair.
  const { length } = Array.from(value);
  if (length < shortest)
    throw malformedInput(`#${pointer}: expected minLength: ${shortest}, actual: ${length}`);
  if (length > longest)
    throw malformedInput(`#${pointer}: expected maxLength: ${longest}, actual: ${length}`);
}

/** Refuses a list without items, or with more than there may be. */
export function checkCount({ length }: readonly unknown[], pointer: string, most: number): void {
  if (length === 0) throw malformedInput(`#${pointer}: expected minimum item count: 1, found: 0`);
  if (length > most)
    throw malformedInput(`#${pointer}: expected maximum item count: ${most}, found: ${length}`);
}

function wrongType(pointer: string, expected: string, value: Json): Error {
  return malformedInput(`#${pointer}: expected type: ${expected}, found: ${typeNameOf(value)}`);
}

/** As the JSON Schema library in front of the models names it. */
function typeNameOf(value: Json): string {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'JSONArray';
  if (typeof value === 'object') return 'JSONObject';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'BigDecimal';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}
