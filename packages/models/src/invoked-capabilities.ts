/**
 * Answers what an embedding, image or rerank model can do, out of the tables of its kind alone: for apps that bundle
 * nothing else.
 * @module
 */
import type { CapabilitiesOptions } from './capabilities.ts';
import type { ModelId } from './known-ids.ts';
import { type Asked, type Lookup, lookup } from './lookup.ts';
import type { ModelCapabilities } from './record.ts';
import type { Part, VendorTables } from './row.ts';
import { embeddingVendors } from './vendors/embeddings.ts';
import { imageVendors } from './vendors/images.ts';
import { rerankVendors } from './vendors/rerank.ts';

type InvokedFacts = Pick<
  ModelCapabilities,
  'family' | 'name' | 'kind' | 'addressing' | 'lifecycle' | 'embedding' | 'image' | 'rerank'
>;

/** The members of a record that matter to a model which answers to InvokeModel alone; the same as in the whole record. */
export type InvokedCapabilities = Asked & InvokedFacts;

const unknown: InvokedFacts = {
  family: 'unknown',
  name: '',
  kind: 'unknown',
  addressing: { onDemand: 'unknown', profiles: 'unknown' },
  lifecycle: { status: 'unknown', legacySince: undefined, endOfLife: undefined, replacement: undefined },
  embedding: 'unknown',
  image: 'unknown',
  rerank: 'unknown',
};

const invoked: Part<InvokedFacts> = {
  addressing: { onDemand: true, profiles: [] },
  lifecycle: { status: 'active' },
  embedding: false,
  image: false,
  rerank: false,
};

function invokedRecords(tables: VendorTables): Lookup<InvokedFacts> {
  return lookup(
    tables,
    unknown,
    invoked,
    // A row states more than this record tells.
    ({ family, name, kind, addressing, lifecycle, embedding, image, rerank }) => ({
      family,
      name,
      kind,
      addressing,
      lifecycle,
      embedding,
      image,
      rerank,
    }),
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
