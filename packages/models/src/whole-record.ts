/**
 * What a record with every member is made of, out of whichever tables.
 * @module
 */
import { invokedModel, unknownModel } from './base-records.ts';
import { type Lookup, lookup } from './lookup.ts';
import { nameOf } from './model-name.ts';
import type { Told, VendorTables } from './row.ts';
import { structuredOutputOf } from './structured-output.ts';

/** The lookup of complete records, with what need not be stated: the name, and the means to structured output. */
export function wholeRecords(tables: VendorTables): Lookup<Told> {
  return lookup(tables, unknownModel, invokedModel, (facts, key) => ({
    ...facts,
    name: facts.name || nameOf(key),
    structuredOutput: structuredOutputOf(facts),
  }));
}
