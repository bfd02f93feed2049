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
 * Gives everything that is known of a language model. It brings only the table of these models: a smaller bundle than `capabilitiesOf`.
 *
 * @returns the record that `capabilitiesOf` gives. For a model of another kind, `match` is `'none'` and nothing is known
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`, for either argument
 */
export const languageCapabilitiesOf: (idOrArn: ModelId, options?: CapabilitiesOptions) => ModelCapabilities =
  /* @__PURE__ */ wholeRecords(languageVendors);
