/**
 * What a record with every member is made of, out of whichever tables.
 * @module
 */
import { invokedModel, unknownModel } from './base-records.ts';
import type { RecordKind } from './lookup.ts';
import type { Facts, Told, VendorTables } from './row.ts';
import { structuredOutputOf } from './structured-output.ts';

/** Complete records, with what a vendor cannot state: the means to structured output follow from the rest. */
export function wholeRecords(tables: VendorTables): RecordKind<Facts, Told> {
  return {
    tables,
    unknown: unknownModel,
    invoked: invokedModel,
    tell: (facts) => ({ ...facts, structuredOutput: structuredOutputOf(facts) }),
    made: new Map(),
    answers: new Map(),
  };
}
