/**
 * What a record with every member is made of, out of whichever tables.
 * @module
 */
import { invokedModel, unknownModel } from './base-records.ts';
import { type Lookup, lookup } from './lookup.ts';
import type { Told, VendorTables } from './row.ts';
import { structuredOutputOf } from './structured-output.ts';

/** The lookup of complete records, with what a vendor cannot state: the means to structured output follow from the rest. */
export function wholeRecords(tables: VendorTables): Lookup<Told> {
  return lookup(tables, unknownModel, invokedModel, (facts) => ({
    ...facts,
    structuredOutput: structuredOutputOf(facts),
  }));
}
