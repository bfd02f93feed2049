// Checks a value against its shape: presence, type, length, range, pattern, enumeration, one member of a union.
// https://smithy.io/2.0/spec/constraint-traits.html
import { blobLength, isBlob } from './blob-length.ts';
import { type Check, collect, misjoined, mistyped, refuse } from './limit-report.ts';
import type {
  BlobShape,
  List,
  MapShape,
  NumberShape,
  Shape,
  StringShape,
  Structure,
  Union,
} from './shape.ts';
import type { Violation } from './violation.ts';

/**
 * Every constraint of the service model that a value breaks, in the order of its members. Members that the shape does
 * not have are left alone, as AWS does; `null` and `undefined` count as absent.
 */
export function checkLimits(shape: Shape, value: unknown): Violation[] {
  const violations: Violation[] = [];
  checkValue(shape, value, { path: [], violations, sensitive: 0 });
  return violations;
}

/** Whether a request has a form that rules can walk: every required member there, every value of its type. */
export function isWellFormed(violations: readonly Violation[]): boolean {
  return violations.every(({ rule }) => rule !== 'required' && rule !== 'type' && rule !== 'union');
}

function checkValue(shape: Shape, value: unknown, check: Check): void {
  if (shape.sensitive) check.sensitive += 1;
  switch (shape.type) {
    case 'structure':
      checkStructure(shape, value, check);
      break;
    case 'union':
      checkUnion(shape, value, check);
      break;
    case 'list':
      checkList(shape, value, check);
      break;
    case 'map':
      checkMap(shape, value, check);
      break;
    case 'string':
      if (typeof value !== 'string') mistyped('a string', check);
      else checkString(shape, value, check);
      break;
    case 'enum':
      if (typeof value !== 'string') mistyped('a string', check);
      else if (!shape.values.includes(value)) {
        refuse('enum', `Member must satisfy enum value set: [${shape.values.join(', ')}]`, value, check);
      }
      break;
    case 'blob':
      checkBlob(shape, value, check);
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

function checkStructure(shape: Structure, value: unknown, check: Check): void {
  if (!isObject(value)) {
    mistyped('an object', check);
    return;
  }
  for (const name in shape.required) {
    const member = value[name];
    check.path.push(name);
    // The loop walks the shape's own names, so the shape is there.
    if (member === undefined || member === null) refuse('required', 'Member must not be null', null, check);
    else checkValue(shape.required[name] as Shape, member, check);
    check.path.pop();
  }
  for (const name in shape.optional) {
    const member = value[name];
    if (member === undefined || member === null) continue;
    check.path.push(name);
    // As above: the name is the shape's own.
    checkValue(shape.optional[name] as Shape, member, check);
    check.path.pop();
  }
}

function checkUnion(shape: Union, value: unknown, check: Check): void {
  // An event stream is checked event by event, when the events are there.
  if (shape.stream) return;
  if (!isObject(value)) {
    mistyped('an object', check);
    return;
  }
  let found: string | undefined;
  for (const name in shape.members) {
    if (value[name] === undefined || value[name] === null) continue;
    if (found !== undefined) {
      misjoined('can only set', shape, check);
      return;
    }
    found = name;
  }
  if (found === undefined) {
    misjoined('must set', shape, check);
    return;
  }
  check.path.push(found);
  // The loop walked the shape's own names, so the shape is there.
  checkValue(shape.members[found] as Shape, value[found], check);
  check.path.pop();
}

function checkList(shape: List, value: unknown, check: Check): void {
  if (!Array.isArray(value)) {
    mistyped('an array', check);
    return;
  }
  checkLength('size', shape, value.length, undefined, check);
  const texts = shape.member.type === 'string' || shape.member.type === 'enum';
  const before = check.violations.length;
  value.forEach((item: unknown, index) => {
    check.path.push(index);
    if (item === undefined || item === null) refuse('required', 'Member must not be null', null, check);
    else checkValue(shape.member, item, check);
    check.path.pop();
  });
  if (texts) collect('Member', shape.member, `[${value.join(', ')}]`, before, check);
}

function checkMap(shape: MapShape, value: unknown, check: Check): void {
  if (!isObject(value)) {
    mistyped('an object', check);
    return;
  }
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null);
  checkLength('size', shape, entries.length, undefined, check);
  const before = check.violations.length;
  for (const [key] of entries) {
    check.path.push(key);
    checkString(shape.key, key, check);
    check.path.pop();
  }
  collect('Map keys', shape.key, undefined, before, check);
  const between = check.violations.length;
  for (const [key, entry] of entries) {
    check.path.push(key);
    checkValue(shape.value, entry, check);
    check.path.pop();
  }
  if (shape.value.type === 'string') collect('Map value', shape.value, undefined, between, check);
}

function checkBlob(shape: BlobShape, value: unknown, check: Check): void {
  if (isBlob(value)) checkLength('length', shape, blobLength(value), undefined, check);
  else mistyped('a Uint8Array or { base64: string }', check);
}

function checkNumber(shape: NumberShape, value: unknown, check: Check): void {
  const whole = shape.type === 'integer' || shape.type === 'long';
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    {
      mistyped(whole ? 'an integer' : 'a number', check);
      return;
    }
  }
  const { min, max } = shape;
  if (max !== undefined && value > max) {
    refuse('range', `Member must have value less than or equal to ${max}`, value, check);
  }
  if (min !== undefined && value < min) {
    refuse('range', `Member must have value greater than or equal to ${min}`, value, check);
  }
}

/** Compiled once for each pattern; a service model has a few dozen. */
const compiled = new Map<string, RegExp>();

function checkString(shape: StringShape, value: string, check: Check): void {
  checkLength('length', shape, lengthOf(value, shape.max), value, check);
  const { pattern } = shape;
  if (pattern === undefined) return;
  let expression = compiled.get(pattern);
  if (!expression) {
    // AWS matches the whole value, also where the pattern has no anchors.
    expression = new RegExp(`^(?:${pattern})$`);
    compiled.set(pattern, expression);
  }
  if (!expression.test(value)) {
    refuse('pattern', `Member must satisfy regular expression pattern: ${pattern}`, value, check);
  }
}

function checkLength(
  rule: 'length' | 'size',
  { min, max }: { readonly min?: number; readonly max?: number },
  length: number,
  shown: string | undefined,
  check: Check,
): void {
  if (max !== undefined && length > max) {
    refuse(rule, `Member must have length less than or equal to ${max}`, shown, check);
  }
  if (min !== undefined && length < min) {
    refuse(rule, `Member must have length greater than or equal to ${min}`, shown, check);
  }
}

/** Code points, as Smithy counts; code units while they tell enough, which for texts of any size costs nothing. */
function lengthOf(value: string, max: number | undefined): number {
  return max === undefined || value.length <= max || value.length > 2 * max
    ? value.length
    : Array.from(value).length;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isBytes(value);
}

function isBytes(value: object): boolean {
  return ArrayBuffer.isView(value);
}
