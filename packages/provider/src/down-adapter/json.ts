/**
 * JSON as the AI SDK 5 and 6 type it: mutable, and without `undefined`, so that both accept it.
 * https://github.com/vercel/ai/blob/release-v6.0/packages/provider/src/json-value/json-value.ts
 *
 * @module
 */
export type Json = null | string | number | boolean | JsonObject | Json[];

export interface JsonObject {
  [key: string]: Json;
}

/** Metadata of a part or a result, by provider. */
export type Metadata = Record<string, JsonObject>;
