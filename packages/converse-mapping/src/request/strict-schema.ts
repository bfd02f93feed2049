// A schema in the subset that constrained decoding takes. What the subset cannot say moves into the descriptions.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html

import {
  filterMembers,
  isRecord,
  itemsOf,
  picked,
  recordOf,
  recordsOf,
  type UnknownRecord,
  without,
} from '../record.ts';
import { withoutIdleMembers } from './idle-members.ts';
import { mapSchema, optionalMembers, schemaAt, someSchema } from './json-schema.ts';

/** Keywords of the subset; `minItems` stays when it is 0 or 1. */
const KEPT = new Set(
  'type properties required additionalProperties items enum const anyOf $ref $defs definitions description title default'.split(
    ' ',
  ),
);

const FORMATS = new Set<unknown>('date-time time date duration email hostname uri ipv4 ipv6 uuid'.split(' '));

/** Constraints worth telling the model in words. */
const TOLD =
  /^(?:(?:exclusiveM|m)(?:in|ax)imum|multipleOf|m(?:in|ax)(?:Length|Items|Properties)|pattern|uniqueItems|format|not|if|then|else|contains|propertyNames|dependent\w+)$/;

/**
 * Undefined when constrained decoding cannot take it: see `isBeyond`, `leadsAstray` and, for Claude, `takesAny` and `grammarRoom`.
 *
 * @param claude whether it is for Claude, which is known to refuse more than others
 */
export function strictSchema(schema: unknown, claude: boolean): UnknownRecord | undefined {
  if (!isRecord(schema) || someSchema(schema, isBeyond)) return undefined;
  // The root is always an object, never null.
  const subset = recordOf(mapSchema(without(schema, 'nullable'), toSubset));
  // A reference may have led to what the subset has no place for, such as OpenAPI's `#/components/schemas`.
  if (leadsAstray(subset)) return undefined;
  if (!claude) return subset;
  const strict = recordOf(mapSchema(subset, valuesAlone));
  return takesAny(strict) || !grammarRoom()(strict) ? undefined : strict;
}

/**
 * Whether the subset cannot express it: closing its objects, as the subset wants, would change its meaning (an object that may hold more
 * than it names, or that is joined from several schemas), it is a tuple, or it is one of objects or lists that are given, which are no
 * values of `enum` (https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations).
 */
function isBeyond(schema: UnknownRecord): boolean {
  const {
    additionalProperties = !isRecord(schema['properties']),
    allOf,
    const: only,
    items,
    prefixItems = items,
  } = schema;
  const isClosed = additionalProperties === false || JSON.stringify(additionalProperties) === '{"not":{}}';
  const isJoined = JOINING.some((key) => key in schema);
  return (
    (isObject(schema) && (isJoined || !isClosed)) ||
    itemsOf(allOf).length > 1 ||
    // `oneOf` becomes `anyOf`, of which there can be one.
    ('oneOf' in schema && 'anyOf' in schema) ||
    [...itemsOf(schema['enum']), only].some((value) => typeof value === 'object' && value !== null) ||
    Array.isArray(prefixItems) ||
    items === false
  );
}

/** Keywords that say more of an object than its members do. */
const JOINING = ['allOf', 'anyOf', 'oneOf', '$ref', 'patternProperties', 'enum', 'const'];

/** The keywords that show a schema to be one of objects all have `property` or `properties` in their names. */
function isObject(schema: UnknownRecord): boolean {
  return [schema['type']].flat().includes('object') || Object.keys(schema).some((key) => /ropert/.test(key));
}

/** Keywords that say what a value may be. */
const TYPED = ['type', 'enum', 'const', 'anyOf', '$ref'];

/** Whether a schema of the subset has a place for any value at all. */
function takesAny(strict: UnknownRecord): boolean {
  return someSchema(
    strict,
    (schema) =>
      !TYPED.some((key) => key in schema) ||
      [schema['items'], ...Object.values(recordOf(schema['properties']))].includes(true),
  );
}

