// A schema in the subset that constrained decoding takes. What the subset cannot say moves into the descriptions.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html

import { isRecord, type UnknownRecord, without } from '../record.ts';
import { mapSchema, someSchema } from './json-schema.ts';

/** Keywords of the subset; `minItems` stays when it is 0 or 1. */
const KEPT = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'const',
  'anyOf',
  'allOf',
  '$ref',
  '$defs',
  'definitions',
  'description',
  'title',
  'default',
]);

const FORMATS = new Set([
  'date-time',
  'time',
  'date',
  'duration',
  'email',
  'hostname',
  'uri',
  'ipv4',
  'ipv6',
  'uuid',
]);

/** Constraints worth telling the model in words. */
const TOLD = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'format',
];

/** Undefined when constrained decoding cannot take it: an object with open ends, or a schema that contains itself. */
export function strictSchema(schema: unknown): UnknownRecord | undefined {
  if (someSchema(schema, isOpen) || isRecursive(schema)) return undefined;
  const strict = mapSchema(schema, toSubset);
  return isRecord(strict) ? strict : undefined;
}

/** An object that may hold more than it names; closing it would change what it means. */
function isOpen(schema: UnknownRecord): boolean {
  const additional = schema['additionalProperties'];
  const open = additional !== undefined && additional !== false && !isEmptyChoice(additional);
  return open || isRecord(schema['patternProperties']);
}

function isEmptyChoice(additional: unknown): boolean {
  return isRecord(additional) && isRecord(additional['not']) && Object.keys(additional['not']).length === 0;
}

function toSubset(schema: UnknownRecord): UnknownRecord {
  const { oneOf, ...rest } = schema;
  const kept: { [key: string]: unknown } = {};
  const told: string[] = [];
  for (const [key, value] of Object.entries(rest)) {
    const stays =
      KEPT.has(key) || (key === 'minItems' && (value === 0 || value === 1)) || isKeptFormat(key, value);
    if (stays) kept[key] = value;
    else if (TOLD.includes(key)) told.push(`${key}: ${JSON.stringify(value)}`);
  }
  if (oneOf !== undefined) kept['anyOf'] = oneOf;
  if (isRecord(kept['properties']) || kept['type'] === 'object') kept['additionalProperties'] = false;
  if (told.length > 0)
    kept['description'] = [kept['description'], `(${told.join(', ')})`].filter(Boolean).join(' ');
  return kept;
}

function isKeptFormat(key: string, value: unknown): boolean {
  return key === 'format' && typeof value === 'string' && FORMATS.has(value);
}

/** Follows references through the definitions, looking for one that leads back to itself. */
function isRecursive(schema: unknown): boolean {
  const root = isRecord(schema) ? schema : {};
  const visit = (part: unknown, path: readonly string[]): boolean =>
    someSchema(withoutDefinitions(part), (inner) => {
      const reference = inner['$ref'];
      if (typeof reference !== 'string') return false;
      return path.includes(reference) || visit(resolve(root, reference), [...path, reference]);
    });
  return visit(root, ['#']);
}

function withoutDefinitions(schema: unknown): unknown {
  return isRecord(schema) ? without(schema, '$defs', 'definitions') : schema;
}

function resolve(root: UnknownRecord, reference: string): unknown {
  let target: unknown = root;
  for (const step of reference.split('/').slice(1)) target = isRecord(target) ? target[step] : undefined;
  return target;
}
