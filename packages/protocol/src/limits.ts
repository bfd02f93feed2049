// Checks a value against its shape: presence, type, length, range, pattern, enumeration, one member of a union.
// https://smithy.io/2.0/spec/constraint-traits.html
import { blobLength, isBlob } from './blob-length.ts';
import { boundsOf, textConstraints } from './constraints.ts';
import { type Check, collect, misjoined, mistyped, refuse } from './limit-report.ts';
import type { List, MapShape, Members, NumberShape, Shape, Union } from './shape.ts';
import type { Violation } from './violation.ts';

/**
 * Returns every constraint of the service model that a value breaks, in the order of its members. Members that the shape
 * does not have are ignored, as AWS does; `null` and `undefined` count as absent.
 */
export function checkLimits(shape: Shape, value: unknown): Violation[] {
  const violations: Violation[] = [];
  checkValue(shape, value, { path: [], violations, sensitive: 0 });
  return violations;
}

/** Whether a request has a form that rules can walk: required members are there, values have their type. AWS, too, checks that first. */
export function isWellFormed(violations: readonly Violation[]): boolean {
  return violations.every(({ rule }) => rule !== 'required' && rule !== 'type' && rule !== 'union');
}

function checkValue(shape: Shape, value: unknown, check: Check): void {
  if (shape.sensitive) check.sensitive += 1;
  switch (shape.type) {
    case 'structure':
      if (!isObject(value)) mistyped('an object', check);
      else {
        checkMembers(shape.required, value, true, check);
        checkMembers(shape.optional, value, false, check);
      }
      break;
    case 'union':
      // An event stream is checked event by event, when the events are there.
      if (shape.stream) break;
      if (!isObject(value)) mistyped('an object', check);
      else checkUnion(shape, value, check);
      break;
    case 'list':
      if (!Array.isArray(value)) mistyped('an array', check);
      else checkList(shape, value, check);
      break;
    case 'map':
      if (!isObject(value)) mistyped('an object', check);
      else checkMap(shape, value, check);
      break;
    case 'string':
    case 'enum':
      if (typeof value !== 'string') mistyped('a string', check);
      else refuse(textConstraints(shape, value), value, check);
      break;
    case 'blob':
      if (!isBlob(value)) mistyped('a Uint8Array or { base64: string }', check);
      else refuse(boundsOf('length', shape, blobLength(value)), undefined, check);
      break;
    case 'boolean':
      if (typeof value !== 'boolean') mistyped('a boolean', check);
      break;
    case 'timestamp':
      if (!(value instanceof Date) || Number.isNaN(value.getTime())) mistyped('a valid Date', check);
      break;
    case 'document':
      break;
    default:
      checkNumber(shape, value, check);
  }
  if (shape.sensitive) check.sensitive -= 1;
}

type Value = Readonly<Record<string, unknown>>;

function checkMembers(members: Members | undefined, value: Value, required: boolean, check: Check): void {
  // The loop walks the shape's own names, so the shape is there.
  for (const name in members) checkMember(name, members[name] as Shape, value[name], required, check);
}

/** One step further down. */
function checkMember(
  step: string | number,
  shape: Shape,
  value: unknown,
  required: boolean,
  check: Check,
): void {
  const absent = value === undefined || value === null;
  if (absent && !required) return;
  check.path.push(step);
  if (absent) refuse([['required', 'Member must not be null']], null, check);
  else checkValue(shape, value, check);
  check.path.pop();
}

function checkUnion(shape: Union, value: Value, check: Check): void {
  const found = Object.keys(shape.members).filter(
    (name) => value[name] !== undefined && value[name] !== null,
  );
  if (found.length === 0) misjoined('must set', shape, check);
  else if (found.length > 1) misjoined('can only set', shape, check);
  else {
    for (const name of found) checkMember(name, shape.members[name] as Shape, value[name], true, check);
  }
}

function checkList(shape: List, value: readonly unknown[], check: Check): void {
  refuse(boundsOf('size', shape, value.length), undefined, check);
  const before = check.violations.length;
  for (const [index, item] of value.entries()) checkMember(index, shape.member, item, true, check);
  collect('Member', shape.member, value, before, check);
}

function checkMap(shape: MapShape, value: Value, check: Check): void {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null);
  refuse(boundsOf('size', shape, entries.length), undefined, check);
  const before = check.violations.length;
  for (const [key] of entries) checkMember(key, shape.key, key, true, check);
  collect('Map keys', shape.key, undefined, before, check);
  const between = check.violations.length;
  for (const [key, entry] of entries) checkMember(key, shape.value, entry, true, check);
  collect('Map value', shape.value, undefined, between, check);
}

/** AWS's framework shows a number that may have a fraction always with one: https://github.com/redpanda-data/ai-sdk-go, errors_test.go */
function checkNumber(shape: NumberShape, value: unknown, check: Check): void {
  const whole = shape.type === 'integer' || shape.type === 'long';
  const isInteger = Number.isInteger(value);
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !isInteger))
    mistyped(whole ? 'an integer' : 'a number', check);
  else refuse(boundsOf('range', shape, value), isInteger && !whole ? value.toFixed(1) : value, check);
}

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
