// Accepts what callers hand over as bytes.

import { refuse } from './errors.ts';

/** Throws for what is no bytes. Those of another realm are as good, so `instanceof` does not decide. */
export function checkBytes(bytes: Uint8Array): void {
  // A caller without types may bring anything.
  const given: unknown = bytes;
  if (!ArrayBuffer.isView(given)) refuse('not-bytes', undefined, 'Uint8Array', typeof given);
}
