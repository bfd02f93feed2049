/**
 * The options as the AI SDK 5 and 6 take them from a variable: `providerOptions` of these is JSON that may be written.
 * https://github.com/vercel/ai/blob/release-v6.0/packages/provider/src/shared/v3/shared-v3-provider-options.ts
 *
 * @module
 */
import type { JSONObject } from '@ai-sdk/provider';
import type * as current from '../types.ts';
import type { JsonObject } from './json.ts';

type Written<Value> = Value extends string
  ? Value
  : Value extends readonly (infer Item)[]
    ? Written<Item>[]
    : string extends keyof Value
      ? JSONObject extends Value
        ? JsonObject
        : Value
      : Value extends object
        ? { [Key in keyof Value]: Written<Value[Key]> }
        : Value;

/** The options of a language model, under `providerOptions.bedrock`. */
export type BedrockLanguageModelOptions = Written<current.BedrockLanguageModelOptions>;
/** The options of a message or part, under `providerOptions.bedrock`. */
export type BedrockPartOptions = Written<current.BedrockPartOptions>;
/** The options of an embedding model, under `providerOptions.bedrock`. */
export type EmbeddingModelOptions = Written<current.EmbeddingModelOptions>;
/** The options of an image model, under `providerOptions.bedrock`. */
export type ImageModelOptions = Written<current.ImageModelOptions>;
/** The options of a reranking model, under `providerOptions.bedrock`. */
export type RerankingModelOptions = Written<current.RerankingModelOptions>;
