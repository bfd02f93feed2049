/**
 * Finds a model in tables: its own row, else the newest rules of its family. The rows that lead to it are laid over each
 * other.
 * @module
 */
import { type ParsedModelId, parseModelId, requireModelId } from './model-id.ts';
import type { ModelCapabilities } from './record.ts';
import type { Part, Root, Row, VendorTable, VendorTables } from './row.ts';

/** What every record tells of the id that was asked for. */
export type Asked = Pick<ModelCapabilities, 'id' | 'baseModelId' | 'match' | 'vendor'>;

/** How one kind of record is made. */
export interface RecordKind<Stated extends object, Told extends object> {
  readonly tables: VendorTables;
  /** What is stated of a model of which nothing is known. */
  readonly unknown: Stated;
  /** How one that answers to InvokeModel alone departs from it. */
  readonly invoked: Part<Stated>;
  /** What the record tells, out of what the rows state. */
  readonly tell: (facts: Stated) => Told;
  /** What rows have been made into; it cannot outgrow the tables. */
  readonly made: Map<Row | Root, Stated>;
  /** The last record of an id, and the model that was said to be behind it. */
  readonly answers: Map<string, { readonly hint: string | undefined; readonly record: Told & Asked }>;
}

/** Ids that are remembered: more than an app names, fewer than would hurt. */
const remembered = 500;

type Addressed = Pick<ModelCapabilities, 'name' | 'addressing' | 'lifecycle'>;

/** The complete record of an id, the same one when it is asked for again. */
export function recordOf<Stated extends Addressed, Told extends object>(
  kind: RecordKind<Stated, Told>,
  idOrArn: string,
  hint: string | undefined,
): Told & Asked {
  const known = kind.answers.get(idOrArn);
  if (known && known.hint === hint) return known.record;
  const record = makeRecord(kind, idOrArn, hint);
  if (kind.answers.size >= remembered) kind.answers.clear();
  kind.answers.set(idOrArn, { hint, record });
  return record;
}

function makeRecord<Stated extends Addressed, Told extends object>(
  kind: RecordKind<Stated, Told>,
  idOrArn: string,
  hint: string | undefined,
): Told & Asked {
  const asked = parseModelId(idOrArn);
  if (hint !== undefined) requireModelId(hint, 'options.baseModelId');
  const base = hint === undefined ? asked : parseModelId(hint);
  const found = find(kind.tables, base);
  const facts = factsOf(found?.row ?? 'unknown', kind);
  const match = found?.match ?? 'none';
  return Object.freeze({
    ...kind.tell(facts),
    id: idOrArn,
    baseModelId: base.baseModelId,
    match,
    vendor: base.vendor ?? 'unknown',
    name: match === 'model' ? facts.name : (base.baseModelId ?? idOrArn),
    // How an unlisted model is addressed, and how long it lives, does not follow from its family.
    ...(match === 'family' && { addressing: kind.unknown.addressing, lifecycle: kind.unknown.lifecycle }),
  });
}

function find(
  tables: VendorTables,
  { vendor = '', model = '', version, baseModelId }: ParsedModelId,
): { row: Row; match: 'model' | 'family' } | undefined {
  const make = Object.hasOwn(tables, vendor) ? tables[vendor] : undefined;
  if (baseModelId === undefined || make === undefined) return undefined;
  const table = tableOf(make);
  const full = baseModelId.slice(vendor.length + 1);
  // The id itself, then without its minor version, without its version if that is the first, without its date.
  const keys = [full, full.split(':')[0] ?? full];
  if (version === undefined || /^v?1(?::|$)/.test(version)) keys.push(model, model.replace(/-\d{8}$/, ''));
  const key = keys.find((candidate) => Object.hasOwn(table.rows, candidate));
  const row = key === undefined ? undefined : table.rows[key];
  if (row !== undefined) return { row, match: 'model' };
  const newest = table.newest.find(([pattern]) => pattern.test(full))?.[1];
  return newest && { row: newest, match: 'family' };
}

const tablesMade = new Map<() => VendorTable, VendorTable>();

function tableOf(make: () => VendorTable): VendorTable {
  const table = tablesMade.get(make) ?? make();
  tablesMade.set(make, table);
  return table;
}

function factsOf<Stated extends object>(row: Row | Root, kind: RecordKind<Stated, object>): Stated {
  const before = kind.made.get(row);
  if (before !== undefined) return before;
  const [below, above] =
    row === 'unknown'
      ? [{}, kind.unknown]
      : row === 'invoked'
        ? [factsOf('unknown', kind), kind.invoked]
        : [factsOf(row.like, kind), row.but];
  // Parts of the right type laid over a whole leave a whole; a test checks every row for it.
  const facts = lay(below, above) as Stated;
  kind.made.set(row, facts);
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
