// A tool's input schema in the form that models take: an object at the root, no union there, no integer that overflows.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolInputSchema.html

import type { ToolUse } from '@bedrock-kit/models';
import { isRecord, type UnknownRecord, without } from '../record.ts';
import { mapSchema } from './json-schema.ts';

export interface ToolSchema {
  readonly schema: UnknownRecord;
  /** What a caller should know, if the model may now pass inputs that the given schema refuses. */
  readonly note?: string;
}

/** The largest 32-bit integer: beyond it Claude answers "input_schema: int too big to convert". */
const INT_32 = 2 ** 31 - 1;

export function toolSchema(given: unknown, rules: ToolUse['schema'] | undefined): ToolSchema {
  const resolved = resolveRootReference(isRecord(given) ? given : {});
  const limit = rules?.largeIntegers === false ? INT_32 : Number.MAX_SAFE_INTEGER - 1;
  const bounded = mapSchema(resolved, (schema) => withoutHugeBounds(schema, limit));
  const root = isRecord(bounded) ? without(bounded, '$schema', '$id') : {};
  const { schema, note } = rules?.rootUnions === true ? { schema: root, note: undefined } : flatRoot(root);
  return { schema: objectRoot(schema), ...(note !== undefined && { note }) };
}

/** `properties` is written even when empty: some models refuse an object schema without it. */
function objectRoot(schema: UnknownRecord): UnknownRecord {
  return {
    ...schema,
    type: 'object',
    properties: isRecord(schema['properties']) ? schema['properties'] : {},
  };
}

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];

/** Schema libraries write ±9007199254740991 for "a safe integer", which says nothing and overflows. */
function withoutHugeBounds(schema: UnknownRecord, limit: number): UnknownRecord {
  const huge = BOUNDS.filter((key) => {
    const bound = schema[key];
    return typeof bound === 'number' && Math.abs(bound) > limit;
  });
  if (huge.length === 0) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !huge.includes(key)));
}

/** `{ $ref: '#/$defs/Input', $defs }`, as generators write it for a named type. */
function resolveRootReference(schema: UnknownRecord): UnknownRecord {
  const reference = schema['$ref'];
  const name = typeof reference === 'string' ? /^#\/(\$defs|definitions)\/([^/]+)$/.exec(reference) : null;
  if (name === null) return schema;
  const definitions = schema[name[1] ?? ''];
  const target = isRecord(definitions) ? definitions[name[2] ?? ''] : undefined;
  return isRecord(target) ? { ...without(schema, '$ref'), ...target } : schema;
}

/** One object for all branches: every property any of them has, and required is what all of them require. */
function flatRoot(schema: UnknownRecord): { schema: UnknownRecord; note: string | undefined } {
  const { anyOf, oneOf, allOf, ...rest } = schema;
  const branches = [anyOf, oneOf].find((union) => Array.isArray(union))?.filter(isRecord) ?? [];
  const parts = Array.isArray(allOf) ? allOf.filter(isRecord) : [];
  if (branches.length === 0 && parts.length === 0) return { schema: rest, note: undefined };
  let flat: UnknownRecord = rest;
  for (const part of parts) flat = joined(flat, flatRoot(part).schema);
  if (branches.length === 0) return { schema: flat, note: undefined };
  const alternatives = branches.map((branch) => flatRoot(branch).schema);
  return {
    schema: joined(flat, alternative(alternatives)),
    note: 'Its schema is a union at the root, which the model does not take, so the alternatives were joined into one object.',
  };
}

function joined(left: UnknownRecord, right: UnknownRecord): UnknownRecord {
  const required = [...new Set([...requiredOf(left), ...requiredOf(right)])];
  return {
    ...right,
    ...left,
    properties: { ...propertiesOf(right), ...propertiesOf(left) },
    ...(required.length > 0 && { required }),
  };
}

function alternative(branches: readonly UnknownRecord[]): UnknownRecord {
  const properties: { [name: string]: unknown } = {};
  for (const branch of branches) {
    for (const [name, schema] of Object.entries(propertiesOf(branch))) {
      properties[name] = Object.hasOwn(properties, name) ? either(properties[name], schema) : schema;
    }
  }
  const [first = [], ...others] = branches.map(requiredOf);
  const required = first.filter((name) => others.every((names) => names.includes(name)));
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

function either(left: unknown, right: unknown): unknown {
  if (JSON.stringify(left) === JSON.stringify(right)) return left;
  const known = isRecord(left) && Array.isArray(left['anyOf']) && Object.keys(left).length === 1;
  // The check of the line above, which an alias hides from the compiler.
  const choices = known ? (left as { anyOf: unknown[] }).anyOf : [left];
  return { anyOf: [...choices, right] };
}

function propertiesOf(schema: UnknownRecord): UnknownRecord {
  return isRecord(schema['properties']) ? schema['properties'] : {};
}

function requiredOf(schema: UnknownRecord): string[] {
  const { required } = schema;
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}
