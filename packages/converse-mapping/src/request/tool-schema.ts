// A tool's input schema in the form that models take: an object at the root, no union there, no integer that overflows, no old draft.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolInputSchema.html

import type { ToolUse } from '@bedrock-kit/models';
import { isRecord, itemsOf, picked, recordOf, recordsOf, type UnknownRecord, without } from '../record.ts';
import { withoutIdleMembers } from './idle-members.ts';
import { mapSchema, schemaAt, withDefinitionsAtRoot } from './json-schema.ts';

export interface ToolSchema {
  readonly schema: UnknownRecord;
  /** The details of a warning, where the model may now pass inputs that the given schema refuses. */
  readonly note: string | undefined;
}

export function toolSchema(given: unknown, rules: ToolUse['schema'] | undefined): ToolSchema {
  // Without the cast the compiler takes it for `false`, since only a callback changes it.
  let hasReferences = false as boolean;
  const { $id } = recordOf(given);
  const mapped = mapSchema(given, (schema, { properties }) => {
    hasReferences ||= '$ref' in schema;
    const own = { ...schema, ...movedReference(schema, $id) };
    return withoutIdleMembers(namingRequired(upToDate(own), properties));
  });
  const gathered = hasReferences ? withDefinitionsAtRoot(recordOf(mapped)) : recordOf(mapped);
  const whole = without(resolved(gathered, gathered, []), '$schema', '$id');
  const takesUnions = rules?.rootUnions === true;
  const root = hasReferences && !takesUnions ? inlined(whole, whole, IN_BRANCHES).schema : whole;
  const flat = takesUnions ? root : flatRoot(root, root);
  // `properties` is written even when empty: some models refuse an object schema without it.
  const schema = { ...flat, type: 'object', properties: propertiesOf(flat) };
  if (rules?.otherRootMembers !== false) return { schema, note: noteOn(root, takesUnions) };
  const bare = bareRoot(schema, hasReferences);
  const lost = bare.isCut ? NO_REFERENCE : noteOn(root, takesUnions);
  return { schema: bare.schema, note: isMap(flat) ? NO_MAP : lost };
}

const NO_MAP = ' takes no map at the root of a schema, so it is not told which members it may add.';
const NO_REFERENCE =
  ' takes no references in a schema. One that cannot be replaced, such as one that leads back to itself, allows anything.';

/** Whether the schema describes members whose names it does not list. `{ not: {} }` describes none: some write it to close an object. */
export function isMap({ additionalProperties, patternProperties }: UnknownRecord): boolean {
  const said = { ...recordOf(additionalProperties), ...recordOf(patternProperties) };
  return Object.keys(said).some((key) => key !== 'not');
}

/**
 * A reference to what stands elsewhere now: to the root by its name, which it loses, as TypeBox writes it
 * (https://github.com/sinclairzx81/typebox/issues/883), or to a part of a tuple, as zod-to-json-schema does.
 */
function movedReference({ $ref }: UnknownRecord, rootName: unknown): UnknownRecord | undefined {
  if (typeof $ref !== 'string') return undefined;
  return { $ref: $ref === rootName ? '#' : $ref.replace(/\/items(?=\/\d+(?:\/|$))/g, '/prefixItems') };
}

function noteOn(root: UnknownRecord, takesUnions: boolean): string | undefined {
  if (!takesUnions && branchesOf(root).length > 0)
    return ' takes no union at the root of a schema, so the alternatives were joined into one object.';
  const { type = 'object' } = root;
  if ([type].flat().includes('object')) return undefined;
  return 'The input of a tool is an object, and its schema refuses one.';
}

/** The most references that are followed. Definitions that refer to each other would grow without bound, and a server of tools may be hostile. */
const MOST_INLINED = 1000;

/** The most schemas that are put in the place of references: a thousand references to one large definition would copy it a thousand times. */
const MOST_COPIED = 20_000;

