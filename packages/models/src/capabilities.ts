/**
 * Answers what a model can do, for every id.
 * @module
 */
import type { ModelId } from './known-ids.ts';
import type { ModelCapabilities } from './record.ts';
import { vendors } from './vendors/index.ts';
import { wholeRecords } from './whole-record.ts';

/** Settings of `capabilitiesOf`. */
export interface CapabilitiesOptions {
  /**
   * The model behind an id that hides it: application inference profiles, provisioned, imported and deployed models,
   * prompts, routers, endpoints. Any form that `modelId` may have. It is believed even where the id names another model.
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
export const capabilitiesOf: (idOrArn: ModelId, options?: CapabilitiesOptions) => ModelCapabilities =
  /* @__PURE__ */ wholeRecords(vendors);
