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

/** What an embedding, image or rerank model can do: the members of `ModelCapabilities` that such a model needs. */
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
 * Gives what is known of an embedding model. It brings only the table of these models: a smaller bundle than `capabilitiesOf`.
 *
 * @returns a frozen record with the values of `capabilitiesOf`. For a model of another kind, `match` is `'none'` and nothing is known
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export const embeddingCapabilitiesOf: (
  idOrArn: ModelId,
  options?: CapabilitiesOptions,
) => InvokedCapabilities = /* @__PURE__ */ invokedRecords(embeddingVendors);

/**
 * Gives what is known of an image model. It brings only the table of these models: a smaller bundle than `capabilitiesOf`.
 *
 * @returns a frozen record with the values of `capabilitiesOf`. For a model of another kind, `match` is `'none'` and nothing is known
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export const imageCapabilitiesOf: (idOrArn: ModelId, options?: CapabilitiesOptions) => InvokedCapabilities =
  /* @__PURE__ */ invokedRecords(imageVendors);

/**
 * Gives what is known of a rerank model. It brings only the table of these models: a smaller bundle than `capabilitiesOf`.
 *
 * @returns a frozen record with the values of `capabilitiesOf`. For a model of another kind, `match` is `'none'` and nothing is known
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export const rerankCapabilitiesOf: (idOrArn: ModelId, options?: CapabilitiesOptions) => InvokedCapabilities =
  /* @__PURE__ */ invokedRecords(rerankVendors);
