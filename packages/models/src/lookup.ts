/**
 * Finds a model in tables: its own row, else the newest rules of its family, else nothing; and makes the record of it.
 * @module
 */
import { unknownModel } from './base-records.ts';
import { type ParsedModelId, parseModelId, requireModelId } from './model-id.ts';
import type { ModelCapabilities } from './record.ts';
import type { Facts, Row, VendorTables } from './row.ts';
import { structuredOutputOf } from './structured-output.ts';

/** Makes the complete record of an id out of the given tables. */
export function recordOf(tables: VendorTables, idOrArn: string, hint: string | undefined): ModelCapabilities {
  const asked = parseModelId(idOrArn);
  if (hint !== undefined) requireModelId(hint, 'options.baseModelId');
  const base = hint === undefined ? asked : parseModelId(hint);
  const found = find(tables, base);
  const facts = factsOf(found === undefined ? unknownModel : found.row);
  const match = found?.match ?? 'none';
  return Object.freeze({
    ...facts,
    id: idOrArn,
    baseModelId: base.baseModelId,
    match,
    vendor: base.vendor ?? 'unknown',
    name: match === 'model' ? facts.name : (base.baseModelId ?? idOrArn),
    // How an unlisted model is addressed, and how long it lives, does not follow from its family.
    ...(match === 'family' && { addressing: unknownModel.addressing, lifecycle: unknownModel.lifecycle }),
  });
}

function find(
  tables: VendorTables,
  { vendor, model = '', version, baseModelId }: ParsedModelId,
): { row: Row; match: 'model' | 'family' } | undefined {
  if (vendor === undefined || baseModelId === undefined || !Object.hasOwn(tables, vendor)) return undefined;
  const table = tables[vendor];
  const full = baseModelId.slice(vendor.length + 1);
  // The id itself, then without its minor version, without its version if that is the first, without its date.
  const keys = [full, full.split(':')[0] ?? full];
  if (version === undefined || /^v?1(?::|$)/.test(version)) keys.push(model, model.replace(/-\d{8}$/, ''));
  const key = keys.find((candidate) => table !== undefined && Object.hasOwn(table.rows, candidate));
  const row = key === undefined ? undefined : table?.rows[key];
  if (row !== undefined) return { row, match: 'model' };
  const newest = table?.newest.find(([pattern]) => pattern.test(full))?.[1];
  return newest && { row: newest, match: 'family' };
}

// A row never changes, so that its facts are worked out once; the map cannot outgrow the table.
const known = new WeakMap<Row | Facts, Facts>();

function factsOf(row: Row | Facts): Facts {
  const before = known.get(row);
  if (before !== undefined) return before;
  // Parts of the right type laid over a whole leave a whole; a test checks every row for it.
  const stated = ('like' in row ? lay(factsOf(row.like), row.but) : lay({}, row)) as Facts;
  const facts = Object.freeze({ ...stated, structuredOutput: structuredOutputOf(stated) });
  known.set(row, facts);
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
