/**
 * The one difference in the JSON of the specifications: v4's is typed to be read only, and may hold `undefined`.
 * https://github.com/vercel/ai/blob/main/packages/provider/src/json-value/json-value.ts
 *
 * @module
 */
import type { Json, JsonObject, Metadata } from './json.ts';

type WritableJson<Key, Value> = Key extends 'providerMetadata'
  ? [Exclude<Value, undefined>] extends [Record<string, { images: unknown }>]
    ? Record<string, { images: Json[] } & Json>
    : Metadata
  : Key extends 'raw'
    ? Value extends string | undefined
      ? Value
      : JsonObject
    : Key extends 'result'
      ? NonNullable<Json>
      : Writable<Value>;

export type Writable<Value> = Value extends URL | Date | Uint8Array
  ? Value
  : Value extends readonly (infer Item)[]
    ? Writable<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: WritableJson<Key, Value[Key]> }
      : Value;

/** The value itself: it was made for one call and belongs to the caller, who may write to it. */
export function writable<Value>(value: Value): Writable<Value> {
  return value as Writable<Value>; // see above: the types differ in what may be written, the values do not
}