/** Reserves room for a schema of the subset, if there is enough; `tools` is 0 for a schema that is not a tool's. */
export type GrammarRoom = (strict: UnknownRecord, tools?: 0 | 1) => boolean;

/**
 * The room of one request: 20 strict tools, 24 members that may be left out and 16 of several types, "across all strict schemas in a
 * single request". https://platform.claude.com/docs/en/build-with-claude/structured-outputs#schema-complexity-limits
 */
export function grammarRoom(): GrammarRoom {
  let room = { tools: 20, optional: 24, unions: 16 };
  return (strict, tools = 1) => {
    const left = { ...room, tools: room.tools - tools };
    someSchema(strict, (schema) => {
      if (schema['anyOf'] !== undefined || Array.isArray(schema['type'])) left.unions -= 1;
      left.optional -= optionalMembers(schema).length;
      return false;
    });
    const fits = Object.values(left).every((count) => count >= 0);
    if (fits) room = left;
    return fits;
  };
}

/**
 * A single part of `allOf` becomes the schema itself, and nothing stays beside a reference: most places refuse either.
 *
 * @param said the schema as it was given, in whose words its constraints are told
 */
function toSubset({ nullable, ...nonNull }: UnknownRecord, said: UnknownRecord): UnknownRecord {
  // As OpenAPI says that a value may be null: https://spec.openapis.org/oas/v3.0.3#schema-object
  if (nullable === true) return { anyOf: [toSubset(nonNull, said), { type: 'null' }] };
  const { oneOf, allOf, ...given } = nonNull;
  const schema = withoutIdleMembers({ ...recordsOf(allOf)[0], ...given });
  if ('$ref' in schema) return { ...picked(schema, '$ref', '$defs', 'definitions') };
  const told: string[] = [];
  const kept: { [key: string]: unknown } = filterMembers(schema, ([key, value]) => {
    const stays =
      KEPT.has(key) ||
      (key === 'minItems' && (value === 0 || value === 1)) ||
      (key === 'format' && FORMATS.has(value));
    if (!stays && TOLD.test(key)) told.push(`${key}: ${JSON.stringify(said[key])}`);
    return stays;
  });
  if (oneOf !== undefined) kept['anyOf'] = oneOf;
  if (isObject(kept)) kept['additionalProperties'] = false;
  if (told.length > 0)
    kept['description'] = [kept['description'], `(${told.join(', ')})`].filter(Boolean).join(' ');
  return kept;
}

/**
 * Claude refuses a type beside values that are not all of it, or a list of types beside any: they say it themselves.
 * https://github.com/BerriAI/litellm/pull/37882
 */
function valuesAlone(schema: UnknownRecord): UnknownRecord {
  const { type } = schema;
  const isOfType = (value: unknown): boolean =>
    type === (value === null ? 'null' : typeof value) || (type === 'integer' && Number.isInteger(value));
  return itemsOf(schema['enum']).every(isOfType) ? schema : without(schema, 'type');
}

/** Follows references through the definitions, each once, looking for one that leads back to itself, or to nothing. */
function leadsAstray(root: UnknownRecord): boolean {
  /** Whether all that a reference leads to has been followed. As long as it has not, all that is above it on the stack was reached from it. */
  const followed = new Map<string, boolean>();
  const stack = ['#'];
  for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
    if (followed.has(at)) {
      followed.set(at, true);
      stack.pop();
      continue;
    }
    followed.set(at, false);
    const target = schemaAt(root, at);
    if (!isRecord(target)) return true;
    const isCircle = someSchema(without(target, '$defs', 'definitions'), ({ $ref }) => {
      if (typeof $ref !== 'string') return false;
      if (!followed.has($ref)) stack.push($ref);
      return followed.get($ref) === false;
    });
    if (isCircle) return true;
  }
  return false;
}
