// What the tests of this package ask for.
import type { ImageModelV4CallOptions } from '@ai-sdk/provider';

/** A call with every member that the specification demands, and nothing in them. */
export const call: ImageModelV4CallOptions = {
  prompt: undefined,
  n: 1,
  size: undefined,
  aspectRatio: undefined,
  seed: undefined,
  files: undefined,
  mask: undefined,
  providerOptions: {},
};

/** A PNG as base64 or bytes. */
export const file = <Data extends string | Uint8Array>(data: Data) =>
  ({ type: 'file', mediaType: 'image/png', data }) as const;