/** References into alternatives and parts of the root, as zod-to-json-schema writes them. They lead nowhere once these have been joined. */
const IN_BRANCHES = /^#\/(?:any|one|all)Of\//;

interface Inlined {
  readonly schema: UnknownRecord;
  /** Whether a reference is left out, and what stood there may be anything. */
  readonly isCut: boolean;
}

/** Puts in the place of each reference of that form what it leads to. One that leads back to itself is left out, which allows anything. */
function inlined(schema: UnknownRecord, root: UnknownRecord, form: RegExp): Inlined {
  let left = MOST_INLINED;
  let room = MOST_COPIED;
  let isCut = false;
  const within = (part: UnknownRecord, path: readonly string[]): UnknownRecord =>
    recordOf(
      mapSchema(part, (copy) => {
        if (path.length > 1) room -= 1;
        const { $ref, ...rest } = copy;
        if (typeof $ref !== 'string' || !form.test($ref)) return copy;
        const target = path.includes($ref) || room <= 0 || left-- <= 0 ? undefined : schemaAt(root, $ref);
        if (isRecord(target)) return joined([rest, within(target, [...path, $ref])]);
        isCut = true;
        return rest;
      }),
    );
  return { schema: within(schema, ['#']), isCut };
}

/**
 * "Only three fields are supported in top-level Object": with others Nova may ignore the tool, and it refuses definitions. So nothing is
 * left by reference.
 * https://docs.aws.amazon.com/nova/latest/userguide/prompting-tool-troubleshooting.html
 */
function bareRoot(root: UnknownRecord, hasReferences: boolean): Inlined {
  const { schema, isCut } = hasReferences
    ? inlined(without(root, '$defs', 'definitions'), root, /^/)
    : { schema: root, isCut: false };
  return { schema: recordOf(picked(schema, 'type', 'properties', 'required')), isCut };
}

/**
 * Tuples and exclusive bounds as draft 2020-12 writes them: Claude and Grok refuse the keywords of an older draft, which the AI SDK uses
 * for a tuple; Claude then refuses all other tools, too. https://github.com/NousResearch/hermes-agent/pull/63674
 */
function upToDate(schema: UnknownRecord): UnknownRecord {
  return EXCLUSIVE.reduce(exclusively, Array.isArray(schema['items']) ? tuple(schema) : schema);
}

function tuple({ items, additionalItems, ...schema }: UnknownRecord): UnknownRecord {
  return {
    // The draft has no empty tuple, which `z.tuple([])` is.
    ...(itemsOf(items).length > 0 && { prefixItems: items }),
    ...schema,
    ...(additionalItems !== undefined && { items: additionalItems }),
  };
}

const EXCLUSIVE = [
  ['exclusiveMinimum', 'minimum'],
  ['exclusiveMaximum', 'maximum'],
] as const;

function exclusively(schema: UnknownRecord, [bound, limit]: (typeof EXCLUSIVE)[number]): UnknownRecord {
  if (typeof schema[bound] !== 'boolean') return schema;
  return schema[bound] ? { ...without(schema, limit), [bound]: schema[limit] } : without(schema, bound);
}

/**
 * `required` as a list of names. MCP servers that come from OpenAPI write `required: true` into a property, because of which Claude refuses all
 * tools (https://github.com/Dolibarr/dolibarr/pull/38290); others write an object for an empty list, because of which Bedrock does
 * (https://github.com/danny-avila/LibreChat/pull/14869).
 *
 * @param properties as they were given
 */
function namingRequired(schema: UnknownRecord, properties: unknown): UnknownRecord {
  const members = recordOf(properties);
  const names = Object.keys(members).filter((name) => recordOf(members[name])['required'] === true);
  const { required = [] } = schema;
  if (names.length === 0 && Array.isArray(required)) return schema;
  return { ...without(schema, 'required'), ...requiring([...requiredOf(schema), ...names]) };
}

