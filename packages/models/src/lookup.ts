/**
 * Finds a model in tables: its own row, else the newest rules of its family, else nothing; and makes the record of it.
 * @module
 */
import { unknownModel } from './base-records.ts';
import { parseModelId, requireModelId } from './model-id.ts';
import type { ModelCapabilities } from './record.ts';
import type { Facts, Row, VendorTables } from './row.ts';
import { structuredOutputOf } from './structured-output.ts';

/** Makes the complete record of an id out of the given tables. */
export function recordOf(tables: VendorTables, idOrArn: string, hint: string | undefined): ModelCapabilities {
  const asked = parseModelId(idOrArn);
  if (hint !== undefined) requireModelId(hint, 'options.baseModelId');
  const { vendor, baseModelId } = hint === undefined ? asked : parseModelId(hint);
  const found =
    vendor === undefined || baseModelId === undefined ? undefined : find(tables, vendor, baseModelId);
  const facts = factsOf(found === undefined ? unknownModel : found.row);
  const match = found?.match ?? 'none';
  return Object.freeze({
    ...facts,
    structuredOutput: structuredOutputOf(facts),
    id: idOrArn,
    baseModelId,
    match,
    vendor: vendor ?? 'unknown',
    name: match === 'model' ? facts.name : (baseModelId ?? idOrArn),
    // How an unlisted model is addressed, and how long it lives, does not follow from its family.
    ...(match === 'family' && { addressing: unknownModel.addressing, lifecycle: unknownModel.lifecycle }),
  });
}

// What may follow a row's key in an id: a date, the first version, a minor version, a context variant.
const suffix = /^(?:-\d{8})?(?:-v?1)?(?::.*)?$/s;

function find(
  tables: VendorTables,
  vendor: string,
  baseModelId: string,
): { row: Row; match: 'model' | 'family' } | undefined {
  const table = Object.hasOwn(tables, vendor) ? tables[vendor] : undefined;
  if (table === undefined) return undefined;
  const model = baseModelId.slice(vendor.length + 1);
  let best = '';
  let row: Row | undefined;
  for (const [key, candidate] of Object.entries(table.rows)) {
    if (key.length > best.length && model.startsWith(key) && suffix.test(model.slice(key.length))) {
      best = key;
      row = candidate;
    }
  }
  if (row !== undefined) return { row, match: 'model' };
  row = table.newest.find(([pattern]) => pattern.test(model))?.[1];
  return row && { row, match: 'family' };
}

// A row never changes, so that its facts are worked out once; the map cannot outgrow the table.
const known = new WeakMap<Row | Facts, Facts>();

function factsOf(row: Row | Facts): Facts {
  let facts = known.get(row);
  if (facts === undefined) {
    // Parts of the right type laid over a whole leave a whole; a test checks every row for it.
    facts = ('like' in row ? lay(factsOf(row.like), row.but) : lay({}, row)) as Facts;
    known.set(row, facts);
  }
  return facts;
}

type Members = Readonly<Record<string, unknown>>;

function hasMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Objects are laid over each other member by member, everything else replaces.
function lay(below: unknown, above: object): Members {
  const laid: Record<string, unknown> = { ...(hasMembers(below) ? below : {}) };
  for (const [member, value] of Object.entries(above)) {
    const under = laid[member];
    // Another `kind` of reasoning or of sizes is another thing, which shares no member with what was below.
    const replaces =
      hasMembers(under) && hasMembers(value) && 'kind' in value && value['kind'] !== under['kind'];
    laid[member] = hasMembers(value) ? lay(replaces ? {} : under, value) : Object.freeze(value);
  }
  return Object.freeze(laid);
}
