// The types of AWS's shapes and nothing else: for packages whose own signatures have them, and which export them all, so that an app that
// installs one of those can name what it gives and takes.

// Spelled out there, once for every entry of the package.
export type * from './types/index.ts';
export type { BlobValue, DeepReadonly, Json, JsonObject } from './values.ts';
