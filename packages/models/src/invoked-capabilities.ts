/**
 * Answers what an embedding, image or rerank model can do, out of the tables of its kind alone: for apps that bundle
 * nothing else.
 * @module
 */
import type { CapabilitiesOptions } from './capabilities.ts';
import type { ModelId } from './known-ids.ts';
import { invoked, type InvokedFacts, unknownInvoked } from './invoked-records.ts';
import { type Asked, type Lookup, lookup } from './lookup.ts';
import type { VendorTables } from './row.ts';
import { embeddingVendors } from './vendors/embeddings.ts';
import { imageVendors } from './vendors/images.ts';
import { rerankVendors } from './vendors/rerank.ts';

/** The members of a record that matter to a model which answers to InvokeModel alone; the same as in the whole record. */
export type InvokedCapabilities = Asked & InvokedFacts;

const names = Object.keys(unknownInvoked) as (keyof InvokedFacts)[];

function invokedRecords(tables: VendorTables): Lookup<InvokedFacts> {
  // A row states more than this record tells.
  return lookup(
    tables,
    unknownInvoked,
    invoked,
    (facts) => Object.fromEntries(names.map((name) => [name, facts[name]])) as unknown as InvokedFacts, // the names are all of them
  );
}

/**
 * Tells what `capabilitiesOf` tells of an embedding model, without the tables of others: a smaller bundle.
 *
 * @returns `match: 'none'` and unknowns for an id of any other model
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export const embeddingCapabilitiesOf: (
  idOrArn: ModelId,
  options?: CapabilitiesOptions,
) => InvokedCapabilities = /* @__PURE__ */ invokedRecords(embeddingVendors);

/**
 * Tells what `capabilitiesOf` tells of an image model, without the tables of others: a smaller bundle.
 *
 * @returns `match: 'none'` and unknowns for an id of any other model
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export const imageCapabilitiesOf: (idOrArn: ModelId, options?: CapabilitiesOptions) => InvokedCapabilities =
  /* @__PURE__ */ invokedRecords(imageVendors);

/**
 * Tells what `capabilitiesOf` tells of a rerank model, without the tables of others: a smaller bundle.
 *
 * @returns `match: 'none'` and unknowns for an id of any other model
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export const rerankCapabilitiesOf: (idOrArn: ModelId, options?: CapabilitiesOptions) => InvokedCapabilities =
  /* @__PURE__ */ invokedRecords(rerankVendors);
