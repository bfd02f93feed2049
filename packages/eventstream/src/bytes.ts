// Accepts what callers hand over as bytes.

import { refuse } from './errors.ts';

/** Throws for what is no view on memory. Those of another realm are as good, so `instanceof` does not decide. */
export function checkBytes(bytes: unknown): void {
  if (!ArrayBuffer.isView(bytes)) refuse('not-bytes', undefined, 'Uint8Array', typeof bytes);
}
