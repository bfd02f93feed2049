/**
 * Finds a model in tables: its own row, else the newest rules of its family. The rows that lead to it are laid over each
 * other.
 * @module
 */
import type { CapabilitiesOptions } from './capabilities.ts';
import { type ParsedModelId, parseAs } from './model-id.ts';
import type { ModelCapabilities } from './record.ts';
import type { Part, Row, VendorTable, VendorTables } from './row.ts';

/** What every record tells of the id that was asked for. */
export type Asked = Pick<ModelCapabilities, 'id' | 'baseModelId' | 'match' | 'vendor'>;

/** How many ids are remembered: more than an app names, and still little memory. */
const remembered = 500;

/** The members that an unlisted model does not have from its family. */
type Addressed = Pick<ModelCapabilities, 'name' | 'addressing' | 'lifecycle'>;

/** Finds the record of an id, or of the model that is said to be behind it. Asked again, it gives the same object. */
export type Lookup<Told> = (idOrArn: string, options?: CapabilitiesOptions) => Told & Asked;

/**
 * The lookup of one kind of record.
 *
 * @param unknownModel what is stated of a model of which nothing is known
 * @param invokedModel how one that answers to InvokeModel alone departs from it
 * @param tell makes what the record tells of what the rows state; `key` is that of the model's own row, empty where it has none
 */
export function lookup<Stated extends Addressed, Told extends Pick<Addressed, 'name'>>(
  tables: VendorTables,
  unknownModel: Stated,
  invokedModel: Part<NoInfer<Stated>>,
  tell: (facts: Stated, key: string) => Told,
): Lookup<Told> {
  const unknown = lay({}, unknownModel) as Stated; // a copy of all of it
  const invoked = lay(unknown, invokedModel);
  // What rows have been made into; it cannot outgrow the tables.
  const made = new Map<Row, Stated>();
  const answers = new Map<string, { readonly hint: string | undefined; readonly record: Told & Asked }>();

  function factsOf(row: Row): Stated {
    const facts = made.get(row) ?? lay(row.like ? { ...factsOf(row.like), name: '' } : invoked, row.but);
    made.set(row, facts);
    return facts;
  }

  function recordOf(idOrArn: string, hint: string | undefined): Told & Asked {
    const asked = parseAs('modelId', idOrArn);
    const base = hint === undefined ? asked : parseAs('options.baseModelId', hint);
    const { match, row, key = '' } = find(tables, base);
    const facts = tell(row ? factsOf(row) : unknown, key);
    return Object.freeze({
      ...facts,
      id: idOrArn,
      baseModelId: base.baseModelId,
      match,
      vendor: base.vendor ?? 'unknown',
      name: match === 'model' ? facts.name : (base.baseModelId ?? idOrArn),
      // How an unlisted model is addressed, and how long it lives, does not follow from its family.
      ...(match === 'family' && { addressing: unknown.addressing, lifecycle: unknown.lifecycle }),
    });
  }

  return (idOrArn, options) => {
    const hint = options?.baseModelId;
    const known = answers.get(idOrArn);
    if (known && known.hint === hint) return known.record;
    const record = recordOf(idOrArn, hint);
    if (answers.size >= remembered) answers.clear();
    answers.set(idOrArn, { hint, record });
    return record;
  };
}

/** How a model was found, the row that tells of it, and the key of a row of its own. */
type Found = Pick<Asked, 'match'> & { readonly row?: Row | undefined; readonly key?: string };

function find(
  tables: VendorTables,
  { vendor = '', model = '', version, baseModelId = '' }: ParsedModelId,
): Found {
  const make = Object.hasOwn(tables, vendor) && tables[vendor];
  if (!make) return { match: 'none' };
  const { rows, newest } = tableOf(make);
  const full = baseModelId.slice(vendor.length + 1);
  // The id itself, then without its minor version, without its version if that is the first, without its date.
  const keys = [full, full.split(':')[0] ?? full];
  if (version === undefined || /^v?1(?::|$)/.test(version)) keys.push(model, model.replace(/-\d{8}$/, ''));
  const key = keys.find((candidate) => Object.hasOwn(rows, candidate));
  if (key !== undefined) return { match: 'model', row: rows[key], key };
  const row = newest.find(([pattern]) => pattern.test(full))?.[1];
  return { match: row ? 'family' : 'none', row };
}

const tablesMade = new Map<() => VendorTable, VendorTable>();

function tableOf(make: () => VendorTable): VendorTable {
  const table = tablesMade.get(make) ?? make();
  tablesMade.set(make, table);
  return table;
}

type Members = Readonly<Record<string, unknown>>;

function hasMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Objects are laid over each other member by member, everything else replaces. Parts of the right type laid over a whole
// leave a whole; a test checks every row for it.
function lay<Below extends object>(below: Below, above: object): Below {
  const laid: Record<string, unknown> = { ...(below as object) };
  for (const [member, value] of Object.entries(above)) {
    const under = laid[member];
    laid[member] = hasMembers(value)
      ? lay(departsFrom(under, value) ? under : {}, value)
      : Object.freeze(value);
  }
  return Object.freeze(laid) as Below;
}

// Of another `kind`, reasoning or sizes are another thing, which keeps no member of what was below.
function departsFrom(below: unknown, { kind }: Members): below is Members {
  return hasMembers(below) && (kind === undefined || kind === below['kind']);
}
