/**
 * Answers what a model can do, for every id: out of all tables, or out of those of one kind alone.
 * @module
 */
import type { ModelId } from './known-ids.ts';
import { recordOf } from './lookup.ts';
import type { ModelCapabilities } from './record.ts';
import { embeddingVendors } from './vendors/embeddings.ts';
import { imageVendors } from './vendors/images.ts';
import { vendors } from './vendors/index.ts';
import { rerankVendors } from './vendors/rerank.ts';

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
  return recordOf(vendors, idOrArn, options?.baseModelId);
}

/**
 * The same as {@link capabilitiesOf} for embedding models, without the tables of the others: a smaller bundle. An id of
 * any other model gives a record of unknowns (`match: 'none'`).
 */
export function embeddingCapabilitiesOf(idOrArn: ModelId, options?: CapabilitiesOptions): ModelCapabilities {
  return recordOf(embeddingVendors, idOrArn, options?.baseModelId);
}

/**
 * The same as {@link capabilitiesOf} for image models, without the tables of the others: a smaller bundle. An id of any
 * other model gives a record of unknowns (`match: 'none'`).
 */
export function imageCapabilitiesOf(idOrArn: ModelId, options?: CapabilitiesOptions): ModelCapabilities {
  return recordOf(imageVendors, idOrArn, options?.baseModelId);
}

/**
 * The same as {@link capabilitiesOf} for rerank models, without the tables of the others: a smaller bundle. An id of any
 * other model gives a record of unknowns (`match: 'none'`).
 */
export function rerankCapabilitiesOf(idOrArn: ModelId, options?: CapabilitiesOptions): ModelCapabilities {
  return recordOf(rerankVendors, idOrArn, options?.baseModelId);
}
