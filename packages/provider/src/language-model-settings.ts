/**
 * What may be said of a language model when it is made.
 *
 * @module
 */
import type { BedrockLanguageModelOptions } from '@bedrock-kit/converse-mapping';

/** The settings of a language model: defaults that the `providerOptions.bedrock` of a call override, and how the model streams. */
export interface LanguageModelSettings extends BedrockLanguageModelOptions {
  /** Joins the deltas of a block that arrive together into one stream part. Default: the provider's setting, which is `false` by default. */
  joinDeltas?: boolean | undefined;
}
