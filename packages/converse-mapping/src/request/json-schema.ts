// Walking a JSON schema: every place where another schema may stand.
// https://json-schema.org/draft/2020-12/json-schema-core#section-10

import { InvalidArgumentError } from '@ai-sdk/provider';
import { isPromise } from '../promises.ts';
import { isRecord, itemsOf, recordOf, type UnknownRecord, without } from '../record.ts';

const MAPS = new Set('properties patternProperties $defs definitions dependentSchemas'.split(' '));
const NESTED = new Set(
  'anyOf oneOf allOf prefixItems items additionalItems additionalProperties not if then else contains propertyNames unevaluatedProperties unevaluatedItems'.split(
    ' ',
  ),
);

/**
 * A copy with every schema, the innermost first, as `change` makes it; `change` also gets the schema as it was given. One call a level, so
 * that it goes as deep as JSON.stringify.
 */
export function mapSchema(
  schema: unknown,
  change: (schema: UnknownRecord, given: UnknownRecord) => UnknownRecord,
  isMap = false,
): unknown {
  if (Array.isArray(schema)) {
    const list: unknown[] = [];
    for (const item of itemsOf(schema)) list.push(mapSchema(item, change));
    return list;
  }
  if (!isRecord(schema)) return schema;
  if (isPromise(schema)) throw new TypeError('a schema in it is a promise');
  const copy: { [key: string]: unknown } = { ...schema };
  for (const key in copy) {
    const member = copy[key];
    if (isMap || NESTED.has(key)) copy[key] = mapSchema(member, change);
    else if (MAPS.has(key) && isRecord(member)) copy[key] = mapSchema(member, change, true);
  }
  return isMap ? copy : change(copy, schema);
}

/**
 * Whether the schema, or any schema inside it, passes the test. By a set, since they may be nested as deeply as their author liked, and one
 * may contain itself.
 */
export function someSchema(schema: unknown, test: (schema: UnknownRecord) => boolean): boolean {
  const waiting = new Set([schema]);
  for (const each of waiting) {
    if (Array.isArray(each)) for (const item of each) waiting.add(item);
    if (!isRecord(each)) continue;
    if (test(each)) return true;
    for (const key in each) {
      if (NESTED.has(key)) waiting.add(each[key]);
      else if (MAPS.has(key)) waiting.add(Object.values(recordOf(each[key])));
    }
  }
  return false;
}

/**
 * What `read` makes of the schema at `path`.
 *
 * @throws InvalidArgumentError where it is no JSON, or has no end: a library has put schemas in the place of references, or nested them too
 *   deeply.
 */
export function finite<Read>(path: string, read: () => Read): Read {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RangeError || cause instanceof TypeError)) throw cause;
    throw new InvalidArgumentError({
      argument: path,
      message: `${path} cannot be sent: ${cause.message}. It must be JSON, in which a schema contains itself by a $ref.`,
      cause,
    });
  }
}

/** The members of an object that may be left out. */
export function optionalMembers({ properties, required }: UnknownRecord): string[] {
  const needed = new Set(itemsOf(required));
  return Object.keys(recordOf(properties)).filter((name) => !needed.has(name));
}

/**
 * What a reference inside the document leads to: `#/$defs/a~1b`, or `#/definitions/List%3CItem%3E` as generators for TypeScript write it.
 * Undefined for one by a name (`#node`, `Node`), which is looked for nowhere.
 */
export function schemaAt(root: UnknownRecord, $ref: string): unknown {
  if (!/^#(?:\/|$)/.test($ref)) return undefined;
  const steps = $ref.split('/').slice(1);
  return steps.reduce<unknown>((value, step) => {
    const name = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~');
    return isRecord(value) ? value[name] : itemsOf(value)[Number(name)];
  }, root);
}

type Definition = [name: string, schema: unknown];
const KEYS = ['$defs', 'definitions'] as const;
const DEFINED = /^#\/(?:\$defs|definitions)\//;

/**
 * Moves definitions to the root when references look for them there in vain: a schema that was put into another one still carries its
 * own, such as the element of an array in the AI SDK 6.
 */
export function withDefinitionsAtRoot(root: UnknownRecord): UnknownRecord {
  const isLost = ({ $ref }: UnknownRecord): boolean =>
    typeof $ref === 'string' && DEFINED.test($ref) && schemaAt(root, $ref) === undefined;
  if (!someSchema(root, isLost)) return root;
  const found = { $defs: [] as Definition[], definitions: [] as Definition[] };
  const bare = mapSchema(root, (schema) => {
    // The root comes last, so that its own definitions win.
    for (const key of KEYS) for (const one of Object.entries(recordOf(schema[key]))) found[key].push(one);
    return without(schema, '$defs', 'definitions');
  });
  const at = (key: keyof typeof found) => found[key].length > 0 && { [key]: Object.fromEntries(found[key]) };
  return { ...recordOf(bare), ...at('$defs'), ...at('definitions') };
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    // A name with a plain percent sign stays as it is.
    return step;
  }
}
