/**
 * Answers what a model can do, for every id: the model's own row, else the newest rules of its family, else unknowns.
 * @module
 */
import { unknownModel } from './base-records.ts';
import type { ModelId } from './known-ids.ts';
import { parseModelId, requireModelId } from './model-id.ts';
import type { ModelCapabilities } from './record.ts';
import type { Facts, Row } from './row.ts';
import { structuredOutputOf } from './structured-output.ts';
import { vendors } from './vendors/index.ts';

/** Settings of `capabilitiesOf`. */
export interface CapabilitiesOptions {
  /**
   * The model behind an id that hides it: application inference profiles, provisioned, imported and deployed models,
   * prompts, routers, endpoints. Any form that `modelId` may have. Where it is given it is believed, also against the id.
   */
  readonly baseModelId?: ModelId | undefined;
}

/**
 * Tells everything that is known of a model on Bedrock.
 *
 * @param idOrArn - a model id, an inference profile id, or an ARN of any kind in any partition
 * @returns a complete, frozen record: `match` tells whether the table has the model (`'model'`), whether these are the
 *   newest rules of its family (`'family'`), or whether nothing is known (`'none'`)
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export function capabilitiesOf(idOrArn: ModelId, options?: CapabilitiesOptions): ModelCapabilities {
  const asked = parseModelId(idOrArn);
  const hint = options?.baseModelId;
  if (hint !== undefined) requireModelId(hint, 'options.baseModelId');
  const { vendor, baseModelId } = hint === undefined ? asked : parseModelId(hint);
  const found = vendor === undefined || baseModelId === undefined ? undefined : find(vendor, baseModelId);
  const facts = found === undefined ? unknownModel : factsOf(found.row);
  const match = found?.match ?? 'none';
  return Object.freeze({
    ...facts,
    structuredOutput: structuredOutputOf(facts),
    name: match === 'model' ? facts.name : (baseModelId ?? idOrArn),
    id: idOrArn,
    baseModelId,
    match,
    vendor: vendor ?? 'unknown',
    ...(match === 'family' && { lifecycle: unknownModel.lifecycle, addressing: unknownModel.addressing }),
  });
}

// What may follow a row's key in an id: a date, the first version, a minor version, a context variant.
const suffix = /^(?:-\d{8})?(?:-v?1)?(?::.*)?$/s;

function find(vendor: string, baseModelId: string): { row: Row; match: 'model' | 'family' } | undefined {
  const table = Object.hasOwn(vendors, vendor) ? vendors[vendor] : undefined;
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