/**
 * What `{ $ref: '#/$defs/Input' }` stands for, as generators write it for a named type.
 *
 * @param path the references that led here, to which those that are followed are added; one that leads back to itself is not followed.
 * @param budget how many more are followed.
 */
function resolved(
  schema: UnknownRecord,
  root: UnknownRecord,
  path: unknown[],
  budget = { left: MOST_INLINED },
): UnknownRecord {
  const { $ref, ...rest } = schema;
  const isLocal = typeof $ref === 'string' && $ref.startsWith('#/') && !path.includes($ref);
  const target = isLocal && budget.left-- > 0 ? schemaAt(root, $ref) : undefined;
  if (!isRecord(target)) return schema;
  path.push($ref);
  // Members that stand beside a reference count as well: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1
  return resolved(joined([rest, target]), root, path, budget);
}

function branchesOf({ anyOf, oneOf }: UnknownRecord): UnknownRecord[] {
  return recordsOf(Array.isArray(anyOf) ? anyOf : oneOf);
}

/** One object for all branches: every property any of them has, and required is what all of them require. */
function flatRoot(
  given: UnknownRecord,
  root: UnknownRecord,
  above: readonly unknown[] = [],
  budget = { left: MOST_INLINED },
): UnknownRecord {
  const path = [...above];
  const schema = resolved(given, root, path, budget);
  const flat = (part: UnknownRecord): UnknownRecord => flatRoot(part, root, path, budget);
  const parts = recordsOf(schema['allOf']).map(flat);
  const branches = branchesOf(schema).map(flat);
  if (branches.length > 0) parts.push(alternative(branches));
  const rest = without(schema, 'anyOf', 'oneOf', 'allOf');
  return parts.length > 0 ? joined([rest, ...parts]) : rest;
}

/** What the first of them says counts. */
function joined(parts: readonly UnknownRecord[]): UnknownRecord {
  const last = [...parts].reverse();
  const merged = (records: readonly UnknownRecord[]): UnknownRecord =>
    Object.fromEntries(records.flatMap((record) => Object.entries(record)));
  return {
    ...merged(last),
    ...(parts.some(({ properties }) => properties) && { properties: merged(last.map(propertiesOf)) }),
    ...requiring(parts.flatMap(requiredOf)),
  };
}

function alternative(branches: readonly UnknownRecord[]): UnknownRecord {
  /** For each property its schemas, by their JSON: a schema that several branches have for it stands once. */
  const kinds = new Map<string, Map<string, unknown>>();
  for (const branch of branches) {
    for (const [name, schema] of Object.entries(propertiesOf(branch))) {
      const known = kinds.get(name) ?? new Map<string, unknown>();
      for (const kind of kindsOf(schema)) known.set(JSON.stringify(kind), kind);
      kinds.set(name, known);
    }
  }
  const properties = Object.fromEntries(
    [...kinds].map(([name, known]) => {
      const [first, ...others] = known.values();
      return [name, others.length > 0 ? { anyOf: [first, ...others] } : first];
    }),
  );
  const required = branches.map(requiredOf).reduce((common, names) => {
    const others = new Set(names);
    return common.filter((name) => others.has(name));
  });
  return { type: 'object', properties, ...requiring(required) };
}

/** The alternatives of a schema that is nothing but a union, else the schema itself. */
function kindsOf(schema: unknown): readonly unknown[] {
  const { anyOf, ...rest } = recordOf(schema);
  return Array.isArray(anyOf) && Object.keys(rest).length === 0 ? anyOf : [schema];
}

function propertiesOf(schema: UnknownRecord): UnknownRecord {
  return recordOf(schema['properties']);
}

function requiredOf({ required }: UnknownRecord): unknown[] {
  return itemsOf(required).filter((name) => typeof name === 'string');
}

function requiring(names: readonly unknown[]): UnknownRecord {
  return names.length > 0 ? { required: [...new Set(names)] } : {};
}
