// Walking a JSON schema: every place where another schema may stand.
// https://json-schema.org/draft/2020-12/json-schema-core#section-10

import { isRecord, type UnknownRecord } from '../record.ts';

const MAPS = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
const LISTS = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
const SINGLES = [
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedProperties',
  'unevaluatedItems',
];

/** A copy in which every schema, the innermost first, went through `change`. */
export function mapSchema(schema: unknown, change: (schema: UnknownRecord) => UnknownRecord): unknown {
  if (!isRecord(schema)) return schema;
  const copy: { [key: string]: unknown } = { ...schema };
  for (const key of MAPS) {
    const map = copy[key];
    if (!isRecord(map)) continue;
    copy[key] = Object.fromEntries(
      Object.entries(map).map(([name, item]) => [name, mapSchema(item, change)]),
    );
  }
  for (const key of LISTS) {
    const list = copy[key];
    if (Array.isArray(list)) copy[key] = list.map((item) => mapSchema(item, change));
  }
  for (const key of SINGLES) {
    const single = copy[key];
    if (Array.isArray(single)) copy[key] = single.map((item) => mapSchema(item, change));
    else if (isRecord(single)) copy[key] = mapSchema(single, change);
  }
  return change(copy);
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
