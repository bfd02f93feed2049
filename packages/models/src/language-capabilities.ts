/**
 * Answers what a language model can do, out of the tables of language models alone: for apps that bundle nothing else.
 * @module
 */
import type { CapabilitiesOptions } from './capabilities.ts';
import type { ModelId } from './known-ids.ts';
import type { ModelCapabilities } from './record.ts';
import { languageVendors } from './vendors/languages.ts';
import { wholeRecords } from './whole-record.ts';

/**
 * Tells what `capabilitiesOf` tells of a language model, without the tables of others: a smaller bundle.
 *
 * @returns `match: 'none'` and unknowns for an id of any other model
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export const languageCapabilitiesOf: (idOrArn: ModelId, options?: CapabilitiesOptions) => ModelCapabilities =
  /* @__PURE__ */ wholeRecords(languageVendors);
