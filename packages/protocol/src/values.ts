// The two values that JSON types alone do not describe: bytes, and JSON itself.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization

/** Bytes, either raw or already in standard base64 with padding. Raw bytes are encoded when the request is serialised. */
export type BlobValue = Uint8Array | { readonly base64: string };

/** Whether a value is raw bytes, also from another realm such as jsdom or a sandbox (so not by `instanceof`). */
export function isBytes(value: unknown): value is Uint8Array {
  return (Object(value) as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === 'Uint8Array';
}

/** Any JSON value, for tool inputs, tool results, schemas and model-specific fields. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. A member with the value `undefined` counts as absent, as in `JSON.stringify`. */
export type JsonObject = { readonly [key: string]: Json | undefined };

/** A request whose lists and members may be readonly at any depth, as `as const` makes them. */
export type DeepReadonly<T> = [Json] extends [T]
  ? T
  : T extends string | Uint8Array | Date
    ? T
    : ReadonlyMembers<T>;

// With a name of its own, an editor shows `ReadonlyMembers<ConverseRequest>`; without one, every member down to the last.
type ReadonlyMembers<T> = { readonly [Name in keyof T]: DeepReadonly<T[Name]> };
