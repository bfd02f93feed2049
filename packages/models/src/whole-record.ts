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
    // How AWS serves a model does not follow from its family: Claude 4.5 has reserved capacity, Claude 5 has none.
    ...(key === '' && {
      serviceTiers: unknownModel.serviceTiers,
      optimizedLatency: unknownModel.optimizedLatency,
    }),
    name: facts.name || nameOf(key),
    structuredOutput: structuredOutputOf(facts),
  }));
}
