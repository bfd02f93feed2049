// Walking a JSON schema: every place where another schema may stand.
// https://json-schema.org/draft/2020-12/json-schema-core#section-10

import { isRecord, itemsOf, mapMembers, type UnknownRecord } from '../record.ts';

const MAPS = new Set('properties patternProperties $defs definitions dependentSchemas'.split(' '));
const NESTED = new Set(
  'anyOf oneOf allOf prefixItems items additionalItems additionalProperties not if then else contains propertyNames unevaluatedProperties unevaluatedItems'.split(
    ' ',
  ),
);

/** A copy in which every schema, the innermost first, went through `change`, which also gets it as it was given. */
export function mapSchema(
  schema: unknown,
  change: (schema: UnknownRecord, given: UnknownRecord) => UnknownRecord,
): unknown {
  if (Array.isArray(schema)) return schema.map((item) => mapSchema(item, change));
  if (!isRecord(schema)) return schema;
  const copy: { [key: string]: unknown } = { ...schema };
  for (const [key, member] of Object.entries(schema)) {
    if (NESTED.has(key)) copy[key] = mapSchema(member, change);
    else if (MAPS.has(key) && isRecord(member))
      copy[key] = mapMembers(member, (item) => mapSchema(item, change));
  }
  return change(copy, schema);
}

/** Whether any schema inside, or the schema itself, is as asked. */
export function someSchema(schema: unknown, test: (schema: UnknownRecord) => boolean): boolean {
  let found = false;
  mapSchema(schema, (inner) => {
    found ||= test(inner);
    return inner;
  });
  return found;
}

/** What a reference inside the document leads to: `#/$defs/a~1b`, or `#/definitions/List%3CItem%3E` as generators for TypeScript write it. */
export function schemaAt(root: UnknownRecord, $ref: string): unknown {
  const steps = $ref.split('/').slice(1);
  return steps.reduce<unknown>((value, step) => {
    const name = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~');
    return isRecord(value) ? value[name] : itemsOf(value)[Number(name)];
  }, root);
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    // A name with a sign of percent, as it is.
    return step;
  }
}
