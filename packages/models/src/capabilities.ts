/**
 * Answers what a model can do, for every id.
 * @module
 */
import type { ModelId } from './known-ids.ts';
import type { ModelCapabilities } from './record.ts';
import { vendors } from './vendors/index.ts';
import { wholeRecords } from './whole-record.ts';

/** The last argument of `capabilitiesOf` and of the other functions that look a model up. */
export interface CapabilitiesOptions {
  /**
   * The model behind an id that hides it, such as the ARN of an application inference profile, a provisioned, imported or deployed model, a
   * prompt, a router or an endpoint. It may have any form that `modelId` may have, and holds even if the id names another model.
   */
  readonly baseModelId?: ModelId | undefined;
}

/**
 * Gives everything that is known of a model on Bedrock.
 *
 * @param idOrArn - a model id, an inference profile id, or an ARN of any kind in any partition
 * @returns a complete, frozen record. Its `match` is `'model'` if the table has the model, `'family'` if the record has the newest rules of
 *   its family, and `'none'` if nothing is known
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export const capabilitiesOf: (idOrArn: ModelId, options?: CapabilitiesOptions) => ModelCapabilities =
  /* @__PURE__ */ wholeRecords(vendors);
