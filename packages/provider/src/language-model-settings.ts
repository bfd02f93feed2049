/**
 * What may be said of a language model when it is made.
 *
 * @module
 */
import type { BedrockLanguageModelOptions } from '@bedrock-kit/converse-mapping';

/** Defaults under the `providerOptions.bedrock` of each call, and how the model streams. */
export interface LanguageModelSettings extends BedrockLanguageModelOptions {
  /** Joins deltas that arrived together. Default: that of the provider. */
  joinDeltas?: boolean | undefined;
}
